using Microsoft.AspNetCore.Components;
using OrgManager.Common;
using OrgManager.Decisions;
using OrgManager.Staff;
using OrgManager.Web.Common;

namespace OrgManager.Web.Staff;

/// <summary>Xếp lương, nâng bậc: rank, step and coefficient of one person from a day on.</summary>
public sealed partial class SalarySheet
{
    private readonly Latest _read = new();
    private IReadOnlyList<SalaryStretch> _steps = [];
    private Seen? _seen;
    private DateOnly? _from, _endsOn;
    private DecisionRef? _decision;
    private readonly SalaryForm _form = new();
    private bool _loaded;

    [Inject] public required StaffService Staff { get; init; }
    [Parameter, EditorRequired] public required PersonCard Person { get; set; }
    [Parameter] public EventCallback<SavedChange> OnSaved { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _steps = [.. (Person.Personal?.Salary ?? []).Select(s => new SalaryStretch(s.From, s.Until, s.Facts))];
        await GoToAsync(AsOf.Day);
        if (_from is { } from) _form.Rank = On(from)?.Rank ?? "";
        _loaded = true;
    }

    private async Task GoToAsync(DateOnly? day)
    {
        (_from, _seen) = (day, null);
        if (day is not { } on) return;
        Trouble = null;
        await LoadAsync(_read, ct => Staff.EmploymentOnAsync(Person.PersonId, on, ct), details => (_seen, _endsOn) = (details.Seen, details.EndsOn));
    }

    private SalaryFacts? On(DateOnly day) => _steps.FirstOrDefault(s => s.From <= day && !(s.Until <= day))?.Facts;

    /// <summary>The day the next known step begins, or the person is no longer there.</summary>
    private DateOnly? Until(DateOnly from) => _steps.Where(s => s.From > from).Select(s => (DateOnly?)s.From).Append(_endsOn).Min();

    private async Task SaveAsync()
    {
        if (LacksDay(_from) || _from is not { } from) return;
        if (_seen is not { } seen) { Trouble = T["Staff.NotInPost", Format.Day(from)]; return; }
        if (_form.Typed is not { } salary) { Trouble = T["Salary.Incomplete"]; return; }
        if (On(from) == salary) { Trouble = T["Change.Nothing"]; return; }
        await SaveAsync(() => Staff.SetSalaryAsync(seen, salary, from, _decision?.Id), () => OnSaved.InvokeAsync(Told(Person.FullName, T["Salary.Set"], from)));
    }

    protected override void OnUnreadable(string message) => (Trouble, _seen) = (T["Staff.NotInPost", Format.Day(_from ?? AsOf.Day)], null);

    /// <summary>What was typed stays; the salary somebody else entered is said beside what it was.</summary>
    protected override void OnConflict(object current)
    {
        if (current is not SalaryDetails now || _from is not { } from) return;
        var (was, becomes) = (On(from), now.On(from));
        (_seen, _steps) = (now.Seen, now.Steps);
        if (was != becomes) Trouble += " " + T["Change.NowIs", T["Person.Salary"], T.Salary(was), T.Salary(becomes)];
    }
}
