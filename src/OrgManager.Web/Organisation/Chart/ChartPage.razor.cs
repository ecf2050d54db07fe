using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using OrgManager.Organisation;
using OrgManager.Web.Common;

namespace OrgManager.Web.Organisation.Chart;

/// <summary>One branch drawn from the top down, on the day and if asked beside another; everything that is chosen stands in the address.</summary>
public sealed partial class ChartPage : IAsyncDisposable
{
    private readonly Latest _read = new();
    private Drawn? _drawn;
    private IJSObjectReference? _script;

    private ChartAddress Address { get; set; } = new();
    private bool IsParty => Address.Branch == Branch.Party;
    private IEnumerable<(string, string)> Depths => Enumerable.Range(1, 5).Select(depth => (depth.ToString(CultureInfo.InvariantCulture), T.Count("Noun.Level", depth))).Append(("9", T["OrgChart.DepthAll"].Value));
    private IEnumerable<(string, string)> Sides => [("0", T["OrgChart.SideNone"].Value), ("2", T["OrgChart.SideTwo"].Value), ("3", T["OrgChart.SideThree"].Value)];

    private string Facts => Address.With is { } with
        ? T["OrgChart.OnBeside", T[IsParty ? "Branch.Party" : "Branch.Government"], Format.Day(AsOf.Day), Format.Day(with)]
        : T["OrgChart.On", T[IsParty ? "Branch.Party" : "Branch.Government"], Format.Day(AsOf.Day)];

    protected override Task ReadAsync()
    {
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri(Navigation.Uri).Query);
        Address = ChartAddress.Of(name => query.TryGetValue(name, out var value) ? value.ToString() : null);
        return LoadAsync(_read, ReadAsync, Show);
    }

    private async Task<(UnitTree, Comparison?, (DateOnly?, DateOnly?))> ReadAsync(CancellationToken ct) => (
        await Organisation.BranchAsync(AsOf.Day, Address.Branch, ct),
        Address.With is { } with ? await Organisation.CompareAsync(with, AsOf.Day, Address.Branch, ct) : null,
        await Organisation.ChangeDaysAsync(AsOf.Day, Address.Branch, ct));

    /// <summary>What is drawn is kept, what it was drawn from is not.</summary>
    private void Show((UnitTree Tree, Comparison? Comparison, (DateOnly? Before, DateOnly? After) Steps) read)
    {
        var chart = new ChartTree(T, read.Tree, read.Comparison, Address, code => AsOf.Link($"/units/{Uri.EscapeDataString(code)}"), AsOf.LinkWith);
        var compared = read.Comparison is { } with
            ? new Counted(with.Units.Count(u => u.IsNew), with.Units.Count(u => u.IsGone), with.Units.Count(u => u is { IsNew: false, IsGone: false })) : null;
        _drawn = new(read.Steps, compared, chart.Found, chart.FirstFound, [.. chart.Above.Select(row => (row.Code, row.Name))], chart.Root?.Name, [.. chart.Branches.Select(row => (row.Code, row.Name))],
            [.. chart.Sheets().Where(sheet => sheet.Tops.Count > 0).Select(sheet => (sheet.Title, ChartDrawing.Draw(T, new(sheet.Tops, Address.SideBySide), sheet.Title ?? T["OrgChart.Title"])))]);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        _script = await JS.InvokeAsync<IJSObjectReference>("import", "./" + Assets["chart.js"]);
        await _script.InvokeVoidAsync("begin");
    }

    private string BranchLink(string? branch) => AsOf.Link("/units/chart", ("branch", branch), (WithDay.Key, Address.With is { } with ? $"{with:yyyy-MM-dd}" : null));

    private void Go(params (string Name, string? Value)[] parts) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(parts.ToDictionary(part => part.Name, part => (object?)part.Value)), replace: true);

    public async ValueTask DisposeAsync()
    {
        Dispose();
        try
        {
            if (_script is not null) await _script.DisposeAsync();
        }
        catch (JSDisconnectedException) // the browser is gone, and the script with it
        {
        }
    }

    private sealed record Drawn((DateOnly? Before, DateOnly? After) Steps, Counted? Compared, int Found, string? FirstFound, IReadOnlyList<(string Code, string Name)> Above, string? Root, IReadOnlyList<(string Code, string Name)> Branches, IReadOnlyList<(string? Title, string Svg)> Sheets);

    /// <summary>How many units are new, gone or other beside the other day.</summary>
    private sealed record Counted(int New, int Gone, int Other);
}
