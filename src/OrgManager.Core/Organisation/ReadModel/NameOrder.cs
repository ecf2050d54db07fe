using System.Runtime.CompilerServices;

namespace OrgManager.Organisation;

/// <summary>All people by name, made once for each version of them.</summary>
internal sealed class NameOrder
{
    private static readonly ConditionalWeakTable<LineSet<PersonLine>, NameOrder> Known = [];

    private readonly Dictionary<Guid, int> _ranks;

    private NameOrder(LineSet<PersonLine> people)
    {
        var lines = people.ToArray();
        Array.Sort(Array.ConvertAll(lines, person => person.SortKey), lines, StringComparer.Ordinal);
        (People, _ranks) = (lines, new(lines.Length));
        for (var rank = 0; rank < lines.Length; rank++) _ranks[lines[rank].Id] = rank;
    }

    public IReadOnlyList<PersonLine> People { get; }

    public static NameOrder Of(LineSet<PersonLine> people) => Known.GetValue(people, all => new(all));

    public int RankOf(PersonLine person) => _ranks[person.Id];
}
