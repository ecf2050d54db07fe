using Microsoft.EntityFrameworkCore;
using OrgManager.Data;
using OrgManager.Data.Maintenance;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Reports;
using OrgManager.Restructuring;
using OrgManager.Restructuring.Annexes;
using OrgManager.Search;
using OrgManager.Targets;

namespace OrgManager.Tests.Access.Matrix;

/// <summary>Units, decisions, posts, targets and reports.</summary>
internal static class MatrixOfOrganisation
{
    private static readonly DateOnly Planned = MatrixOrg.Planned, Later = MatrixOrg.Later, Far = MatrixOrg.Far;

    public static readonly Dictionary<string, MatrixCase> Cases = new()
    {
        ["OrganisationInfo.GetAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<OrganisationInfo>().GetAsync()),
        ["OrganisationInfo.StandAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<OrganisationInfo>().StandAsync()),
        ["OrganisationService.BranchAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<OrganisationService>().BranchAsync(c.Org.Today, Branch.Government)),
        ["OrganisationService.TreeAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<OrganisationService>().TreeAsync(c.Org.Today)),
        ["OrganisationService.DeputyFindingsAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<OrganisationService>().DeputyFindingsAsync(c.Org.Today)),
        ["OrganisationService.ExportAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<OrganisationService>().ExportAsync(c.Org.Today)),
        ["OrganisationService.CompareAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<OrganisationService>().CompareAsync(c.Org.Today.AddYears(-1), c.Org.Today, Branch.Government)),
        ["OrganisationService.ChangeDaysAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<OrganisationService>().ChangeDaysAsync(c.Org.Today, Branch.Government)),
        ["OrganisationService.ExportComparisonAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<OrganisationService>().ExportComparisonAsync(c.Org.Today.AddYears(-1), c.Org.Today, Branch.Party)),
        ["OrganisationService.UnitAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<OrganisationService>().UnitAsync(c.Place.Unit, c.Org.Today)),
        ["UnitKindService.ListAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<UnitKindService>().ListAsync(Branch.Government)),
        ["DecisionService.FindAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<DecisionService>().FindAsync("quyet dinh")),
        ["UnitKindService.DefineAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<UnitKindService>().DefineAsync([new() { Code = $"Test{c.Number}", Name = "Thử", NameEn = "Test", Branch = Branch.Government, Order = 20 }])) with { Repeats = true },
        ["Verifier.VerifyAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<Verifier>().VerifyAsync()),

        ["OrgUnitService.GetAsync"] = MatrixCase.OfUnit(Itself, (c, unit) => c.Org.Units.GetAsync(unit.Seen.Id)),
        ["OrgUnitService.FoundAsync"] = MatrixCase.OfUnit(Itself, (c, unit) => c.Org.Units.FoundAsync(
            new($"MOI{c.Number}", unit.Branch, new("Đơn vị mới", unit.Branch == Branch.Party ? "PartyGroup" : "ServiceUnitDivision", unit.Seen.Id)), Later)) with { Repeats = true },
        ["OrgUnitService.ChangeAsync"] = MatrixCase.OfUnit(MatrixOrg.Changing, (c, unit) => c.Org.Units.ChangeAsync(unit.Seen, c.OwnDay, new() { ShortName = "Mới" })) with { Repeats = true },
        ["OrgUnitService.CorrectAsync"] = MatrixCase.OfUnit(MatrixOrg.Changing, (c, unit) => c.Org.Units.CorrectAsync(unit.Seen, unit.History[0].Id, new() { Name = $"Đúng {c.Number}" }, "Gõ nhầm")) with { Repeats = true },
        ["OrgUnitService.CorrectDayAsync"] = MatrixCase.OfUnit(MatrixOrg.Changing, (c, unit) => c.Org.Units.CorrectDayAsync(unit.Seen, unit.History[1].Id, Planned.AddDays(1 + c.Number % 20), "Gõ nhầm")) with { Repeats = true },
        ["OrgUnitService.WithdrawAsync"] = MatrixCase.OfUnit(MatrixOrg.Changing, (c, unit) => c.Org.Units.WithdrawAsync(unit.Seen, unit.History[1].Id)),
        ["OrgUnitService.EndAsync"] = MatrixCase.OfUnit(MatrixOrg.Changing, (c, unit) => c.Org.Units.EndAsync(unit.Seen, Far)),
        ["OrgUnitService.CorrectEndAsync"] = MatrixCase.OfUnit(MatrixOrg.Ending, (c, unit) => c.Org.Units.CorrectEndAsync(unit.Seen, c.OwnDay.AddDays(1), "Gõ nhầm")) with { Repeats = true },
        ["OrgUnitService.WithdrawEndAsync"] = MatrixCase.OfUnit(MatrixOrg.Ending, (c, unit) => c.Org.Units.WithdrawEndAsync(unit.Seen)),

        ["UnitRuleService.OnAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<UnitRuleService>().OnAsync(c.Org.Today)),
        ["UnitRuleService.FindingsAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<UnitRuleService>().FindingsAsync(c.Org.Today)),
        ["FunctionRegister.ListAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<FunctionRegister>().ListAsync(new(), c.Org.Today, new())),
        ["FunctionRegister.ExportAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<FunctionRegister>().ExportAsync(new(), c.Org.Today)),
        ["FunctionRegister.MatrixAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<FunctionRegister>().MatrixAsync(c.Org.Today)),
        ["FunctionRegister.ExportMatrixAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<FunctionRegister>().ExportMatrixAsync(c.Org.Today)),
        ["UnitFunctionService.OfUnitAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<UnitFunctionService>().OfUnitAsync(c.Place.Unit, c.Org.Today)),
        ["UnitFunctionService.WithoutLeadAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<UnitFunctionService>().WithoutLeadAsync(c.Org.Today)),
        ["UnitFunctionService.GetAsync"] = MatrixCase.OfFunction((c, function) => c.Get<UnitFunctionService>().GetAsync(function.Seen.Id)) with { Repeats = true },
        ["UnitFunctionService.BeginAsync"] = MatrixCase.OfUnit(Itself, (c, unit) => c.Get<UnitFunctionService>().BeginAsync(new($"Nhiệm vụ {c.Number}", unit.Seen.Id), c.OwnDay)) with { Repeats = true },
        ["UnitFunctionService.ChangeAsync"] = MatrixCase.OfFunction((c, function) => c.Get<UnitFunctionService>().ChangeAsync(function.Seen, c.OwnDay, new() { Field = "Lĩnh vực" })) with { Repeats = true },
        ["UnitFunctionService.CorrectAsync"] = MatrixCase.OfFunction((c, function) => c.Get<UnitFunctionService>().CorrectAsync(function.Seen, function.History[0].VersionId, new() { Name = $"Đúng {c.Number}" }, "Gõ nhầm")) with { Repeats = true },
        ["UnitFunctionService.WithdrawAsync"] = MatrixCase.OfFunction((c, function) => c.Get<UnitFunctionService>().WithdrawAsync(function.Seen, function.History[1].VersionId)) with { Repeats = true },
        ["UnitFunctionService.EndAsync"] = MatrixCase.OfFunction((c, function) => c.Get<UnitFunctionService>().EndAsync(function.Seen, Far)) with { Repeats = true },

        ["DecisionService.RegisterAsync(facts)"] = MatrixCase.Of(Aim.Any, c => c.Get<DecisionService>().RegisterAsync(Decision(c.Number))) with { Repeats = true },
        ["DecisionService.RegisterAsync(several)"] = MatrixCase.Of(Aim.Any, c => c.Get<DecisionService>().RegisterAsync([Decision(c.Number)])) with { Repeats = true },

        ["SearchService.FindAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<SearchService>().FindAsync("quan ly", c.Org.Today)),
        ["QuotaService.SetAsync"] = MatrixCase.Of(Aim.Unit, async c =>
            await c.Get<QuotaService>().SetAsync([new(await c.UnitAsync(), QuotaKind.Allocated, QuotaCategory.SupportContract, 9)], c.OwnDay)) with { Repeats = true },
        ["QuotaService.ReviseAsync"] = MatrixCase.Of(Aim.Unit, async c =>
            await c.Get<QuotaService>().ReviseAsync([new(new(await c.UnitAsync(), QuotaKind.Assigned, QuotaCategory.SupportContract, 9), null)], c.OwnDay, null, null)) with { Repeats = true },
        ["QuotaService.TransferAsync"] = MatrixCase.Of(Aim.Unit, async c =>
        {
            var (giver, taker) = (await c.UnitAsync(), await c.Org.UnitIdAsync(MatrixOrg.Changing(c.Place.Unit)));
            return () => c.Get<QuotaService>().TransferAsync(new(giver, taker, QuotaCategory.CivilServant, 1), Later);
        }),
        ["EstablishmentService.TransferAsync"] = MatrixCase.Of(Aim.Unit, async c =>
        {
            var (giver, taker) = (await c.UnitAsync(), await c.Org.UnitIdAsync(MatrixOrg.Changing(c.Place.Unit)));
            return () => c.Get<EstablishmentService>().TransferAsync(new(giver, taker, QuotaCategory.CivilServant, 1), Later);
        }),
        ["EstablishmentService.TableAsync"] = MatrixCase.Of(Aim.Unit, c => c.Get<EstablishmentService>().TableAsync(c.Org.Today, c.Place.Unit)),
        ["ForecastService.OfUnitAsync"] = MatrixCase.Of(Aim.Unit, c => c.Get<ForecastService>().OfUnitAsync(c.Org.Today, c.Place.Unit)),
        ["ForecastService.ExportAsync"] = MatrixCase.Of(Aim.Unit, c => c.Get<ForecastService>().ExportAsync(c.Org.Today, c.Place.Unit)),
        ["ForecastService.LeavingAsync"] = MatrixCase.Of(Aim.Unit, c => c.Get<ForecastService>().LeavingAsync(c.Org.Today, c.Place.Unit, c.Org.Today, c.Org.Today.AddYears(9))),
        ["AgeService.PyramidAsync"] = MatrixCase.Of(Aim.Unit, c => c.Get<OrgManager.Staff.AgeService>().PyramidAsync(c.Org.Today, c.Place.Unit)),
        ["EstablishmentService.ExportAsync"] = MatrixCase.Of(Aim.Unit, c => c.Get<EstablishmentService>().ExportAsync(c.Org.Today, c.Place.Unit)),
        ["EstablishmentService.AllocationAsync"] = MatrixCase.Of(Aim.Unit, async c => await c.Get<EstablishmentService>().AllocationAsync(await c.UnitAsync(), QuotaCategory.CivilServant, c.Org.Today)),
        ["QuotaService.OfUnitAsync"] = MatrixCase.Of(Aim.Unit, async c => await c.Get<QuotaService>().OfUnitAsync(await c.UnitAsync())),
        ["QuotaService.CorrectAsync"] = MatrixCase.OfQuota((c, quota) => c.Get<QuotaService>().CorrectAsync(quota.Seen, quota.Levels[0].Id, c.Number, "Gõ nhầm")) with { Repeats = true },
        ["QuotaService.WithdrawAsync"] = MatrixCase.OfQuota((c, quota) => c.Get<QuotaService>().WithdrawAsync([(quota.Seen, quota.Levels.Single(l => l.From == Planned).Id)])),

        ["PositionService.TableAsync"] = MatrixCase.Listing(Aim.Unit, async c => Shown(await c.Get<PositionService>().TableAsync(new(c.Org.Today), new(0, 1)))),
        ["PositionService.ExportAsync"] = MatrixCase.Listing(Aim.Unit, async c => Shown(await c.Get<PositionService>().ExportAsync(new(c.Org.Today)))),
        ["PositionService.EnterAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<PositionService>().EnterAsync(new($"VT{c.Number}", $"Vị trí {c.Number}", PositionGroup.Support))) with { Repeats = true },
        ["PositionService.ReviseAsync"] = MatrixCase.Of(Aim.Whole, async c =>
        {
            var position = await PositionAsync(c);
            return () => c.Get<PositionService>().ReviseAsync(position.Seen, position.Facts with { Rank = "Cán sự" });
        }) with { Repeats = true },
        ["PositionService.SetAsync"] = MatrixCase.Of(Aim.Unit, async c =>
        {
            var (unit, position) = (await c.UnitAsync(), await PositionAsync(c));
            return () => c.Get<PositionService>().SetAsync(new(unit, position.Seen.Id, 2, null), Later);
        }) with { Repeats = true },
        ["LedgerService.ListAsync"] = MatrixCase.Of(Aim.Unit, c => c.Get<LedgerService>().ListAsync(new(c.Org.Today, c.Place.Unit), new(0, 10))),
        ["LedgerService.ExportAsync"] = MatrixCase.Of(Aim.Unit, c => c.Get<LedgerService>().ExportAsync(new(c.Org.Today, c.Place.Unit))),
        ["OutsideTransferService.PreviewAsync"] = MatrixCase.Of(Aim.Unit, async c => await c.Get<OutsideTransferService>().PreviewAsync(QuotaMoveKind.In, await c.UnitAsync(), new(1, 0, 0, 0), Later)),
        ["OutsideTransferService.MoveAsync"] = MatrixCase.Of(Aim.Unit, async c =>
        {
            var (unit, decision) = (await c.UnitAsync(), await c.Get<DecisionService>().RegisterAsync(Decision(c.Number)));
            return () => c.Get<OutsideTransferService>().MoveAsync(new(QuotaMoveKind.In, unit, new(0, 0, 1, 0), "Chức năng mới", decision, []), c.OwnDay);
        }) with { Repeats = true },
        ["OutsideTransferService.RevokeAsync"] = MatrixCase.Of(Aim.Unit, async c =>
        {
            var (unit, decision) = (await c.UnitAsync(), await c.Get<DecisionService>().RegisterAsync(Decision(c.Number)));
            await c.Get<OutsideTransferService>().MoveAsync(new(QuotaMoveKind.In, unit, new(0, 0, 1, 0), "Chức năng mới", decision, []), c.OwnDay);
            var move = await c.Org.Database.ReadAsync(db => db.Set<QuotaMove>().Where(m => m.DecisionId == decision).Select(m => m.Id).SingleAsync());
            return () => c.Get<OutsideTransferService>().RevokeAsync(move, "Nhầm");
        }) with { Repeats = true },
        ["OpeningService.UnitsAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<OpeningService>().UnitsAsync(c.Org.Today)),
        ["OpeningService.EnterAsync"] = MatrixCase.Of(Aim.Unit, async c => await c.Get<OpeningService>().EnterAsync([new(await c.UnitAsync(), QuotaKind.Assigned, QuotaCategory.PublicEmployeeOwnRevenue, 2)], Later)),
        ["QuotaPlanService.ListAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<QuotaPlanService>().ListAsync()),
        ["QuotaPlanService.GetAsync"] = MatrixCase.OfPlan(submitted: false, (c, plan) => c.Get<QuotaPlanService>().GetAsync(plan.Id)) with { Repeats = true },
        ["QuotaPlanService.ExportAsync"] = MatrixCase.OfPlan(submitted: false, (c, plan) => c.Get<QuotaPlanService>().ExportAsync(plan.Id)) with { Repeats = true },
        ["QuotaPlanService.AnnexAsync"] = MatrixCase.OfPlan(submitted: false, (c, plan) => c.Get<QuotaPlanService>().AnnexAsync(plan.Id, EstablishmentBlock.Administration)) with { Repeats = true },
        ["QuotaPlanService.DraftAsync"] = MatrixCase.Of(Aim.Unit, async c => await c.Get<QuotaPlanService>().DraftAsync(await c.UnitAsync(), 2028)) with { Repeats = true },
        ["QuotaPlanService.ReviseAsync"] = MatrixCase.OfPlan(submitted: false, (c, plan) => c.Get<QuotaPlanService>().ReviseAsync(plan, [])) with { Repeats = true },
        ["QuotaPlanService.SubmitAsync"] = MatrixCase.OfPlan(submitted: false, (c, plan) => c.Get<QuotaPlanService>().SubmitAsync(plan)) with { Repeats = true },
        ["QuotaPlanService.DiscardAsync"] = MatrixCase.OfPlan(submitted: false, (c, plan) => c.Get<QuotaPlanService>().DiscardAsync(plan)) with { Repeats = true },
        ["QuotaPlanService.ReturnAsync"] = MatrixCase.OfPlan(submitted: true, (c, plan) => c.Get<QuotaPlanService>().ReturnAsync(plan, "Chưa rõ")) with { Repeats = true },
        ["QuotaPlanService.LockAsync"] = MatrixCase.Of(Aim.Unit, async c =>
        {
            var (plan, decision) = (await MatrixCase.PlanAsync(c, submitted: true), await c.Get<DecisionService>().RegisterAsync(Decision(c.Number)));
            return () => c.Get<QuotaPlanService>().LockAsync(plan, decision);
        }),
        ["QuotaPlanService.UnlockAsync"] = MatrixCase.Of(Aim.Unit, async c =>
        {
            var (plans, unit) = (c.Get<QuotaPlanService>(), await c.UnitAsync());
            var locked = (await c.Org.Database.ReadAsync(db => db.Set<QuotaPlan>().Where(p => p.UnitId == unit && p.State == QuotaPlanState.Locked).ToListAsync())).FirstOrDefault()?.Id;
            if (locked is null)
            {
                locked = await plans.DraftAsync(unit, 2029); // a year of its own, and nothing in it that would stay with the others
                await plans.ReviseAsync((await plans.GetAsync(locked.Value)).Seen, [new(unit, QuotaKind.Allocated, QuotaCategory.SupportContract, 0, "Không giao")]);
                await plans.SubmitAsync((await plans.GetAsync(locked.Value)).Seen);
                await plans.LockAsync((await plans.GetAsync(locked.Value)).Seen, await c.Get<DecisionService>().RegisterAsync(Decision(c.Number)));
            }
            var seen = (await plans.GetAsync(locked.Value)).Seen;
            return () => plans.UnlockAsync(seen, "Nhầm");
        }),

        ["ScenarioService.SimulateAsync"] = MatrixCase.Of(Aim.Unit, c => c.Get<ScenarioService>().SimulateAsync(new()
        {
            Name = "Thử", EffectiveOn = Far, Decisions = new(),
            Steps = [new MergeStep([c.Place.Unit], new("GOP", "Phòng gộp", "Division", c.Place.UnitLine.ElementAtOrDefault(1)))],
        })) with { Repeats = true },
        ["ScenarioService.UndoAsync"] = MatrixCase.Of(Aim.Any, async c =>
        {
            var applied = await c.Get<ScenarioService>().ApplyAsync(new() { Name = "Thử", EffectiveOn = Far.AddDays(c.Number), Decisions = new(), Steps = [new RenameStep("VP", $"Văn phòng {c.Number}")] });
            return () => c.Get<ScenarioService>().UndoAsync(applied.Id, "Thử");
        }),
        ["ScenarioService.ApplyAsync"] = MatrixCase.Of(Aim.Unit, c => c.Get<ScenarioService>().ApplyAsync(new()
        {
            Name = "Thử", EffectiveOn = Far, Decisions = new(),
            Steps = [new MergeStep([c.Place.Unit], new("GOP", "Phòng gộp", "Division", c.Place.UnitLine.ElementAtOrDefault(1)))],
        })),

        ["ScenarioDraftService.CreateAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<ScenarioDraftService>().CreateAsync(new($"Phương án {c.Number}", Far))) with { Repeats = true },
        ["ScenarioDraftService.ImportAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<ScenarioDraftService>().ImportAsync(new() { Name = $"Phương án {c.Number}", EffectiveOn = Far, Decisions = new(), Steps = [] })) with { Repeats = true },
        ["ScenarioDraftService.CopyAsync"] = MatrixCase.OfScenario(Aim.Any, ScenarioState.Draft, (c, s) => c.Get<ScenarioDraftService>().CopyAsync(s.Id, "Bản sao"), aside: true) with { Repeats = true },
        ["ScenarioDraftService.ChangeAsync"] = MatrixCase.OfScenario(Aim.Unit, ScenarioState.Draft, (c, s) => c.Get<ScenarioDraftService>().ChangeAsync(s.Seen, new("Tên khác", Far))) with { Repeats = true },
        ["ScenarioDraftService.AddStepAsync"] = MatrixCase.OfScenario(Aim.Any, ScenarioState.Draft, (c, s) => c.Get<ScenarioDraftService>().AddStepAsync(s.Seen, new RenameStep("MOI", "Đơn vị"))) with { Repeats = true },
        ["ScenarioDraftService.SetStepsAsync"] = MatrixCase.OfScenario(Aim.Unit, ScenarioState.Draft, (c, s) => c.Get<ScenarioDraftService>().SetStepsAsync(s.Seen, [])) with { Repeats = true },
        ["ScenarioDraftService.ReplaceStepAsync"] = MatrixCase.OfScenario(Aim.Unit, ScenarioState.Draft, (c, s) => c.Get<ScenarioDraftService>().ReplaceStepAsync(s.Seen, 1, new RenameStep("MOI", "Đơn vị"))) with { Repeats = true },
        ["ScenarioDraftService.RemoveStepAsync"] = MatrixCase.OfScenario(Aim.Unit, ScenarioState.Draft, (c, s) => c.Get<ScenarioDraftService>().RemoveStepAsync(s.Seen, 1)) with { Repeats = true },
        ["ScenarioDraftService.MoveStepAsync"] = MatrixCase.OfScenario(Aim.Unit, ScenarioState.Draft, (c, s) => c.Get<ScenarioDraftService>().MoveStepAsync(s.Seen, 1, 1)) with { Repeats = true },
        ["ScenarioDraftService.DropSetAsideAsync"] = MatrixCase.OfScenario(Aim.Any, ScenarioState.Draft, (c, s) => c.Get<ScenarioDraftService>().DropSetAsideAsync(s.Seen, 0), aside: true) with { Repeats = true },
        ["ScenarioDraftService.SetReadersAsync"] = MatrixCase.OfScenario(Aim.Any, ScenarioState.Draft, (c, s) => c.Get<ScenarioDraftService>().SetReadersAsync(s.Seen, ["CB001"])) with { Repeats = true },
        ["ScenarioLifeService.SubmitAsync"] = MatrixCase.OfScenario(Aim.Unit, ScenarioState.Draft, (c, s) => c.Get<ScenarioLifeService>().SubmitAsync(s.Seen)) with { Repeats = true },
        ["ScenarioLifeService.ReturnAsync"] = MatrixCase.OfScenario(Aim.Unit, ScenarioState.Submitted, (c, s) => c.Get<ScenarioLifeService>().ReturnAsync(s.Seen, "Chưa đủ")) with { Repeats = true },
        ["ScenarioLifeService.ApproveAsync"] = MatrixCase.OfScenario(Aim.Unit, ScenarioState.Submitted, async (c, s) => await c.Get<ScenarioLifeService>().ApproveAsync(s.Seen, (await c.Get<ScenarioViewService>().SimulateAsync(s.Id)).Outcome)) with { Repeats = true },
        ["ScenarioLifeService.WithdrawAsync"] = MatrixCase.OfScenario(Aim.Any, ScenarioState.Draft, (c, s) => c.Get<ScenarioLifeService>().WithdrawAsync(s.Seen)) with { Repeats = true },
        ["ScenarioLifeService.RebaseAsync"] = MatrixCase.OfScenario(Aim.Any, ScenarioState.Draft, (c, s) => c.Get<ScenarioLifeService>().RebaseAsync(s.Seen)) with { Repeats = true },
        ["ScenarioLifeService.ApplyAsync"] = MatrixCase.OfScenario(Aim.Unit, ScenarioState.Approved, (c, s) => c.Get<ScenarioLifeService>().ApplyAsync(s.Seen)) with { Repeats = true },
        ["ScenarioAnnexService.KindsAsync"] = MatrixCase.OfScenario(Aim.Any, ScenarioState.Approved, (c, s) => c.Get<ScenarioAnnexService>().KindsAsync(s.Id)) with { Repeats = true },
        ["ScenarioAnnexService.DocumentAsync"] = MatrixCase.OfScenario(Aim.Any, ScenarioState.Approved, (c, s) => c.Get<ScenarioAnnexService>().DocumentAsync(s.Id, AnnexKind.State)) with { Repeats = true },
        ["ScenarioAnnexService.WorkbookAsync"] = MatrixCase.OfScenario(Aim.Any, ScenarioState.Approved, (c, s) => c.Get<ScenarioAnnexService>().WorkbookAsync(s.Id)) with { Repeats = true },
        ["ScenarioViewService.ListAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<ScenarioViewService>().ListAsync()),
        ["ScenarioViewService.ExportAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<ScenarioViewService>().ExportAsync()),
        ["ScenarioViewService.ExportComparisonAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<ScenarioViewService>().ExportComparisonAsync([])),
        ["ScenarioViewService.GetAsync"] = MatrixCase.OfScenario(Aim.Any, ScenarioState.Submitted, (c, s) => c.Get<ScenarioViewService>().GetAsync(s.Id)) with { Repeats = true },
        ["ScenarioViewService.SimulateAsync"] = MatrixCase.OfScenario(Aim.Any, ScenarioState.Submitted, (c, s) => c.Get<ScenarioViewService>().SimulateAsync(s.Id)) with { Repeats = true },
        ["ScenarioViewService.PlacingAsync"] = MatrixCase.OfScenario(Aim.Any, ScenarioState.Submitted, (c, s) => c.Get<ScenarioViewService>().PlacingAsync(s.Id)) with { Repeats = true },
        ["ScenarioViewService.CompareAsync"] = MatrixCase.OfScenario(Aim.Any, ScenarioState.Submitted, (c, s) => c.Get<ScenarioViewService>().CompareAsync([s.Id])) with { Repeats = true },
        ["ScenarioViewService.ConflictsAsync"] = MatrixCase.OfScenario(Aim.Any, ScenarioState.Submitted, (c, s) => c.Get<ScenarioViewService>().ConflictsAsync(s.Id)) with { Repeats = true },
        ["ScenarioViewService.ExportFileAsync"] = MatrixCase.OfScenario(Aim.Any, ScenarioState.Submitted, (c, s) => c.Get<ScenarioViewService>().ExportFileAsync(s.Id)) with { Repeats = true },
        ["ScenarioViewService.TryStepAsync"] = MatrixCase.OfScenario(Aim.Any, ScenarioState.Draft, (c, s) => c.Get<ScenarioViewService>().TryStepAsync(s.Id, new RenameStep("MOI", "Đơn vị"))) with { Repeats = true },
        ["ScenarioViewService.PlacingOfStepAsync"] = MatrixCase.OfScenario(Aim.Any, ScenarioState.Draft, (c, s) => c.Get<ScenarioViewService>().PlacingOfStepAsync(s.Id, new RenameStep("MOI", "Đơn vị"))) with { Repeats = true },
        ["ScenarioViewService.ReadingsAsync"] = MatrixCase.OfScenario(Aim.Any, ScenarioState.Draft, (c, s) => c.Get<ScenarioViewService>().ReadingsAsync(s.Id)) with { Repeats = true },

        ["TargetService.ProgressAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<TargetService>().ProgressAsync(c.Org.Today)),
        ["TargetService.DetailsAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<TargetService>().DetailsAsync("B", c.Org.Today)),
        ["TargetService.EvidenceAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<TargetService>().EvidenceAsync(c.Org.Today)),
        ["TargetService.DefineAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<TargetService>().DefineAsync([new Targets.TargetCase().Target with { Code = $"T{c.Number}" }])) with { Repeats = true },

        ["TargetService.GetAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<TargetService>().GetAsync("B")),
        ["TargetService.RetiredAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<TargetService>().RetiredAsync()),
        ["TargetService.PreviewAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<TargetService>().PreviewAsync(new Targets.TargetCase().Target, c.Org.Today)),
        ["TargetService.ReviseAsync"] = MatrixCase.Of(Aim.Any, async c =>
        {
            var target = await c.Get<TargetService>().GetAsync("B");
            return () => c.Get<TargetService>().ReviseAsync(target.Seen, target.Facts with { ShortName = $"Biên chế {c.Number}" }, reason: "Gõ nhầm");
        }) with { Repeats = true },

        ["ReportService.HeadcountAsync"] = MatrixCase.Listing(Aim.Unit, async c =>
        {
            var shown = (await c.Get<ReportService>().HeadcountAsync(c.Org.Today)).Units.Select(u => u.Code).ToHashSet();
            return MatrixPlace.All.Where(place => shown.Contains(place.Unit));
        }),
        ["ReportService.PartyAsync"] = MatrixCase.Listing(Aim.CellByPeople, async c =>
        {
            var shown = (await c.Get<ReportService>().PartyAsync(c.Org.Today)).ByCell.Select(cell => cell.Code).ToHashSet();
            return MatrixPlace.All.Where(place => shown.Contains(place.Cell));
        }),
    };

    private static DecisionFacts Decision(int number) => new(DecisionKind.Decision, $"{number}/QĐ-THU", "Sở", Planned, Planned, "Thử");

    private static string Itself(string unit) => unit;

    private static IEnumerable<MatrixPlace> Shown(PositionTable table) => MatrixPlace.All.Where(place => table.Units.Any(unit => unit.Code == place.Unit));

    private static async Task<JobPositionLine> PositionAsync(MatrixCall c)
    {
        await c.Get<PositionService>().EnterAsync(new($"VTX{c.Number}", $"Vị trí thử {c.Number}", PositionGroup.Support));
        return (await c.Get<PositionService>().TableAsync(new(c.Org.Today), new(0, 1))).Catalogue.Single(p => p.Facts.Code == $"VTX{c.Number}");
    }
}
