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
        _named = [.. _units.SelectMany(entry => Enumerable.Repeat(entry, entry.Names.Count))];
        var names = _units.SelectMany(entry => entry.Names).ToList();
        (_codes, _names, _initials) = (new([.. _units.Select(entry => SearchWords.CodeKey(entry.Unit.Code))]), new([.. names.Select(n => n.Key)]), new([.. names.Select(n => n.Initials)]));
    }

    public static UnitIndex Of(OrgTimeline timeline) => Known.GetValue(timeline.Units, units => new(units));

    /// <summary>Those that fit, in classes as <see cref="SearchWords.Rank(string, string, string)"/> says, the best first; one may come again in a later class.</summary>
    public IEnumerable<IEnumerable<UnitEntry>> Find(SearchWords words)
    {
        yield return _codes.Being(words.Code).Select(number => _units[number]);
        yield return Named(_names.BeginningWith(words.Whole));
        yield return Named(_names.GoingOnWith(words.Whole));
        yield return words.IsOne ? Named(_initials.BeginningWith(words.Whole)) : [];
        yield return words.IsInitials ? Named(_initials.Containing(words.Whole)) : [];
        yield return Named(_names.ContainingAll(words));
    }

    private IEnumerable<UnitEntry> Named(IEnumerable<int> numbers) => numbers.Select(number => _named[number]);

    private static UnitEntry Entry(UnitLine unit) => new(unit,
        [.. unit.History.SelectMany(s => new[] { s.Facts.Name, s.Facts.ShortName }).OfType<string>().Where(n => n.Length > 0).Distinct()
            .Select(name => (name, VietnameseText.SearchKey(name), VietnameseText.Initials(name)))]);
}
