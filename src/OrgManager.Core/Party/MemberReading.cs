using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Party;

/// <summary>What the cards of cells and members tell alike.</summary>
internal static class MemberReading
{
    /// <summary>Offices held on the snapshot's day, those in <paramref name="cellId"/> first.</summary>
    public static IEnumerable<HeldOffice> Offices(this OrgSnapshot snapshot, MemberOn member, Guid cellId) =>
        from office in member.Offices
        let unit = snapshot.Unit(office.UnitId)
        where unit is not null
        orderby unit.Id != cellId, office.Facts.Post
        select new HeldOffice(new(unit.Id, unit.Code, unit.Name), unit.Kind.Cell, office.Facts, office.Span.From);

    public static MemberWork? Work(this OrgSnapshot snapshot, Guid personId) => snapshot.Post(personId) is { Unit: { } unit } post
        ? new(new(unit.Id, unit.Code, unit.Name), PostTitles.Of(post.Facts, unit.Kind), PostTitles.EnglishOf(post.Facts, unit.Kind))
        : null;

    public static IEnumerable<OfficeOn> InOrder(this IEnumerable<OfficeOn> offices) => offices.OrderBy(o => o.Facts.Post).ThenBy(o => o.Person.SortKey, StringComparer.Ordinal);

    public static Guid? DecisionId(this OfficeOn office) => office.Span.DecisionFor((int)OfficeFields.Post);
}
