using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Decisions;
using OrgManager.Establishment;

namespace OrgManager.Tests.Establishment;

/// <summary>The plan of a year: drafted, submitted, returned, locked; and what locking writes.</summary>
public class QuotaPlanServiceTests : IAsyncLifetime
{
    private const QuotaCategory Civil = QuotaCategory.CivilServant, Budget = QuotaCategory.PublicEmployeeBudget;
    private static readonly DateOnly Next = new(2027, 1, 1);
    private TestOrg _org = null!;
    private Guid _decision;
    private QuotaPlanService Plans => _org.Get<QuotaPlanService>();

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        _decision = await _org.Get<DecisionService>().RegisterAsync(new DecisionFacts(DecisionKind.Decision, "400/QĐ-SCT", "Sở Công Thương", new(2026, 12, 20), Next, "Giao biên chế năm 2027"));
        await _org.SignInAsync("hr");
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task A_draft_has_the_levels_of_its_scope_line_by_line()
    {
        var plan = await Plans.GetAsync(await DraftAsync());

        Assert.Equal((2027, "SCT", QuotaPlanState.Draft), (plan.Year, plan.Unit.Code, plan.State));
        Assert.All(plan.Lines, line => Assert.Equal(line.Current ?? 0, line.Posts));
        Assert.Equal((53, 53), (Sum(plan, QuotaKind.Assigned, Civil), Sum(plan, QuotaKind.Allocated, Civil)));
        Assert.Equal(("Lãnh đạo Sở", 4), (plan.Lines.Single(l => l is { Unit.Code: "SCT", Kind: QuotaKind.Allocated, Category: Civil }).OwnRow, plan.Lines.Single(l => l is { Unit.Code: "SCT", Kind: QuotaKind.Allocated, Category: Civil }).Posts));
        Assert.True(plan is { MayRevise: true, MayLock: false });
    }

    [Fact]
    public async Task Locking_writes_every_level_from_1_January_by_the_decision()
    {
        var id = await SubmittedAsync(("VP", -1), ("SCT", -1));
        await _org.SignInAsync("director");
        await Plans.LockAsync((await Plans.GetAsync(id)).Seen, _decision);

        var (before, then) = (await _org.SnapshotAsync(Next.AddDays(-1)), await _org.SnapshotAsync(Next));
        Assert.Equal((9, 8, 52), (before.Unit("VP")!.Allocated[Civil], then.Unit("VP")!.Allocated[Civil], then.Unit("SCT")!.Assigned!.Value[Civil]));
        var ledger = await _org.Get<LedgerService>().ListAsync(new(Next, Kind: QuotaKind.Allocated, Year: 2027, WithSame: true), new(0, 50));
        Assert.All(ledger.Rows, row => Assert.Equal("400/QĐ-SCT", row.Decision!.Number));
        Assert.Equal((QuotaPlanState.Locked, "400/QĐ-SCT", false), ((await Plans.GetAsync(id)).State, (await Plans.GetAsync(id)).Decision!.Number, (await Plans.GetAsync(id)).MayRevise));
    }

    [Fact]
    public async Task One_that_was_locked_wrongly_is_opened_again_and_its_levels_are_what_they_were()
    {
        await _org.Get<QuotaService>().SetAsync([new(await _org.UnitIdAsync("VP"), QuotaKind.Allocated, Civil, 7)], Next);
        var id = await SubmittedAsync(("SCT", -1));
        await _org.SignInAsync("director");
        await Plans.LockAsync((await Plans.GetAsync(id)).Seen, _decision);
        var locked = await Plans.GetAsync(id);
        Assert.True(locked.MayUnlock);

        await Refusal.IsAsync("QuotaPlan.RemarkMissing", () => Plans.UnlockAsync(locked.Seen, " "));
        await Plans.UnlockAsync(locked.Seen, "Chốt nhầm số của VP");

        var then = await _org.SnapshotAsync(Next);
        Assert.Equal((7, 53), (then.Unit("VP")!.Allocated[Civil], then.Unit("SCT")!.Assigned!.Value[Civil]));
        var open = await Plans.GetAsync(id);
        Assert.Equal((QuotaPlanState.Returned, "Chốt nhầm số của VP", false), (open.State, open.Steps[^1].Remark, open.MayUnlock));
        Assert.Null(open.Decision);
        await Refusal.IsAsync("QuotaPlan.NotLocked", () => Plans.UnlockAsync(open.Seen, "Lại"));
    }

    [Fact]
    public async Task A_level_known_already_for_that_very_day_becomes_the_plans()
    {
        await _org.Get<QuotaService>().SetAsync([new(await _org.UnitIdAsync("VP"), QuotaKind.Allocated, Civil, 7)], Next);
        var id = await SubmittedAsync(("VP", -1));
        await _org.SignInAsync("director");
        await Plans.LockAsync((await Plans.GetAsync(id)).Seen, _decision);

        var row = (await _org.Get<LedgerService>().ListAsync(new(Next, "VP", QuotaKind.Allocated, Civil, 2027), new(0, 9))).Rows.Single();
        Assert.Equal((8, "400/QĐ-SCT"), (row.After, row.Decision!.Number));
    }

    [Fact]
    public async Task Its_levels_are_not_called_off_by_themselves_until_it_is_opened_again()
    {
        var (pending, quotas, office) = (_org.Get<PendingChanges>(), _org.Get<QuotaService>(), await _org.UnitIdAsync("VP"));
        await quotas.SetAsync([new(office, QuotaKind.Allocated, Civil, 7)], Next);
        var id = await SubmittedAsync(("SCT", -1));
        await _org.SignInAsync("director");
        await Plans.LockAsync((await Plans.GetAsync(id)).Seen, _decision);

        await _org.SignInAsync("hr");
        var list = await pending.ListAsync(new(), new(Take: 500));
        var ofPlan = list.Rows.Where(r => r.Change.On == Next).ToList();
        Assert.Contains(ofPlan, row => row.Change.Unit!.Code == "VP");
        Assert.All(ofPlan, row => Assert.Equal((PendingStay.OfPlan, false), (row.Stays, row.MayCallOff)));
        await Refusal.IsAsync("Pending.OfPlan", () => pending.CallOffAsync(ofPlan[0].Change.Refs, "Thôi", list.Seq));
        var level = (await quotas.OfUnitAsync(office)).Single(q => q is { Kind: QuotaKind.Allocated, Category: Civil });
        await Refusal.IsAsync("Pending.OfPlan", () => quotas.WithdrawAsync([(level.Seen, level.Levels[^1].Id)]));

        await _org.SignInAsync("director");
        await Plans.UnlockAsync((await Plans.GetAsync(id)).Seen, "Chốt nhầm");
        await _org.SignInAsync("hr");
        list = await pending.ListAsync(new(), new(Take: 500));
        var typed = Assert.Single(list.Rows, r => r.Change.On == Next);
        Assert.Equal(("VP", null, true), (typed.Change.Unit!.Code, typed.Stays, typed.MayCallOff));
        await pending.CallOffAsync(typed.Change.Refs, "Thôi", list.Seq);
        Assert.Equal(9, (await _org.SnapshotAsync(Next)).Unit("VP")!.Allocated[Civil]);
    }

    [Fact]
    public async Task It_gives_posts_to_a_unit_that_is_to_have_some_only_later()
    {
        var unit = await _org.UnitIdAsync("QLCN");
        await _org.Get<QuotaService>().SetAsync([new(unit, QuotaKind.Allocated, QuotaCategory.SupportContract, 3)], Next.AddMonths(6));
        var plan = await Plans.GetAsync(await DraftAsync());
        await Plans.ReviseAsync(plan.Seen, [.. plan.Lines.Select(l => new PlanLine(l.Unit.Id, l.Kind, l.Category, l.Posts, l.Reason)), new(unit, QuotaKind.Allocated, QuotaCategory.SupportContract, 2, "Bổ sung")]);
        await Plans.SubmitAsync((await Plans.GetAsync(plan.Seen.Id)).Seen);
        await _org.SignInAsync("director");

        await Plans.LockAsync((await Plans.GetAsync(plan.Seen.Id)).Seen, _decision);

        Assert.Equal((0, 2, 3), (await SupportAsync(Next.AddDays(-1)), await SupportAsync(Next), await SupportAsync(Next.AddMonths(6))));
        async Task<int> SupportAsync(DateOnly on) => (await _org.SnapshotAsync(on)).Unit("QLCN")!.Allocated.SupportContract;
    }

    [Fact]
    public async Task A_line_that_differs_says_why_before_the_plan_is_submitted()
    {
        var seen = await ReviseAsync(await DraftAsync(), null, ("VP", -1));
        await Refusal.IsAsync("QuotaPlan.ReasonMissing", () => Plans.SubmitAsync(seen));
    }

    [Fact]
    public async Task A_returned_plan_says_why_and_may_be_changed_again()
    {
        var id = await SubmittedAsync(("VP", -1));
        var seen = (await Plans.GetAsync(id)).Seen;
        await Refusal.IsAsync("QuotaPlan.NotOpen", () => Plans.ReviseAsync(seen, []));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Plans.ReturnAsync(seen, "Chưa rõ"));

        await _org.SignInAsync("director");
        await Refusal.IsAsync("QuotaPlan.RemarkMissing", () => Plans.ReturnAsync(seen, " "));
        await Plans.ReturnAsync(seen, "Chưa rõ lý do giảm");

        await _org.SignInAsync("hr");
        var plan = await Plans.GetAsync(id);
        Assert.Equal((QuotaPlanState.Returned, "Chưa rõ lý do giảm", "Trịnh Hữu Thuyên", true), (plan.State, plan.Steps[^1].Remark, plan.Steps[^1].By, plan.MayRevise));
        await ReviseAsync(id, "Giảm theo lộ trình", ("VP", 0));
    }

    [Fact]
    public async Task Of_two_directors_who_lock_the_same_plan_at_once_exactly_one_wins()
    {
        var id = await SubmittedAsync(("VP", -1));
        await _org.SignInAsync("director");
        await using var other = _org.Beside();
        await other.SignInAsync("director");
        var seen = (await Plans.GetAsync(id)).Seen;

        var outcomes = await Task.WhenAll(new[] { Plans, other.Get<QuotaPlanService>() }.Select(plans => Task.Run(() => Record.ExceptionAsync(() => plans.LockAsync(seen, _decision)))));

        Assert.Single(outcomes, e => e is null);
        Assert.Single(outcomes, e => e is ConflictException);
    }

    [Fact]
    public async Task Of_two_drafts_of_one_year_only_one_is_locked()
    {
        var (first, second) = (await SubmittedAsync(("VP", -1)), await SubmittedAsync(("VP", -2)));
        await _org.SignInAsync("director");
        await Plans.LockAsync((await Plans.GetAsync(first)).Seen, _decision);

        await Refusal.IsAsync("QuotaPlan.LockedAlready", async () => await Plans.LockAsync((await Plans.GetAsync(second)).Seen, _decision));
        Assert.Equal(8, (await _org.SnapshotAsync(Next)).Unit("VP")!.Allocated[Civil]);
    }

    [Fact]
    public async Task The_plan_of_the_unit_above_is_the_ceiling_once_it_is_decided()
    {
        var (above, below) = (await SubmittedAsync(("XT", 0)), await SubmittedAsync("XT", ("XT", 1)));
        Assert.Contains((await Plans.GetAsync(below)).Ceilings, c => c is { Above.Code: "SCT", Locked: false, Category: Budget, Posts: 9 });

        await _org.SignInAsync("director");
        await Plans.LockAsync((await Plans.GetAsync(above)).Seen, _decision);

        await Refusal.IsAsync("QuotaPlan.OverCeiling", async () => await Plans.LockAsync((await Plans.GetAsync(below)).Seen, _decision));
    }

    [Fact]
    public async Task A_decided_plan_of_a_unit_stands_under_the_plan_above_it_and_is_not_undercut()
    {
        var (below, above) = (await SubmittedAsync("XT", ("XT", 0)), await SubmittedAsync(("XT", -1)));
        await _org.SignInAsync("director");
        await Plans.LockAsync((await Plans.GetAsync(below)).Seen, _decision);

        await Refusal.IsAsync("QuotaPlan.BelowLocked", async () => await Plans.LockAsync((await Plans.GetAsync(above)).Seen, _decision));
    }

    [Fact]
    public async Task A_draft_can_be_thrown_away_a_submitted_plan_not()
    {
        var (draft, submitted) = (await DraftAsync(), await SubmittedAsync(("VP", -1)));

        await Plans.DiscardAsync((await Plans.GetAsync(draft)).Seen);
        await Refusal.IsAsync("QuotaPlan.NotOpen", async () => await Plans.DiscardAsync((await Plans.GetAsync(submitted)).Seen));

        Assert.Equal(submitted, Assert.Single((await Plans.ListAsync()).Plans).Id);
    }

    [Fact]
    public async Task A_line_outside_the_plans_unit_or_twice_the_same_is_refused()
    {
        var seen = (await Plans.GetAsync(await _org.Get<QuotaPlanService>().DraftAsync(await _org.UnitIdAsync("XT"), 2027))).Seen;
        var office = new PlanLine(await _org.UnitIdAsync("VP"), QuotaKind.Allocated, Civil, 1, null);
        var own = office with { UnitId = await _org.UnitIdAsync("XT") };

        await Refusal.IsAsync("QuotaPlan.UnitElsewhere", () => Plans.ReviseAsync(seen, [office]));
        await Refusal.IsAsync("QuotaPlan.LineTwice", () => Plans.ReviseAsync(seen, [own, own]));
        await Refusal.IsAsync("QuotaPlan.YearOutOfRange", async () => await Plans.DraftAsync(await _org.UnitIdAsync("XT"), 2099));
    }

    [Fact]
    public async Task The_annexes_name_the_day_of_each_column_and_add_up_to_the_plan()
    {
        var id = await SubmittedAsync(("VP", 1));
        var (offices, services) = (await Plans.AnnexAsync(id, EstablishmentBlock.Administration), await Plans.AnnexAsync(id, EstablishmentBlock.ServiceUnits));

        Assert.Equal((new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31), Next), (offices.AssignedOn, offices.PresentOn, offices.PlannedOn));
        Assert.Equal(("Lãnh đạo Sở", null, 4, 4), (offices.Rows[0].Name, offices.Rows[0].Units, offices.Sum(offices.Rows[0].Assigned), offices.Sum(offices.Rows[0].Planned)));
        Assert.Equal((53, 54, 4), (offices.Total.Assigned[Civil], offices.Total.Planned[Civil], offices.Total.Planned.SupportContract));
        Assert.Equal((2, 9, 22), (services.Total.Units!.Value, services.Total.Assigned[Budget], services.Total.Planned.PublicEmployeeOwnRevenue));
        var then = await _org.SnapshotAsync(offices.PresentOn);
        Assert.Equal(then.Unit("SCT")!.PresentBelow().CivilServant, offices.Total.Present[Civil]);
        Assert.NotEmpty(PlanAnnexFile.Write(offices));
    }

    [Theory]
    [InlineData(EstablishmentBlock.Administration, 13, "Biên chế công chức năm 2027")]
    [InlineData(EstablishmentBlock.ServiceUnits, 16, "Số lượng người làm việc trong đơn vị sự nghiệp công lập năm 2027")]
    public async Task An_annex_is_a_paper_across_the_sheet_with_each_group_of_columns_under_its_day(EstablishmentBlock block, int columns, string subject)
    {
        var annex = await Plans.AnnexAsync(await SubmittedAsync(("VP", 1)), block);

        using var file = WordprocessingDocument.Open(new MemoryStream(PlanAnnexPaper.Write(annex)), isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var body = file.MainDocumentPart!.Document!.Body!;
        Assert.Contains(body.Descendants<Paragraph>(), p => p.InnerText == subject);
        Assert.Equal(PageOrientationValues.Landscape, Assert.Single(body.Descendants<PageSize>()).Orient!.Value);
        var table = body.Descendants<Table>().Single(t => t.InnerText.StartsWith("TT", StringComparison.Ordinal));
        Assert.Equal(columns, table.GetFirstChild<TableGrid>()!.ChildElements.Count);
        var heads = table.Elements<TableRow>().Take(3).ToList();
        Assert.Equal(["Biên chế được giao năm 2026 (01/01/2026)", "Có mặt đến 31/03/2026", "Kế hoạch năm 2027 (01/01/2027)"], heads[0].Elements<TableCell>().Where(c => c.TableCellProperties!.GridSpan is not null).Select(c => c.InnerText));
        Assert.All(heads, row => Assert.NotNull(row.TableRowProperties!.GetFirstChild<TableHeader>()));
        Assert.Equal($"({columns})", heads[2].Elements<TableCell>().Last().InnerText);
        var sums = table.Elements<TableRow>().Last().Elements<TableCell>().Select(c => c.InnerText).ToList();
        Assert.Equal(("Tổng cộng", $"{annex.Sum(annex.Total.Planned)}"), (sums[1], sums[3 + 2 * (annex.Categories.Count + 1)]));
        Assert.Equal(block == EstablishmentBlock.Administration ? "+1" : "0", sums[^1]);
    }

    private async Task<Guid> DraftAsync(string unit = "SCT") => await Plans.DraftAsync(await _org.UnitIdAsync(unit), 2027);

    private Task<Guid> SubmittedAsync(params (string Unit, int By)[] changes) => SubmittedAsync("SCT", changes);

    private async Task<Guid> SubmittedAsync(string of, params (string Unit, int By)[] changes)
    {
        var id = await DraftAsync(of);
        await Plans.SubmitAsync(await ReviseAsync(id, "Theo lộ trình", changes));
        return id;
    }

    /// <summary>Changes what is assigned or, where the unit receives nothing of its own, allocated; of service units of the budget.</summary>
    private async Task<Seen> ReviseAsync(Guid id, string? reason, params (string Unit, int By)[] changes)
    {
        var plan = await Plans.GetAsync(id);
        var lines = plan.Lines.Select(l => new PlanLine(l.Unit.Id, l.Kind, l.Category, l.Posts, l.Reason)).ToList();
        foreach (var (unit, by) in changes)
        {
            var unitId = await _org.UnitIdAsync(unit);
            var at = lines.FindIndex(l => l.UnitId == unitId && l.Category is Civil or Budget && l.UnitId == unitId);
            lines[at] = lines[at] with { Posts = lines[at].Posts + by, Reason = reason };
        }
        await Plans.ReviseAsync(plan.Seen, lines);
        return (await Plans.GetAsync(id)).Seen;
    }

    private static int Sum(PlanDetails plan, QuotaKind kind, QuotaCategory category) => plan.Lines.Where(l => (l.Kind, l.Category) == (kind, category)).Sum(l => l.Posts);
}
