using System.Text.RegularExpressions;
using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Import;

/// <summary>The government units of a day by code, name and short name, as a list may call them.</summary>
internal sealed partial class UnitNames
{
    private readonly ILookup<string, UnitOn> _byName;
    private readonly Dictionary<string, IReadOnlyList<UnitOn>> _found = [];

    public UnitNames(OrgSnapshot day) => _byName = day.Tree(Branch.Government)
        .SelectMany(unit => new[] { unit.Code, unit.Name, unit.Facts.ShortName ?? "" }.Select(ColumnNames.Folded).Where(name => name.Length > 0).Distinct().Select(name => (name, unit)))
        .ToLookup(pair => pair.name, pair => pair.unit);

    /// <summary>Those that may be meant: of several that are written alike without accents, the one that is written so with them.</summary>
    public IReadOnlyList<UnitOn> Find(string text)
    {
        if (_found.TryGetValue(text, out var known)) return known;
        var alike = _byName[ColumnNames.Folded(text)].ToList();
        var exact = alike.FindAll(unit => Same(unit.Code, text) || Same(unit.Name, text) || Same(unit.Facts.ShortName, text));
        return _found[text] = alike.FirstOrDefault(unit => Same(unit.Code, text)) is { } byCode ? [byCode] : exact.Count > 0 ? exact : alike;
    }

    /// <summary>Of a row that holds one text alone: the unit whose people follow, perhaps after a numeral.</summary>
    public string? GroupOf(SheetRow row)
    {
        var filled = row.Cells.Where(cell => cell.Length > 0).ToList();
        if (filled.Count is 0 or > 2) return null;
        var text = Numeral().Replace(filled[^1], "");
        return (filled.Count == 1 || Numeral().IsMatch(filled[0] + ". ")) && Find(text).Count > 0 ? text : null;
    }

    private static bool Same(string? name, string text) => name is not null && VietnameseText.SortKey(name) == VietnameseText.SortKey(text);

    [GeneratedRegex(@"^\s*([IVXLC]+|[0-9]+|[A-Z])\s*[.):/-]+\s*")]
    private static partial Regex Numeral();
}
