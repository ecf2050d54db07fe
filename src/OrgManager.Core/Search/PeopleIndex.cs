using System.Runtime.CompilerServices;
using OrgManager.Organisation;

namespace OrgManager.Search;

/// <summary>The keys of all people, made once for each version of them and thrown away with it. Whose they are is asked when they are found.</summary>
internal sealed class PeopleIndex
{
    private static readonly ConditionalWeakTable<LineSet<PersonLine>, PeopleIndex> Known = [];

    private readonly IReadOnlyList<PersonLine> _people;
    private readonly TextIndex _names, _initials, _codes;

    private PeopleIndex(LineSet<PersonLine> people)
    {
        _people = NameOrder.Of(people).People;
        (_names, _initials, _codes) = (new([.. _people.Select(p => p.SearchKey)]), new([.. _people.Select(p => p.Initials)]), new([.. _people.Select(p => SearchWords.CodeKey(p.Code))]));
    }

    public static PeopleIndex Of(OrgTimeline timeline) => Known.GetValue(timeline.People, people => new(people));

    /// <summary>Who has this somewhere in name or initials (a single letter would be in most), or as staff number.</summary>
    public HashSet<Guid> Having(string part) =>
        [.. _names.Containing(part).Concat(part.Length > 1 ? _initials.Containing(part) : []).Concat(_codes.Being(SearchWords.CodeKey(part))).Select(number => _people[number].Id)];

    /// <summary>Who fits, the best first as <see cref="SearchWords.Rank"/> says, then by name; read only as far as is asked for.</summary>
    public IEnumerable<PersonLine> Find(SearchWords words) =>
        _codes.Being(words.Code).Concat(_names.BeginningWith(words.Whole)).Concat(_names.Containing(' ' + words.Whole))
            .Concat(words.IsOne ? _initials.BeginningWith(words.Whole) : []).Concat(words.IsInitials ? _initials.Containing(words.Whole) : [])
            .Concat(_names.ContainingAll(words))
            .Distinct().Select(number => _people[number]);
}
