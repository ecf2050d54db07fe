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

/// <summary>The keys of all units, made once for each version of the data and thrown away with it; those of a unit last as long as nothing of it changes.</summary>
internal sealed class UnitIndex
{
    private static readonly ConditionalWeakTable<LineSet<UnitLine>, UnitIndex> Known = [];
    private static readonly ConditionalWeakTable<UnitLine, UnitEntry> Entries = [];

    private readonly List<UnitEntry> _entries;
    private readonly TextIndex _keys;

    private UnitIndex(LineSet<UnitLine> units)
    {
        _entries = [.. units.Select(unit => Entries.GetValue(unit, Entry))];
        _keys = new([.. _entries.Select(entry => string.Join('\t', entry.Names.SelectMany(n => new[] { n.Key, n.Initials }).Append(VietnameseText.SearchKey(entry.Unit.Code))))]);
    }

    public static UnitIndex Of(OrgTimeline timeline) => Known.GetValue(timeline.Units, units => new(units));

    /// <summary>The units that may fit: all of which some key has the longest word in it.</summary>
    public IEnumerable<UnitEntry> Containing(SearchWords words) => _keys.Containing(words.Longest).Select(number => _entries[number]);

    private static UnitEntry Entry(UnitLine unit) => new(unit,
        [.. unit.History.SelectMany(s => new[] { s.Facts.Name, s.Facts.ShortName }).OfType<string>().Where(n => n.Length > 0).Distinct()
            .Select(name => (name, VietnameseText.SearchKey(name), VietnameseText.Initials(name)))]);
}
