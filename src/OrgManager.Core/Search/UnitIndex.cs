using System.Runtime.CompilerServices;
using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Search;

/// <summary>A unit with the keys of every name it ever had.</summary>
internal sealed record UnitEntry(UnitLine Unit, IReadOnlyList<(string Name, string Key, string Initials)> Names)
{
    public int? Rank(SearchWords words) => Names.Min(n => words.Rank(n.Key, n.Initials, Unit.Code));

    /// <summary>The name that fits, where the present one does not.</summary>
    public string? Former(SearchWords words, string present)
    {
        bool Fits((string Name, string Key, string Initials) n) => words.Rank(n.Key, n.Initials, Unit.Code) is not null;
        return Names.Any(n => n.Name == present && Fits(n)) ? null : Names.Where(Fits).Select(n => n.Name).FirstOrDefault();
    }
}

/// <summary>The keys of all units, made once for each version of the data and thrown away with it.</summary>
internal static class UnitIndex
{
    private static readonly ConditionalWeakTable<LineSet<UnitLine>, List<UnitEntry>> Known = [];

    public static List<UnitEntry> Of(OrgTimeline timeline) => Known.GetValue(timeline.Units, units => [.. units.Select(Entry)]);

    private static UnitEntry Entry(UnitLine unit) => new(unit,
        [.. unit.History.SelectMany(s => new[] { s.Facts.Name, s.Facts.ShortName }).OfType<string>().Where(n => n.Length > 0).Distinct()
            .Select(name => (name, VietnameseText.SearchKey(name), VietnameseText.Initials(name)))]);
}
