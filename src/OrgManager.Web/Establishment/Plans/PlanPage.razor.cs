using Microsoft.AspNetCore.Components;
using OrgManager.Establishment;
using OrgManager.Web.Common;

namespace OrgManager.Web.Establishment.Plans;

/// <summary>One quota plan: a grid to be typed in while it is open, with sums and findings always in sight, and the acts by which it goes on.</summary>
public sealed partial class PlanPage
{
    private const int Size = 100;
    private readonly Latest _read = new();
    private PlanForm? _form;
    private string? _trouble;
    private Task<bool> _saving = Task.FromResult(true);
    private Act? _open;

    [Inject] public required QuotaPlanService Plans { get; init; }
    [Parameter] public Guid Id { get; set; }
    [SupplyParameterFromQuery] public string? Category { get; set; }
    [SupplyParameterFromQuery(Name = "differs")] public string? Differs { get; set; }
    [SupplyParameterFromQuery(Name = AsOf.Page)] public int? PageAsked { get; set; }

    protected override string? Place => Id.ToString();

    private PlanDetails? Plan => _form?.Plan;
    private QuotaCategory? Only => ShownEstablishment.CategoryOf(Category);
    private bool OnlyChanged => Differs == "1";
    private IEnumerable<(string, string)> Categories => Enum.GetValues<QuotaCategory>().Select(category => (category.ToString(), T.Name(category)));
    private List<PlanFormLine> Shown => [.. _form!.Lines.Where(l => (Only is null || l.Line.Category == Only) && (!OnlyChanged || l.Difference != 0)).OrderBy(l => l.Line.Kind)];
    private int Page => Math.Clamp(PageAsked ?? 1, 1, Math.Max(1, (Shown.Count + Size - 1) / Size));

    protected override Task ReadAsync() => Plan?.Seen.Id == Id ? Task.CompletedTask : LoadAsync(_read, ct => Plans.GetAsync(Id, ct), plan => _form = new(plan));

    private void Choose(string filter, string? value) => Navigation.NavigateTo(AsOf.LinkWith(filter, value), replace: true);

    private async Task SaveAsync()
    {
        if (await SaveBeforeLeavingAsync()) Saved(T["Plan.Title", Plan!.Year]);
    }

    /// <summary>What is just being saved goes first, or a click would be lost on it.</summary>
    private async Task<bool> SaveBeforeLeavingAsync()
    {
        await _saving;
        return await (_saving = SaveNowAsync());
    }

    private async Task<bool> SaveNowAsync()
    {
        if (_form is not { } form || form.Unsaved == 0) return true;
        _trouble = form.Wrong is { } wrong ? T["Quota.NotANumber", wrong].Value : null;
        if (_trouble is not null) return false;
        PlanDetails? saved = null;
        await RunAsync(async () =>
        {
            await Plans.ReviseAsync(form.Plan.Seen, form.Told);
            saved = await Plans.GetAsync(Id); // as part of saving: whoever submits at once submits what was saved
        }, () => _form = new(saved!));
        return saved is not null;
    }

    private async Task SubmitAsync()
    {
        if (!await SaveBeforeLeavingAsync()) return;
        var submitted = false;
        _trouble = null;
        await RunAsync(() => Plans.SubmitAsync(Plan!.Seen), () => submitted = true);
        if (!submitted) return;
        Saved(T["Plan.Submitted", Plan!.Year]);
        await ReloadAsync();
    }

    private Task ReloadAsync() => LoadAsync(_read, ct => Plans.GetAsync(Id, ct), plan => _form = new(plan));

    private Task ChangedAsync(SavedChange change)
    {
        _open = null;
        Saved(change);
        return ReloadAsync();
    }

    private void Leave(SavedChange change)
    {
        (_open, _form) = (null, null);
        StateHasChanged(); // what was typed is thrown away, and is not asked about
        Saved(change);
        Navigation.NavigateTo(AsOf.Link("/quota/plans"));
    }

    protected override void OnRefused(string message) => _trouble = message;

    /// <summary>Somebody else was quicker: what is true now is shown, and what was typed stays.</summary>
    protected override void OnConflict(object current)
    {
        if (current is PlanDetails now) _form = new(now, _form);
    }

    private enum Act { Discard, Return, Lock }
}
