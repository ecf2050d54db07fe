using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using OrgManager.Decisions;
using OrgManager.Web.Common;

namespace OrgManager.Web.Decisions;

public sealed partial class DecisionFilters
{
    [Inject] public required IStringLocalizer<Texts> T { get; init; }
    [Inject] public required AsOf AsOf { get; init; }
    [Inject] public required NavigationManager Navigation { get; init; }
    [Parameter, EditorRequired] public required DecisionQuery Query { get; set; }
    [Parameter, EditorRequired] public required IReadOnlyList<int> Years { get; set; }
    [Parameter] public IReadOnlySet<string>? Hidden { get; set; }
    [Parameter] public EventCallback<IReadOnlySet<string>> HiddenChanged { get; set; }

    private int Active => new[] { Query.Kind is not null, Query.YearSigned is not null, Query.WithoutFile }.Count(used => used);
    private IEnumerable<(string, string)> Kinds => Enum.GetValues<DecisionKind>().Select(kind => (kind.ToString(), T[$"DecisionKind.{kind}"].Value));

    /// <summary>A year without decisions, as an old address may ask for, is shown all the same.</summary>
    private IEnumerable<(string, string)> YearOptions => (Query.YearSigned is { } asked && !Years.Contains(asked) ? Years.Prepend(asked) : Years)
        .Select(year => year.ToString(CultureInfo.InvariantCulture)).Select(year => (year, year));

    private void Go(string name, string? value) => Navigation.NavigateTo(AsOf.LinkWith(name, value), replace: true);
}
