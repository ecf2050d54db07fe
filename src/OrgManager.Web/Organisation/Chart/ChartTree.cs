using Microsoft.Extensions.Localization;
using OrgManager.Common;
using OrgManager.Organisation;
using OrgManager.Web.Common;

namespace OrgManager.Web.Organisation.Chart;

/// <summary>Turns the rows of a tree, and what is other beside another day, into the boxes of a chart.</summary>
public sealed class ChartTree
{
    private const int FitsScreen = 45, RowPage = 24, MostBranches = 300;

    private readonly IStringLocalizer<Texts> _t;
    private readonly ChartAddress _address;
    private readonly Func<string, string>? _unitLink;
    private readonly Func<string, string?, string>? _with;
    private readonly IReadOnlyList<UnitTreeRow> _rows;
    private readonly List<int>[] _below;
    private readonly int[] _parent;
    private readonly Dictionary<string, ComparedUnit> _compared;
    private readonly ILookup<string, ChartOrigin> _became;
    private readonly ILookup<string, ChartBox> _gone;
    private readonly HashSet<int> _found = [], _leads = [];
    private readonly int _depth;

    /// <param name="unitLink">The page of a unit, or null where the drawing leaves the house.</param>
    /// <param name="with">This page with one part of its address set or taken away.</param>
    public ChartTree(IStringLocalizer<Texts> t, UnitTree tree, Comparison? comparison, ChartAddress address, Func<string, string>? unitLink = null, Func<string, string?, string>? with = null)
    {
        (_t, _address, _unitLink, _with) = (t, address, unitLink, with);
        _rows = address.Branch == Branch.Party ? tree.Party : tree.Government;
        (_below, _parent) = ([.. _rows.Select(_ => new List<int>())], new int[_rows.Count]);
        Join();
        _compared = comparison?.Units.ToDictionary(u => u.Code) ?? [];
        (_became, _gone) = NotDrawn();
        Seek();
        _depth = address.Depth ?? Depth();
    }

    /// <summary>How many boxes were found by what was typed, and the code of the first.</summary>
    public int Found => _found.Count;
    public string? FirstFound => _found.Count == 0 ? null : _rows[_found.Min()].Code;

    /// <summary>The units at the top of the drawing, and what stands above them.</summary>
    public IReadOnlyList<UnitTreeRow> Above => RootAt is not { } root ? [] : [.. Ancestors(root).Reverse().Select(at => _rows[at])];
    public UnitTreeRow? Root => RootAt is { } root ? _rows[root] : null;

    /// <summary>Units below the top with units of their own, of which one can be drawn alone.</summary>
    public IEnumerable<UnitTreeRow> Branches => _rows.Where(row => row is { Depth: > 0, HasChildren: true }).Take(MostBranches);

    /// <summary>One drawing, or one for each branch: its title and its tops.</summary>
    public IReadOnlyList<(string? Title, IReadOnlyList<ChartBox> Tops)> Sheets()
    {
        List<int> tops = RootAt is { } root ? [root] : [.. Enumerable.Range(0, _rows.Count).Where(at => _parent[at] < 0)];
        if (!_address.ByBranch) return tops.Count == 0 ? [] : [(null, [.. tops.Select(at => Box(at, 0)), .. _gone[""]])];
        return [.. tops.SelectMany(top => _below[top]).Where(at => _below[at].Count > 0 || tops.Count == 1).Select(at => ((string?)_rows[at].Name, (IReadOnlyList<ChartBox>)[Box(at, 0)]))];
    }

    private int? RootAt => _address.Root is { } code && Enumerable.Range(0, _rows.Count).FirstOrDefault(at => _rows[at].Code == code, -1) is >= 0 and var found ? found : null;

    private void Join()
    {
        var above = new Stack<int>();
        for (var at = 0; at < _rows.Count; at++)
        {
            while (above.TryPeek(out var last) && _rows[last].Depth >= _rows[at].Depth) above.Pop();
            _parent[at] = above.TryPeek(out var parent) ? parent : -1;
            if (_parent[at] >= 0) _below[parent].Add(at);
            above.Push(at);
        }
    }

    private IEnumerable<int> Ancestors(int at)
    {
        for (var above = _parent[at]; above >= 0; above = _parent[above]) yield return above;
    }

    private void Seek()
    {
        if (_address.Find is not { } typed) return;
        var key = VietnameseText.SearchKey(typed);
        for (var at = 0; at < _rows.Count; at++)
            if (VietnameseText.SearchKey(_rows[at].Name).Contains(key, StringComparison.Ordinal) || _rows[at].Code.Equals(typed, StringComparison.OrdinalIgnoreCase))
            {
                _found.Add(at);
                _leads.UnionWith(Ancestors(at));
            }
    }

    /// <summary>As many levels as fit a screen.</summary>
    private int Depth()
    {
        var (top, counts) = (RootAt is { } root ? _rows[root].Depth : 0, new int[10]);
        IEnumerable<int> shown = RootAt is { } at ? Under(at) : Enumerable.Range(0, _rows.Count);
        foreach (var row in shown) counts[Math.Min(9, _rows[row].Depth - top)]++;
        var (depth, all) = (1, counts[0] + counts[1]);
        while (depth < 9 && counts[depth + 1] > 0 && all + counts[depth + 1] <= FitsScreen) all += counts[++depth];
        return depth;
    }

    private IEnumerable<int> Under(int at) => _below[at].SelectMany(Under).Prepend(at);

    private ChartBox Box(int at, int depth)
    {
        var row = _rows[at];
        var open = _leads.Contains(at) || (!_address.Closed.Contains(row.Code) && (_address.Opened.Contains(row.Code) || depth < _depth));
        var pages = (_below[at].Count + RowPage - 1) / RowPage;
        var page = Math.Clamp(PageOf(at), 1, Math.Max(1, pages));
        var (compared, balance) = (_compared.GetValueOrDefault(row.Code), PostBalance.OfSubtree(_rows, at));
        return new()
        {
            Code = row.Code, Name = row.Name, Href = _unitLink?.Invoke(row.Code),
            Head = row.Head is null ? null : row.Deputies is > 0 and var deputies ? $"{row.Head} · {_t.Count("Noun.Deputy", deputies)}" : row.Head,
            Figures = Figures(row), Filled = row.Posts is { Allocated.Total: > 0 } posts ? Math.Min(1, (double)posts.Present.Total / posts.Allocated.Total) : null,
            Note = _address.With is not null ? ChangeOf(compared) : Balance(row, balance), NoteIsOver = _address.With is null && balance.Over.Total > 0,
            Look = LookOf(compared), Badge = BadgeOf(compared),
            IsFound = _found.Contains(at), LeadsToFound = _leads.Contains(at),
            Below = _below[at].Count, IsOpen = open, ToggleHref = _below[at].Count == 0 ? null : Toggle(row.Code, open, depth),
            Children = open ? [.. _below[at].Skip((page - 1) * RowPage).Take(RowPage).Select(child => Box(child, depth + 1)), .. _gone[row.Code]] : [],
            Page = open && pages > 1 ? new(
                _t["Pager.Range", Format.Number((page - 1) * RowPage + 1), Format.Number(Math.Min(page * RowPage, _below[at].Count)), Format.Number(_below[at].Count)],
                page > 1 ? Turn(row.Code, page - 1) : null, page < pages ? Turn(row.Code, page + 1) : null) : null,
            Origins = [.. _became[row.Code]],
        };
    }

    /// <summary>The page turned to, or the one on which something was found.</summary>
    private int PageOf(int at)
    {
        if (_address.Pages.TryGetValue(_rows[at].Code, out var asked)) return asked;
        var found = _below[at].FindIndex(child => _found.Contains(child) || _leads.Contains(child));
        return found < 0 ? 1 : found / RowPage + 1;
    }

    private string? Figures(UnitTreeRow row) => row switch
    {
        { Posts: { Allocated.Total: 0, Present.Total: 0 } } => null, // not kept at this level
        { Posts: { } posts } => _t["OrgChart.Posts", Format.Number(posts.Allocated.Total), Format.Number(posts.Present.Total)].Value,
        { Members: { } members } => _t["OrgChart.Members", Format.Number(members.Official), Format.Number(members.Probationary)].Value,
        _ => null,
    };

    private string? Balance(UnitTreeRow row, PostBalance balance)
    {
        if (row.Posts is null) return null;
        string[] parts = [.. balance.Unused.Total > 0 ? new[] { _t["OrgChart.Unused", Format.Number(balance.Unused.Total)].Value } : [], .. balance.Over.Total > 0 ? new[] { _t["OrgChart.Over", Format.Number(balance.Over.Total)].Value } : []];
        return parts.Length == 0 ? null : string.Join(" · ", parts);
    }

    private string? ChangeOf(ComparedUnit? unit) => unit switch
    {
        { IsRenamed: true } => _t["OrgChart.Was", unit.Before!.Name].Value,
        { IsMoved: true } => _t["OrgChart.WasUnder", unit.Before!.Parent?.Name ?? Format.None].Value,
        { Before.Allocated: { } was, After.Allocated: { } now } when was != now => _t["OrgChart.PostsWere", Format.Change(now - was), Format.Number(was)].Value,
        { Before.Present: { } was, After.Present: { } now } when was != now => _t["OrgChart.PresentWere", Format.Change(now - was), Format.Number(was)].Value,
        _ => null,
    };

    private static ChartLook LookOf(ComparedUnit? unit) => unit switch
    {
        null => ChartLook.Plain,
        { IsNew: true } => ChartLook.New,
        { IsGone: true } => ChartLook.Gone,
        { IsRenamed: true } or { IsMoved: true } or { IsRetyped: true } => ChartLook.Changed,
        _ => ChartLook.Plain,
    };

    private string? BadgeOf(ComparedUnit? unit) => unit switch
    {
        { IsNew: true } => _t["Compare.New"].Value,
        { IsGone: true } => _t["Compare.Gone"].Value,
        { IsRenamed: true } => _t["Compare.Renamed"].Value,
        { IsMoved: true } => _t["Compare.Moved"].Value,
        { IsRetyped: true } => _t["Compare.Retyped"].Value,
        _ => null,
    };

    /// <summary>
    /// What ended: drawn under the unit that it became, by the code of that; or, where that is not there, where it stood, by the code of what it stood under.
    /// Beside a later day the unit that ends stands in the drawing itself.
    /// </summary>
    private (ILookup<string, ChartOrigin>, ILookup<string, ChartBox>) NotDrawn()
    {
        var drawn = _rows.Select(row => row.Code).ToHashSet();
        var gone = _compared.Values.Where(unit => unit.IsGone && !drawn.Contains(unit.Code)).Select(unit => (Unit: unit, Became: unit.Became.Where(b => drawn.Contains(b.Code)).DistinctBy(b => b.Code).ToList())).ToList();
        return (
            gone.SelectMany(u => u.Became.Select(how => (how.Code, Origin: new ChartOrigin(GoneBox(u.Unit), _t["OrgChart.Became", _t[$"Succession.{how.Kind}"], Format.Day(how.On)])))).ToLookup(o => o.Code, o => o.Origin),
            gone.Where(u => u.Became.Count == 0).ToLookup(u => u.Unit.Before!.Parent?.Code ?? "", u => GoneBox(u.Unit)));
    }

    private ChartBox GoneBox(ComparedUnit unit) => new()
    {
        Code = unit.Code, Name = unit.Before!.Name, Href = _unitLink?.Invoke(unit.Code), Head = unit.Before.Head, Look = ChartLook.Gone, Badge = _t["Compare.Gone"],
        Figures = unit.Before is { Allocated: { } allocated } ? _t["OrgChart.Posts", Format.Number(allocated), Format.Number(unit.Before.Present ?? 0)]
            : unit.Before.Present is { } members ? _t.Count("Noun.Member", members) : null,
    };

    private string? Toggle(string code, bool open, int depth)
    {
        if (_with is null) return null;
        var byRule = depth < _depth;
        var (name, codes) = byRule ? ("closed", _address.Closed) : ("opened", _address.Opened);
        IEnumerable<string> next = open == byRule ? codes.Append(code) : codes.Where(other => other != code);
        return _with(name, string.Join(',', next.Distinct().Order(StringComparer.Ordinal)));
    }

    private string? Turn(string code, int page) => _with?.Invoke("rows", string.Join(',', _address.Pages.Where(p => p.Key != code).Select(p => $"{p.Key}:{p.Value}").Append($"{code}:{page}")));
}
