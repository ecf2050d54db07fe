using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using OrgManager.Decisions;
using OrgManager.Web.Common;

namespace OrgManager.Web.Decisions;

public sealed partial class DecisionFilters : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private readonly CancellationTokenSource _left = new();
    private string _text = "";
    private int _typed;

    [Inject] public required IStringLocalizer<Texts> T { get; init; }
    [Inject] public required AsOf AsOf { get; init; }
    [Inject] public required NavigationManager Navigation { get; init; }
    [Parameter, EditorRequired] public required DecisionQuery Query { get; set; }
    [Parameter, EditorRequired] public required IReadOnlyList<int> Years { get; set; }

    private int Active => new[] { Query.Kind is not null, Query.YearSigned is not null, Query.WithoutFile }.Count(used => used);
    private IEnumerable<(string, string)> Kinds => Enum.GetValues<DecisionKind>().Select(kind => (kind.ToString(), T[$"DecisionKind.{kind}"].Value));

    /// <summary>A year without decisions, as an old address may ask for, is shown all the same.</summary>
    private IEnumerable<(string, string)> YearOptions => (Query.YearSigned is { } asked && !Years.Contains(asked) ? Years.Prepend(asked) : Years)
        .Select(year => year.ToString(CultureInfo.InvariantCulture)).Select(year => (year, year));

    /// <summary>What is being typed is not overwritten by the answer to what was typed before.</summary>
    protected override void OnParametersSet()
    {
        if (_typed == 0) _text = Query.Text ?? "";
    }

    private async Task SearchAsync(ChangeEventArgs typed)
    {
        _text = typed.Value as string ?? "";
        var mine = ++_typed;
        await Task.Delay(Pause, CancellationToken.None);
        if (mine != _typed || _left.IsCancellationRequested) return;
        _typed = 0;
        Go("search", _text.Trim());
    }

    private void Go(string name, string? value) => Navigation.NavigateTo(AsOf.LinkWith(name, value), replace: true);

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }
}
