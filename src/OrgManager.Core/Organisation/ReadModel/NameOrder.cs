using OrgManager.Common;

namespace OrgManager.Organisation;

/// <summary>All people by name, made once for each version of them, from the one before with those who are other in their new places.</summary>
internal sealed class NameOrder
{
    private const int Few = 1_000;
    private static readonly IComparer<PersonLine> Names = Comparer<PersonLine>.Create((a, b) => string.CompareOrdinal(a.SortKey, b.SortKey) is not 0 and var names ? names : a.Id.CompareTo(b.Id));

    private readonly LineSet<PersonLine> _lines;
    private readonly PersonLine[] _people;
    private readonly Dictionary<Guid, int> _ranks;

    private NameOrder(LineSet<PersonLine> lines, PersonLine[] people)
    {
        (_lines, _people, _ranks) = (lines, people, new(people.Length));
        for (var rank = 0; rank < people.Length; rank++) _ranks[people[rank].Id] = rank;
    }

    public IReadOnlyList<PersonLine> People => _people;

    public static NameOrder Of(OrgTimeline timeline) => timeline.Once(typeof(NameOrder), all =>
        all.Carried.Next<NameOrder>(typeof(NameOrder), before => ReferenceEquals(before?._lines, all.People) ? before! : new(all.People, before?.With(all.People) ?? Sorted(all.People))));

    public int RankOf(PersonLine person) => _ranks[person.Id];

    private PersonLine[]? With(LineSet<PersonLine> people)
    {
        var others = _lines.Until(people).Take(Few + 1).ToList();
        return others.Count > Few ? null : SortedArray.Replaced(_people, others.Select(other => other.Before).OfType<PersonLine>(), others.Select(other => other.After).OfType<PersonLine>(), Names);
    }

    private static PersonLine[] Sorted(LineSet<PersonLine> people)
    {
        PersonLine[] sorted = [.. people];
        Array.Sort(sorted, Names);
        return sorted;
    }
}
