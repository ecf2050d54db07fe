using Microsoft.AspNetCore.Components;
using OrgManager.Staff;
using OrgManager.Web.Common;

namespace OrgManager.Web.Staff;

/// <summary>Đính chính the day or the reason somebody left, or that they never did; hủy a leaving that has not come yet.</summary>
public sealed partial class LeavingAmendSheet
{
    private readonly Latest _read = new();
    private EmploymentDetails? _details;
    private DateOnly? _day;
    private EmploymentEnd _why;
    private bool _never;
    private string _reason = "";

    [Inject] public required StaffService Staff { get; init; }
    [Parameter, EditorRequired] public required PersonCard Person { get; set; }
    [Parameter] public EventCallback<SavedChange> OnSaved { get; set; }

    private DateOnly LeftOn => Person.EndsOn!.Value;
    private bool IsAhead => LeftOn > AsOf.Today;
    private bool GoesOn => IsAhead || _never;

    private string Becomes => GoesOn ? T["Staff.GoesOn"]
        : _day is { } day ? $"{T[$"EmploymentEnd.{_why}"]}, {T["Staff.LeavesPreview", Format.Day(day.AddDays(-1))]}" : Format.None;

    protected override Task OnInitializedAsync()
    {
        (_day, _why) = (LeftOn, Person.EndReason ?? default);
        return LoadAsync(_read, ct => Staff.EmploymentOnAsync(Person.PersonId, LeftOn.AddDays(-1), ct), details => _details = details);
    }

    private async Task SaveAsync()
    {
        if (_details is not { Seen: var seen } was) return;
        if (!GoesOn && LacksDay(_day)) return;
        if (!GoesOn && (was.EndsOn, was.EndReason) == (_day, _why)) { Trouble = T["Change.Nothing"]; return; }
        await SaveAsync(() => IsAhead ? Staff.WithdrawEndAsync(seen) : Staff.CorrectEndAsync(seen, _never ? null : _day, _why, _reason), () => OnSaved.InvokeAsync(Told(Person.FullName, T[IsAhead ? "Staff.CallOffTitle" : "Staff.LeavingTitle"])));
    }

    /// <summary>What was typed stays; what somebody else made of the leaving is said beside what it was.</summary>
    protected override void OnConflict(object current)
    {
        if (current is not EmploymentDetails now || _details is not { } seen) return;
        var (was, becomes) = (T.Leaving(seen.EndsOn, seen.EndReason), T.Leaving(now.EndsOn, now.EndReason));
        if (was != becomes) Trouble += " " + T["Change.NowIs", T["Staff.Leaves"], was, becomes];
        _details = now;
    }
}
