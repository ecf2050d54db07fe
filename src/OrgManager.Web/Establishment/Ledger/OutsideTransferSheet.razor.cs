using System.Globalization;
using Microsoft.AspNetCore.Components;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Web.Common;

namespace OrgManager.Web.Establishment.Ledger;

/// <summary>An organisation or function goes out of the department or comes into it: its posts and the baselines of targets change together.</summary>
public sealed partial class OutsideTransferSheet
{
    private readonly Latest _read = new(), _previewRead = new();
    private readonly List<QuotaLine> _lines = [.. Enum.GetValues<QuotaCategory>().Select(category => new QuotaLine(category, null, beginsThatDay: false))];
    private IReadOnlyList<UnitTreeRow>? _units;
    private QuotaMoveKind _kind = QuotaMoveKind.Out;
    private Guid _unitId;
    private string _subject = "";
    private DateOnly? _from;
    private DecisionRef? _decision;
    private OutsidePreview? _preview;
    private List<Shift> _shifts = [];

    [Inject] public required OrganisationService Organisation { get; init; }
    [Inject] public required OutsideTransferService Transfers { get; init; }
    [Parameter, EditorRequired] public required UnitRef Unit { get; set; }
    [Parameter] public EventCallback<SavedChange> OnSaved { get; set; }

    private PostCounts Posts => _lines.Aggregate(PostCounts.None, (sum, line) => sum.Plus(line.Category, line.Posts ?? 0));

    protected override Task OnInitializedAsync()
    {
        _unitId = Unit.Id;
        return GoToAsync(AsOf.Day);
    }

    private async Task GoToAsync(DateOnly? day)
    {
        _from = day;
        if (day is { } on) await LoadAsync(_read, ct => Organisation.TreeAsync(on, ct), tree => _units = [.. tree.Government.Where(u => u.Posts is not null)]);
        await PreviewAsync();
    }

    private Task ChooseAsync(QuotaMoveKind kind)
    {
        _kind = kind;
        return PreviewAsync();
    }

    /// <summary>What was typed for a target stays while the posts are typed, unless it is only what was proposed.</summary>
    private async Task PreviewAsync()
    {
        (_preview, Trouble) = (null, null);
        if (_from is not { } from || Posts.Total == 0) return;
        await LoadAsync(_previewRead, ct => Transfers.PreviewAsync(_kind, _unitId, Posts, from, ct), preview =>
        {
            _preview = preview;
            _shifts = [.. preview.Targets.Select(target => _shifts.Find(s => s.Target.Code == target.Code) is { IsTouched: true } typed ? typed with { Target = target } : new Shift(target))];
        });
    }

    private async Task SaveAsync()
    {
        if (LacksDay(_from) || _from is not { } from) return;
        if (_lines.Find(l => l.Wrong)?.Typed is { } wrong || (wrong = _shifts.Find(s => s.Amount is null)?.Typed) is not null) { Trouble = T["Quota.NotANumber", wrong]; return; }
        if (_decision is not { } decision) { Trouble = T["Outside.DecisionMissing"]; return; }
        var transfer = new OutsideTransfer(_kind, _unitId, Posts, _subject, decision.Id, [.. _shifts.Select(s => new BaselineShift(s.Target.Code, s.Amount!.Value))]);
        await SaveAsync(() => Transfers.MoveAsync(transfer, from), () => OnSaved.InvokeAsync(Told(_subject.Trim(), T[$"Outside.{_kind}"], from)));
    }

    /// <summary>By how much a baseline moves, while it is being typed.</summary>
    private sealed record Shift(ProposedShift Target)
    {
        public string Typed { get; set; } = Text(Target.Amount);
        public bool IsTouched => Typed != Text(Target.Amount);
        public decimal? Amount => Typed.Trim().Length == 0 ? 0 : decimal.TryParse(Typed.Replace('−', '-').Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) ? amount : null;

        private static string Text(decimal amount) => amount.ToString("0.##", CultureInfo.InvariantCulture);
    }
}
