using System.Runtime.CompilerServices;
using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Search;

/// <summary>A unit with the keys of every name it ever had.</summary>
internal sealed record UnitEntry(UnitLine Unit, IReadOnlyList<(string Name, string Key, string Initials)> Names)
{
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

    private readonly List<UnitEntry> _units, _named;
    private readonly TextIndex _codes, _names, _initials;

    private UnitIndex(LineSet<UnitLine> units)
    {
        _units = [.. units.Select(unit => Entries.GetValue(unit, Entry))];
        var names = _units.SelectMany(entry => entry.Names.Select(name => (Entry: entry, name.Name, name.Key, name.Initials))).OrderBy(n => n.Entry.Unit.Branch).ThenBy(n => n.Name.Length).ToList();
        _named = [.. names.Select(n => n.Entry)];
        (_codes, _names, _initials) = (new([.. _units.Select(entry => SearchWords.CodeKey(entry.Unit.Code))]), new([.. names.Select(n => n.Key)]), new([.. names.Select(n => n.Initials)]));
    }

    public static UnitIndex Of(OrgTimeline timeline) => Known.GetValue(timeline.Units, units => new(units));

    /// <summary>Those that fit, the best first as <see cref="SearchWords.Rank(string, string, string)"/> says, then units before cells and short names before long ones; one may come again. Read only as far as is asked for.</summary>
    public IEnumerable<UnitEntry> Find(SearchWords words) => _codes.Being(words.Code).Select(number => _units[number]).Concat(
        _names.BeginningWith(words.Whole).Concat(_names.GoingOnWith(words.Whole))
            .Concat(words.IsOne ? _initials.BeginningWith(words.Whole) : []).Concat(words.IsInitials ? _initials.Containing(words.Whole) : [])
            .Concat(_names.ContainingAll(words)).Select(number => _named[number]));

    private static UnitEntry Entry(UnitLine unit) => new(unit,
        [.. unit.History.SelectMany(s => new[] { s.Facts.Name, s.Facts.ShortName }).OfType<string>().Where(n => n.Length > 0).Distinct()
            .Select(name => (name, VietnameseText.SearchKey(name), VietnameseText.Initials(name)))]);
}
