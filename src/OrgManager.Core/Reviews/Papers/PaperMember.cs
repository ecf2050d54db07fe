using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Reviews.Papers;

/// <summary>A member as the papers of a cell name them, on the day of its meeting.</summary>
internal sealed class PaperMember(Review review, PersonLine person, OrgSnapshot day, string cellName)
{

    private readonly MemberOn? _member = day.Member(person.Id);
    private readonly PostHolder? _post = day.Post(person.Id);

    public Review Review => review;
    public PersonLine Person => person;
    public string CellName => cellName;
    public string PartyPosts => PaperWords.PartyPosts(_member, day);
    public string StatePosts => PaperWords.StatePost(_post);
    public string Posts => string.Join(", ", new[] { PartyPosts, StatePosts }.Where(p => p.Length > 0));
    public string Unit => _post?.Unit?.Name ?? "";
    public Standing? Standing => _member?.Facts.Standing;

    /// <inheritdoc cref="Leadership.Leads(OrgSnapshot, Guid)"/>
    public bool Leads => Leadership.Leads(day, person.Id);

    public SheetReader Reader => Leads ? SheetReader.Leader : _post is null ? SheetReader.OutsideWork : SheetReader.NoPost;

    /// <summary>Votes for the grade that the cell proposes.</summary>
    public int? Votes => review is { Ballot: { } ballot, ProposedGrade: { } grade } ? ballot.ByGrade.GetValueOrDefault(grade) : null;

    /// <summary>Officers of the cell as protocol has them, then the others by name.</summary>
    public static IEnumerable<PaperMember> InOrder(IEnumerable<PaperMember> members) => members.OrderBy(m => m.Rank).ThenBy(m => m.Person.SortKey, StringComparer.Ordinal);

    private int Rank => _member?.Offices.Where(o => o.UnitId == review.CellId).Select(o => (int?)o.Facts.Post).Min() ?? int.MaxValue;
}
