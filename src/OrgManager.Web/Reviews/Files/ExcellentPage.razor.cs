using System.Globalization;
using Microsoft.AspNetCore.Components;
using OrgManager.Common;
using OrgManager.Reviews;
using OrgManager.Web.Common;

namespace OrgManager.Web.Reviews.Files;

/// <summary>The committee's own ballot over all cells: votes typed, whom they choose within the cap, and the decision on all of them at once.</summary>
public sealed partial class ExcellentPage
{
    private readonly Latest _read = new();
    private ExcellentForm? _form;
    private string? _trouble;

    [Inject] public required ExcellentService Rounds { get; init; }
    [Inject] public required CellReviewService Sheets { get; init; }
    [Parameter] public int Year { get; set; }
    [Parameter] public string Code { get; set; } = "";

    protected override string? Place => $"{Year}/{Code}";

    private string Brief(string? grade) => grade is null ? Format.None : RuleWords.Brief(_form!.List.Rules, grade);

    private static int Count(ChangeEventArgs typed) => int.TryParse(typed.Value?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;

    protected override Task ReadAsync() => LoadAsync(_read, ct => Rounds.ListAsync(Year, Code, ct), list => (_form, _trouble) = (new(list), null));

    private async Task SaveAsync()
    {
        if (_form is not { IsChanged: true } form) return;
        _trouble = form.On is null ? T["Change.DayMissing"].Value : null;
        if (form.Ballot is not { } ballot) return;
        var saved = false;
        await RunAsync(() => Rounds.RecordAsync(form.Round, ballot), () => saved = true);
        if (!saved) return;
        Saved(T["Excellent.Saved"]);
        await ReadAsync();
    }

    private async Task DecideAsync()
    {
        if (_form is not { IsChanged: false } form) return;
        var (decided, done) = (form.Decided, false);
        await RunAsync(() => Sheets.DecideAsync(decided), () => done = true);
        if (!done) return;
        Saved(T["Excellent.WasDecided", Format.Number(decided.Count)]);
        await ReadAsync();
    }

    private async Task<bool> SaveBeforeLeavingAsync()
    {
        await SaveAsync();
        return _form?.IsChanged == false;
    }

    /// <summary>What was typed is kept and may be saved over the other's ballot; a decision is looked at anew.</summary>
    protected override void OnConflict(object current)
    {
        if (_form is { } form && current is Seen now && now.Id == form.Round.Id) form.Round = now;
        else _ = InvokeAsync(ReadAsync);
    }

    protected override void OnRefused(string message) => _trouble = message;
}
