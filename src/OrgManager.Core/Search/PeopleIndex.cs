using System.Runtime.CompilerServices;
using OrgManager.Organisation;

namespace OrgManager.Search;

/// <summary>The keys of all people, made once for each version of them and thrown away with it. Whose they are is asked when they are found.</summary>
internal sealed class PeopleIndex
{
    private static readonly ConditionalWeakTable<LineSet<PersonLine>, PeopleIndex> Known = [];

    private readonly LineSet<PersonLine> _people;
    private readonly NameOrder _order;
    private readonly TextIndex _names, _initials;

    private PeopleIndex(LineSet<PersonLine> people, NameOrder order)
    {
        (_people, _order) = (people, order);
        (_names, _initials) = (new([.. _order.People.Select(p => p.SearchKey)]), new([.. _order.People.Select(p => p.Initials)]));
    }

    public static PeopleIndex Of(OrgTimeline timeline) => Known.GetValue(timeline.People, people => new(people, NameOrder.Of(timeline)));

    /// <summary>Who has this somewhere in name or initials (a single letter would be in most), or as staff number.</summary>
    public PeopleFound Having(string part) => new(_order, _names.HavingSomewhere(part).Concat(part.Length > 1 ? _initials.HavingSomewhere(part) : []).Concat(Coded(SearchWords.CodeKey(part))));

    /// <summary>Who fits, the best first as <see cref="SearchWords.Rank"/> says, then by name; read only as far as is asked for.</summary>
    public IEnumerable<PersonLine> Find(SearchWords words) =>
        Coded(words.Code).Concat(_names.BeginningWith(words.Whole)).Concat(_names.GoingOnWith(words.Whole))
            .Concat(words.IsOne ? _initials.BeginningWith(words.Whole) : []).Concat(words.IsInitials ? _initials.Containing(words.Whole) : [])
            .Concat(_names.ContainingAll(words))
            .Distinct().Select(number => _order.People[number]);

    private IEnumerable<int> Coded(string code) => _people.By(LineKeys.PersonCodeSought)[code].Select(_order.RankOf);
}

/// <summary>People by their place in the order of names, one after the other in any order, some perhaps twice.</summary>
internal sealed record PeopleFound(NameOrder Names, IEnumerable<int> Numbers);
