using System.Globalization;
using Microsoft.AspNetCore.Components;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Web.Common;

namespace OrgManager.Web.Establishment;

/// <summary>Phân bổ: what a receiver has of a category, split over its units from a day on, with what remains always in sight.</summary>
public sealed partial class AllocationSheet
{
    private readonly Latest _read = new();
    private UnitRef? _receiver;
    private QuotaCategory _category;
    private DateOnly? _from;
    private DecisionRef? _decision;
    private AllocationForm? _form;
    private string _reason = "";

    [Inject] public required EstablishmentService Establishment { get; init; }
    [Inject] public required QuotaService Quotas { get; init; }
    [Parameter, EditorRequired] public required EstablishmentTable Table { get; set; }

    /// <summary>The category to begin with.</summary>
    [Parameter] public QuotaCategory? Category { get; set; }
    [Parameter] public EventCallback<SavedChange> OnSaved { get; set; }

    private IReadOnlyList<QuotaReceiver> Receivers => Table.Receivers;
    private IReadOnlyList<QuotaCategory> Categories => Receivers.FirstOrDefault(r => r.Unit == _receiver)?.Categories ?? [];
    private int Year => (_from ?? AsOf.Day).Year;

    protected override Task OnInitializedAsync()
    {
        if (Receivers.Count == 0) return Task.CompletedTask;
        _receiver = (Receivers.FirstOrDefault(r => Category is { } c && r.Categories.Contains(c)) ?? Receivers[0]).Unit;
        _category = Category is { } asked && Categories.Contains(asked) ? asked : Categories[0];
        return GoToAsync(new(AsOf.Day.Year + 1, 1, 1)); // levels are given by the calendar year
    }

    private Task ChooseReceiverAsync(ChangeEventArgs choice)
    {
        _receiver = Receivers.First(r => r.Unit.Code == choice.Value?.ToString()).Unit;
        if (!Categories.Contains(_category)) _category = Categories[0];
        return GoToAsync(_from);
    }

    private Task ChooseCategoryAsync(ChangeEventArgs choice)
    {
        _category = Enum.Parse<QuotaCategory>(choice.Value?.ToString() ?? "");
        return GoToAsync(_from);
    }

    private async Task GoToAsync(DateOnly? day)
    {
        (_from, Trouble) = (day, null);
        if (day is not { } from || _receiver is not { } receiver) return;
        await LoadAsync(_read, ct => Establishment.AllocationAsync(receiver.Id, _category, from, ct), read => _form = new(read, _form));
    }

    private async Task SaveAsync()
    {
        if (LacksDay(_from) || _form is not { } form) return;
        if (form.Wrong is { } wrong) { Trouble = T["Quota.NotANumber", wrong]; return; }
        if (form.Changes.Count == 0) { Trouble = T["Change.Nothing"]; return; }
        await SaveAsync(() => Quotas.ReviseAsync(form.Changes, form.From, _decision?.Id, _reason), () => OnSaved.InvokeAsync(Told(_receiver!.Name, T["Quota.AllocateOf", T.Name(_category).ToLower(CultureInfo.CurrentUICulture), Year], form.From)));
    }

    protected override void OnConflict(object current)
    {
        if (current is IReadOnlyList<SeenQuota> now) _form?.Follow(now);
    }
}
