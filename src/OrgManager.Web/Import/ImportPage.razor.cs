using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Decisions;
using OrgManager.Import;
using OrgManager.Jobs;
using OrgManager.Reports;
using OrgManager.Web.Common;

namespace OrgManager.Web.Import;

/// <summary>Nhập danh sách từ tệp: the file, what its columns are, what each row would do, and the job that does it. The file is kept nowhere but here until then.</summary>
public sealed partial class ImportPage
{
    private readonly Latest _read = new(), _jobsRead = new();
    private readonly Dictionary<int, string> _answers = [];
    private IReadOnlyList<ImportBatchRow>? _batches;
    private IReadOnlyList<JobRow> _jobs = [];
    private SheetColumns? _sheet;
    private ImportCheck? _check;
    private ImportBatchRow? _undoing;
    private DecisionRef? _decision;
    private ImportMode _mode;
    private DateOnly? _on;
    private bool _reading, _partial, _remembered;
    private string? _trouble;

    [Inject] public required ImportService Imports { get; init; }
    [Inject] public required JobService Jobs { get; init; }
    [Inject] public required IJSRuntime JS { get; init; }

    protected override Permission? Lists => Permission.ChangeStaffWork;

    private int ToWrite => _check is { } check ? check.Count(ImportState.New) + check.Count(ImportState.Changed) : 0;
    private bool CanApply => ToWrite > 0 && (_partial || _check?.HasErrors == false);

    protected override async Task ReadAsync()
    {
        _on ??= AsOf.Day;
        await LoadAsync(_read, Imports.ListAsync, batches => _batches = batches);
        await LoadAsync(_jobsRead, Jobs.MineAsync, jobs => _jobs = [.. jobs.Where(j => j.Kind == "Import")]);
    }

    protected override void OnRefused(string message) => _trouble = message;

    private async Task ChooseAsync(InputFileChangeEventArgs chosen)
    {
        (_sheet, _trouble, _reading) = (null, null, true);
        Forget();
        await GuardedAsync(async () =>
        {
            (_sheet, _remembered) = await Imports.ProposeAsync(await SheetUpload.ReadAsync(chosen.File));
        });
    }

    private void ChangeColumns(SheetColumns sheet)
    {
        (_sheet, _remembered) = (sheet, false);
        Forget();
    }

    /// <summary>What was checked is no longer what is asked for.</summary>
    private void Forget()
    {
        (_check, _partial) = (null, false);
        _answers.Clear();
    }

    private async Task CheckAsync()
    {
        if (_sheet is not { } sheet || _on is not { } on) return;
        (_reading, _trouble) = (true, null);
        await GuardedAsync(async () => _check = await Imports.CheckAsync(sheet, Order(on)));
    }

    private Task AnswerAsync((int Row, string? Code) answer)
    {
        if (answer.Code is { } code) _answers[answer.Row] = code;
        else _answers.Remove(answer.Row);
        return CheckAsync();
    }

    /// <summary>The file with what is wrong beside each row, to be mended and imported again.</summary>
    private async Task ReportAsync()
    {
        if (_sheet is not { } sheet || _on is not { } on || _check is not { } check) return;
        await using var script = await JS.InvokeAsync<IJSObjectReference>("import", "./" + Assets["download.js"]);
        using var file = new DotNetStreamReference(new MemoryStream(XlsxFile.Write(ImportReport.Of(T, sheet, check, on))));
        await script.InvokeVoidAsync("save", $"{Path.GetFileNameWithoutExtension(sheet.Sheet.Name)}-ket-qua.xlsx", file);
    }

    private async Task ApplyAsync()
    {
        if (_sheet is not { } sheet || _on is not { } on || _check is not { } check) return;
        _trouble = null;
        await RunAsync(() => Imports.StartAsync(CheckedImport.Of(sheet, Order(on), check)), () =>
        {
            _sheet = null;
            _decision = null;
            Forget();
        });
        await ReadAsync();
    }

    private ImportOrder Order(DateOnly on) => new(on, _decision?.Id, _mode, _partial) { Answers = new Dictionary<int, string>(_answers) };

    private async Task UndoneAsync()
    {
        Saved(T["Import.Undone"]);
        await ReadAsync();
    }

    private async Task GuardedAsync(Func<Task> act)
    {
        await RunAsync(act, () => { });
        _reading = false;
    }
}
