using Microsoft.AspNetCore.Components;
using OrgManager.Reviews;
using OrgManager.Web.Common;
using Radzen;

namespace OrgManager.Web.Reviews;

/// <summary>One cell's results of a year, typed from its minutes with the keyboard alone, the caps counted while typing.</summary>
public sealed partial class CellReviewPage
{
    private readonly Latest _read = new(), _calledRead = new();
    private CellReviewForm? _form;
    private string? _trouble;
    private bool _saved, _changedMeanwhile, _delegating, _more = true;

    [Inject] public required CellReviewService Sheets { get; init; }
    [Parameter] public int Year { get; set; }
    [Parameter] public string Code { get; set; } = "";

    protected override string? Place => $"{Year}/{Code}";

    private ReviewSubject Subject => _form?.Sheet.Subject ?? default;

    private bool IsOfStaff => Subject == ReviewSubject.Staff;

    private bool IsFull => _form?.Sheet.Mode == CycleMode.FullFile;

    private Task MovedAsync(string done)
    {
        Saved(done);
        return ReadAsync();
    }

    private Task LentAsync(string done)
    {
        _delegating = false;
        return MovedAsync(done);
    }

    private IReadOnlyList<ReviewFinding> Findings => new ReviewFindings(T, _form!).All;

    private string OwnCounts => string.Join(" · ", _form!.Rules.Grades.Select(g => (g.Code, Count: _form.Lines.Count(l => l.Effective == g.Code))).Where(g => g.Count > 0).Select(g => $"{Format.Number(g.Count)} {g.Code}"))
        is { Length: > 0 } counts ? counts : Format.None;

    protected override Task ReadAsync()
    {
        if (_form?.Sheet.Cell.Code != Code || _form.Sheet.Year != Year) (_form, _saved, _trouble) = (null, false, null);
        return LoadAsync(_read, ct => Sheets.SheetAsync(Year, Code, ct), sheet => _form = new(sheet, _form));
    }

    /// <summary>In place of what is shown, so that the field that has the focus keeps it.</summary>
    private Task ReadAfreshAsync() => LoadAsync(_read, ct => Sheets.SheetAsync(Year, Code, ct), sheet => _form = new(sheet));

    /// <summary>Of how many the votes are counted follows the day that is typed.</summary>
    private Task CallAsync(DateOnly met) => LoadAsync(_calledRead, ct => Sheets.CalledAsync(Code, met, ct), called => { if (_form?.MeetingOn == met) _form.Take(called); });

    private Task SaveAsync() => SaveAsync(again: true);

    /// <param name="again">Of two who type different rows nobody is stopped: what the other entered is read, and this is saved beside it.</param>
    private async Task SaveAsync(bool again)
    {
        if (_form is not { MayEdit: true, IsChanged: true } form) return;
        (_trouble, _saved) = (form.Wrong is { } wrong ? T[wrong.Code, wrong.Args].Value : null, false);
        if (_trouble is not null) return;
        await RunAsync(async () =>
        {
            if (form.Entry is { } entry)
            {
                await Sheets.EnterAsync(entry);
                if (form.Decided.Count > 0) form = new(await Sheets.SheetAsync(Year, Code), form); // entering made newer versions of what is decided now
            }
            if (form.Decided is { Count: > 0 } decided) await Sheets.DecideAsync(decided);
        }, () => _saved = true);
        var saved = _saved;
        if (!saved && !_changedMeanwhile) return;
        _changedMeanwhile = false;
        await (saved ? ReadAfreshAsync() : ReadAsync()); // not saved, what was typed stays on what is true now
        _saved = saved;
        if (!saved && again && _form is { IsChanged: true, IsContradicted: false }) await SaveAsync(again: false);
    }

    private async Task<bool> SaveBeforeLeavingAsync()
    {
        await SaveAsync();
        StateHasChanged();
        return _saved;
    }

    protected override void OnRefused(string message) => _trouble = message;

    protected override void OnConflict(object current) => _changedMeanwhile = true;
}
