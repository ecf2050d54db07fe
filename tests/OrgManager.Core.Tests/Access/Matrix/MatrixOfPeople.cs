using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Import;
using OrgManager.Reports;
using OrgManager.Reviews;
using OrgManager.Reviews.Statistics;
using OrgManager.Staff;

namespace OrgManager.Tests.Access.Matrix;

/// <summary>Staff and reviews.</summary>
internal static class MatrixOfPeople
{
    private static readonly DateOnly Planned = MatrixOrg.Planned, Later = MatrixOrg.Later, Far = MatrixOrg.Far;

    public static readonly Dictionary<string, MatrixCase> Cases = new()
    {
        ["StaffService.RecruitAsync"] = MatrixCase.Of(Aim.Unit, async c => await c.Get<StaffService>().RecruitAsync(
            new(new($"MOI-{c.Number}", "Trần Văn Mới", Sex.Male, new(1990, 1, 1)), new(await c.UnitAsync(), QuotaCategory.CivilServant)), Later)) with { Repeats = true },
        ["StaffService.EmploymentOnAsync"] = MatrixCase.Of(Aim.Worker, async c => await c.Get<StaffService>().EmploymentOnAsync(await c.PersonAsync(), c.Org.Today)),
        ["StaffService.ChangeAsync"] = MatrixCase.OfWorker(false, (c, e) => c.Get<StaffService>().ChangeAsync([(e.Seen, new() { Position = "Kế toán" })], c.OwnDay)) with { Repeats = true },
        ["StaffService.AddBesideAsync"] = MatrixCase.OfWorker(false, async (c, e) =>
            await c.Get<StaffService>().AddBesideAsync([e.Seen], AssignmentKind.Concurrent, new(await c.UnitAsync(), QuotaCategory.CivilServant, Position: "Kế toán"), c.OwnDay)) with { Repeats = true },
        ["StaffService.EndBesideAsync"] = MatrixCase.Of(Aim.Worker, async c =>
        {
            var (staff, person, on) = (c.Get<StaffService>(), await c.PersonAsync(), c.Org.Today);
            await staff.AddBesideAsync([(await staff.EmploymentOnAsync(person, on)).Seen], AssignmentKind.InCharge, new(await c.UnitAsync(), QuotaCategory.CivilServant, Position: $"Văn thư {c.Number}"), c.OwnDay);
            var seen = await staff.EmploymentOnAsync(person, on);
            return () => c.Get<StaffService>().EndBesideAsync(seen.Seen, seen.Posts.Last(p => p.Kind == AssignmentKind.InCharge).Id, Far);
        }) with { Repeats = true },
        ["SalaryAmendmentService.CorrectAsync"] = OfPaid((c, seen, step) => c.Get<SalaryAmendmentService>().CorrectAsync(seen, step, new("01.003", 9, 4.98m + c.Number / 100m), "Gõ nhầm")),
        ["SalaryAmendmentService.WithdrawAsync"] = OfPaid((c, seen, step) => c.Get<SalaryAmendmentService>().WithdrawAsync(seen, step)),
        ["StaffService.CorrectAsync"] = MatrixCase.OfWorker(false, (c, e) => c.Get<StaffService>().CorrectAsync(e.Seen, e.Posts[0].Id, new() { Position = $"Kỹ sư {c.Number}" }, "Gõ nhầm")) with { Repeats = true },
        ["StaffService.WithdrawAsync"] = MatrixCase.OfWorker(true, (c, e) => c.Get<StaffService>().WithdrawAsync(e.Seen, e.Posts.Single(p => p.From == Planned).Id)),
        ["StaffService.SetSalaryAsync"] = MatrixCase.OfWorker(false, (c, e) => c.Get<StaffService>().SetSalaryAsync(e.Seen, new("01.003", 9, 4.98m), c.OwnDay)) with { Repeats = true },
        ["StaffService.EndAsync"] = MatrixCase.OfWorker(false, (c, e) => c.Get<StaffService>().EndAsync([e.Seen], Far, EmploymentEnd.Resignation)),
        ["StaffService.CorrectDayAsync"] = OfRetiring((c, e) => c.Get<StaffService>().CorrectDayAsync(e.Seen, e.Posts[0].Id, MatrixOrg.Lately.AddDays(-1 - c.Number % 20), "Gõ nhầm")) with { Repeats = true },
        ["StaffService.CorrectEndAsync"] = OfRetiring((c, e) => c.Get<StaffService>().CorrectEndAsync(e.Seen, Far.AddDays(c.Number), null, "Gõ nhầm")) with { Repeats = true },
        ["StaffService.WithdrawEndAsync"] = OfRetiring((c, e) => c.Get<StaffService>().WithdrawEndAsync(e.Seen)),

        ["StreamliningService.PlanAsync"] = MatrixCase.Of(Aim.Worker, async c => await c.Get<StreamliningService>().PlanAsync(await c.PersonAsync(newcomer: true), Streamlined)),
        ["StreamliningService.ReviseAsync"] = OfStreamlined(false, (c, seen) => c.Get<StreamliningService>().ReviseAsync(seen, Streamlined with { Note = $"Lần {c.Number}" })),
        ["StreamliningService.ApproveAsync"] = OfStreamlined(false, (c, seen) => c.Get<StreamliningService>().ApproveAsync(seen)),
        ["StreamliningService.WithdrawAsync"] = OfStreamlined(false, (c, seen) => c.Get<StreamliningService>().WithdrawAsync(seen, "Không còn dôi dư")),
        ["StreamliningService.ExecuteAsync"] = OfStreamlined(true, (c, seen) => c.Get<StreamliningService>().ExecuteAsync(seen)),
        ["StreamliningService.RevokeAsync"] = OfStreamlined(true, (c, seen) => c.Get<StreamliningService>().RevokeAsync(seen, "Nhầm"), executed: true),
        ["StreamliningService.ListAsync"] = MatrixCase.Listing(Aim.Worker, async c => Places((await c.Get<StreamliningService>().ListAsync(new())).Rows)),
        ["StreamliningService.OfPersonAsync"] = MatrixCase.Listing(Aim.Worker, async c =>
        {
            var shown = new List<StreamliningRow>();
            foreach (var place in MatrixPlace.All) shown.AddRange(await c.Get<StreamliningService>().OfPersonAsync(await c.Org.PersonIdAsync(place.Person)));
            return Places(shown);
        }),
        ["StreamliningService.RegisterAsync"] = MatrixCase.Listing(Aim.Worker, async c => Places((await c.Get<StreamliningService>().RegisterAsync(new())).Select(r => r.Case))),
        ["ImportService.CheckAsync"] = MatrixCase.Listing(Aim.Worker, async c =>
        {
            var check = await c.Get<ImportService>().CheckAsync(Import.Lists.Of([.. MatrixPlace.All.Select(place => Import.Lists.Row(place.Person, post: "Kế toán"))]), new(Later));
            return MatrixPlace.All.Where(place => check.Rows.Any(row => row.Code == place.Person && row.State == ImportState.Changed));
        }),
        ["ImportService.ApplyAsync"] = MatrixCase.Of(Aim.Unit, async c => await c.Get<ImportService>().ApplyAsync(Imported(c))) with { Repeats = true },
        ["ImportService.StartAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<ImportService>().StartAsync(Imported(c))) with { Repeats = true },
        ["ImportService.ProposeAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<ImportService>().ProposeAsync(Imported(c).Sheet.Sheet)),
        ["ImportService.ListAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<ImportService>().ListAsync()),
        ["ImportService.UndoAsync"] = MatrixCase.Of(Aim.Unit, async c =>
        {
            var done = await c.Get<ImportService>().ApplyAsync(Imported(c));
            return () => c.Get<ImportService>().UndoAsync(done.Batch!.Value, "Nhầm tệp");
        }) with { Repeats = true },

        ["PersonService.CardAsync"] = MatrixCase.Of(Aim.Worker, c => c.Get<PersonService>().CardAsync(c.Place.Person, c.Org.Today)),

        ["DepartureService.ListAsync"] = MatrixCase.Listing(Aim.Worker, async c =>
        {
            var shown = (await c.Get<DepartureService>().ListAsync(c.Org.Today, 1200)).All.Select(l => l.Person.Code).ToHashSet();
            return MatrixPlace.All.Where(place => shown.Contains(place.Person));
        }),
        ["AheadService.ListAsync"] = MatrixCase.Listing(Aim.Unit, async c =>
        {
            var shown = (await c.Get<AheadService>().ListAsync(c.Org.Today, 1200, 10_000)).Lines.Where(l => l.Kind == AheadKind.Vacancy).SelectMany(l => l.Units).Select(u => u.Code).ToHashSet();
            return MatrixPlace.All.Where(place => shown.Contains(place.Unit));
        }),
        ["RosterService.ListAsync"] = MatrixCase.Listing(Aim.Worker, async c =>
        {
            var shown = (await c.Get<RosterService>().ListAsync(new(c.Org.Today), new(Take: 500))).Rows.Select(r => r.Code).ToHashSet();
            return MatrixPlace.All.Where(place => shown.Contains(place.Person));
        }),

        ["RosterService.ExportAsync"] = MatrixCase.Listing(Aim.Worker, async c =>
        {
            var taken = (await c.Get<RosterService>().ExportAsync(new(c.Org.Today), new())).Rows.Select(r => r.Code).ToHashSet();
            return MatrixPlace.All.Where(place => taken.Contains(place.Person));
        }),

        ["ReviewService.DefineRulesAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<ReviewService>().DefineRulesAsync([Rules with { Id = $"test-{c.Number}" }])) with { Repeats = true },
        ["ReviewService.TakeOverAsync"] = MatrixCase.Of(Aim.Committee, async c => await c.Get<ReviewService>().TakeOverAsync(2019 - c.Number, await c.CommitteeAsync(), "132-2018", [], new(2019, 1, 10))) with { Repeats = true },

        ["RuleSetService.ListAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<RuleSetService>().ListAsync()),
        ["RuleSetService.GetAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<RuleSetService>().GetAsync("132-2018")),
        ["RuleSetService.CopyAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<RuleSetService>().CopyAsync("132-2018", $"ban-{c.Number}", "Bản sao", "Copy")) with { Repeats = true },
        ["RuleSetService.ChangeAsync"] = MatrixCase.Of(Aim.Whole, async c =>
        {
            await c.Get<RuleSetService>().CopyAsync("132-2018", $"sua-{c.Number}", "Bản sao", "Copy");
            var copy = await c.Get<RuleSetService>().GetAsync($"sua-{c.Number}");
            return () => c.Get<RuleSetService>().ChangeAsync(copy.Seen, copy.Facts with { Name = "Tên khác" });
        }) with { Repeats = true },
        ["RuleSetService.ImportAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<RuleSetService>().ImportAsync(RuleSetFile.Write(Rules with { Id = $"tep-{c.Number}" }))) with { Repeats = true },

        ["ReviewCycleService.BoardsAsync"] = MatrixCase.Listing(Aim.Cell, async c =>
        {
            var shown = (await c.Get<ReviewCycleService>().BoardsAsync(2019)).Boards.SelectMany(b => b.ByCell).Select(cell => cell.Cell.Code).ToHashSet();
            return MatrixPlace.All.Where(place => shown.Contains(place.Cell));
        }),
        ["ReviewCycleService.ExportAsync"] = MatrixCase.Listing(Aim.Cell, async c =>
        {
            var taken = (await c.Get<ReviewCycleService>().ExportAsync(2019)).Boards.SelectMany(b => b.ByCell).Select(cell => cell.Cell.Code).ToHashSet();
            return MatrixPlace.All.Where(place => taken.Contains(place.Cell));
        }),
        ["ReviewCycleService.StaffBoardsAsync"] = MatrixCase.Listing(Aim.Unit, async c =>
        {
            var shown = (await c.Get<ReviewCycleService>().StaffBoardsAsync(StaffYears.Year)).Boards.SelectMany(b => b.ByCell).Select(unit => unit.Cell.Code).ToHashSet();
            return MatrixPlace.All.Where(place => shown.Contains(place.Unit));
        }),
        ["ReviewCycleService.ExportStaffAsync"] = MatrixCase.Listing(Aim.Unit, async c =>
        {
            var taken = (await c.Get<ReviewCycleService>().ExportStaffAsync(StaffYears.Year)).Boards.SelectMany(b => b.ByCell).Select(unit => unit.Cell.Code).ToHashSet();
            return MatrixPlace.All.Where(place => taken.Contains(place.Unit));
        }),
        ["ReviewCycleService.OpenAsync"] = MatrixCase.OfBoth(Aim.Committee, Aim.Department, async c =>
        {
            var order = await OrderAsync(c);
            return () => c.Get<ReviewCycleService>().OpenAsync(9000 - c.Number, order.CommitteeId, order.RuleSetCode, order.On);
        }) with { Repeats = true },
        ["ReviewCycleService.PreviewAsync"] = MatrixCase.OfBoth(Aim.Committee, Aim.Department, async c =>
        {
            var order = await OrderAsync(c);
            return () => c.Get<ReviewCycleService>().PreviewAsync(order);
        }),
        ["ReviewCycleService.OrderAsync"] = MatrixCase.OfBoth(Aim.Committee, Aim.Department, async c =>
        {
            var order = await OrderAsync(c) with { Year = 5000 - c.Number };
            return () => c.Get<ReviewCycleService>().OrderAsync(order);
        }) with { Repeats = true },
        ["ReviewCycleService.SetDeadlinesAsync"] = MatrixCase.OfBoth(Aim.Committee, Aim.Department, async c =>
        {
            var cycle = await CycleAsync(c, closed: false);
            return () => c.Get<ReviewCycleService>().SetDeadlinesAsync(cycle, new(null, Planned, Later));
        }),
        ["ReviewCycleService.AwaitedAsync"] = MatrixCase.OfBoth(Aim.Committee, Aim.Department, async c =>
        {
            var cycle = await CycleAsync(c, closed: false);
            return () => c.Get<ReviewCycleService>().AwaitedAsync(cycle.Id);
        }),
        ["ReviewCycleService.ArriveAsync"] = MatrixCase.OfBoth(Aim.Committee, Aim.Department, async c =>
        {
            var cycle = await CycleAsync(c, closed: false);
            return () => c.Get<ReviewCycleService>().ArriveAsync(cycle.Id, [], c.Org.Today);
        }),
        ["StaffAboveService.ListAsync"] = MatrixCase.Listing(Aim.Department, async c =>
        {
            var shown = (await c.Get<StaffAboveService>().ListAsync()).Select(year => year.Organisation.Code).ToHashSet();
            return MatrixPlace.All.Where(place => shown.Contains(place.Department));
        }),
        ["StaffAboveService.ArriveAsync"] = MatrixCase.Of(Aim.Department, async c =>
        {
            var cycle = await CycleAsync(c, closed: false);
            return () => c.Get<StaffAboveService>().ArriveAsync(cycle.Id, [], c.Org.Today);
        }),
        ["RollService.PreviewAsync"] = MatrixCase.OfBoth(Aim.Committee, Aim.Department, async c =>
        {
            var cycle = await CycleAsync(c, closed: false);
            return () => c.Get<RollService>().PreviewAsync(cycle.Id, c.Org.Today);
        }),
        ["RollService.RefreshAsync"] = MatrixCase.OfBoth(Aim.Committee, Aim.Department, async c =>
        {
            var changes = await c.Get<RollService>().PreviewAsync((await CycleAsync(c, closed: false)).Id, c.Org.Today);
            return () => c.Get<RollService>().RefreshAsync(changes);
        }),
        ["ReviewCycleService.CloseAsync"] = MatrixCase.OfBoth(Aim.Committee, Aim.Department, async c =>
        {
            var cycle = await CycleAsync(c, closed: false);
            return () => c.Get<ReviewCycleService>().CloseAsync(cycle, c.Org.Today);
        }),
        ["ReviewCycleService.ReopenAsync"] = MatrixCase.OfBoth(Aim.Committee, Aim.Department, async c =>
        {
            var cycle = await CycleAsync(c, closed: true);
            return () => c.Get<ReviewCycleService>().ReopenAsync(cycle, "Xem lại");
        }),
        ["ReviewStatisticsService.OfStaffAsync"] = MatrixCase.Listing(Aim.Unit, async c => UnitsOf(await c.Get<ReviewStatisticsService>().OfStaffAsync(StaffYears.Year))),
        ["ReviewStatisticsService.ExportStaffAsync"] = MatrixCase.Listing(Aim.Unit, async c => UnitsOf(await c.Get<ReviewStatisticsService>().ExportStaffAsync(StaffYears.Year))),
        ["ReviewStatisticsService.StaffAsync"] = MatrixCase.Listing(Aim.Unit, async c =>
        {
            var shown = (await c.Get<ReviewStatisticsService>().StaffAsync(StaffYears.Year, new())).Rows.Select(r => r.Person.Code).ToHashSet();
            return MatrixPlace.All.Where(place => shown.Contains(place.Person));
        }),
        ["ReviewStatisticsService.ExportStaffRowsAsync"] = MatrixCase.Listing(Aim.Unit, async c =>
        {
            var shown = (await c.Get<ReviewStatisticsService>().ExportStaffRowsAsync(StaffYears.Year, new())).Rows.Select(r => r.Person.Code).ToHashSet();
            return MatrixPlace.All.Where(place => shown.Contains(place.Person));
        }),
        ["ReviewGroupService.GetAsync"] = MatrixCase.OfBoth(Aim.Committee, Aim.Department, async c =>
        {
            var cycle = await CycleAsync(c, closed: false);
            return () => c.Get<ReviewGroupService>().GetAsync(cycle.Id);
        }),
        ["ReviewGroupService.SetAsync"] = MatrixCase.OfBoth(Aim.Committee, Aim.Department, async c =>
        {
            var cycle = await CycleAsync(c, closed: false);
            return () => c.Get<ReviewGroupService>().SetAsync(cycle, []);
        }) with { Repeats = true },
        ["CellReviewService.SheetAsync"] = MatrixCase.OfBoth(Aim.Cell, Aim.Unit, c => Task.FromResult<Func<Task>>(() => SheetAsync(c))),
        ["CellReviewService.CalledAsync"] = MatrixCase.Of(Aim.Cell, c => c.Get<CellReviewService>().CalledAsync(c.Place.Cell, Planned)),
        ["CellReviewService.EnterAsync"] = MatrixCase.OfBoth(Aim.Cell, Aim.Unit, async c =>
        {
            var review = await ReviewAsync(c);
            return () => c.Get<CellReviewService>().EnterAsync(new($"{c.Number}-BB", Planned, null, [new(review, "HTNV", null, null)]));
        }) with { Repeats = true },
        ["CellReviewService.DecideAsync"] = MatrixCase.OfBoth(Aim.Cell, Aim.Department, async c =>
        {
            var review = await ReviewAsync(c);
            return () => c.Get<CellReviewService>().DecideAsync([new(review, c.Number % 2 == 0 ? "HTNV" : "HTTNV")]);
        }),
    };

    /// <summary>A list of one newcomer.</summary>
    private static CheckedImport Imported(MatrixCall c) =>
        new(Import.Lists.Of(Import.Lists.Newcomer($"NHAP-{c.Number}", $"Trần Văn Nhập {c.Number}", unit: c.Place.Unit)), new(Later), new Dictionary<int, string>());

    /// <summary>About the employment of somebody whose leaving is ahead.</summary>
    private static StreamliningFacts Streamlined => new("154/2025", "R1", "P1", Far);

    private static IEnumerable<MatrixPlace> Places(IEnumerable<StreamliningRow> rows) => rows.Select(r => r.Person.Code).ToHashSet() is var shown ? MatrixPlace.All.Where(place => shown.Contains(place.Person)) : [];

    /// <summary>About a case planned for the place's person, approved, or carried out.</summary>
    private static MatrixCase OfStreamlined(bool approved, Func<MatrixCall, Seen, Task> call, bool executed = false) => MatrixCase.Of(Aim.Worker, async c =>
    {
        var cases = c.Get<StreamliningService>();
        async Task<Seen> SeenAsync() => (await cases.ListAsync(new())).Rows.Single(r => r.Person.Code == c.Place.Person).Seen;
        if (approved && (await cases.ListAsync(new())).Rows.Single(r => r.Person.Code == c.Place.Person).State == StreamliningState.Planned) await cases.ApproveAsync(await SeenAsync());
        if (executed && (await cases.ListAsync(new())).Rows.Single(r => r.Person.Code == c.Place.Person).State == StreamliningState.Approved) await cases.ExecuteAsync(await SeenAsync());
        var seen = await SeenAsync();
        return () => call(c, seen);
    });

    private static MatrixCase OfRetiring(Func<MatrixCall, EmploymentDetails, Task> call) => MatrixCase.Of(Aim.Worker, async c =>
    {
        var employment = await c.Get<StaffService>().EmploymentOnAsync(await c.Org.PersonIdAsync(MatrixOrg.Leaver(c.Place)), c.Org.Today);
        return () => call(c, employment);
    });

    /// <summary>About a step of the salary that is ahead.</summary>
    private static MatrixCase OfPaid(Func<MatrixCall, Seen, Guid, Task> call) => MatrixCase.Of(Aim.Worker, async c =>
    {
        var (staff, person) = (c.Get<StaffService>(), await c.PersonAsync());
        var before = await staff.EmploymentOnAsync(person, c.Org.Today);
        await staff.SetSalaryAsync(before.Seen, new("01.003", 5, 3.66m + c.Number / 100m), c.OwnDay);
        var paid = await c.Org.Database.ReadAsync(db => db.LoadAsync<Employment>(before.Seen.Id, default));
        return () => call(c, new(paid.Id, paid.Version), paid.SalarySteps.Single(s => s.ValidFrom == c.OwnDay).Id);
    }) with { Repeats = true };

    /// <summary>The year 2019 of the place's committee, open or closed as it is wanted.</summary>
    private static async Task<Seen> CycleAsync(MatrixCall c, bool closed)
    {
        var cycles = c.Get<ReviewCycleService>();
        async Task<ReviewBoard> BoardAsync() => IsOfStaff(c) ? (await cycles.StaffBoardsAsync(StaffYears.Year)).Boards.Single(b => b.Committee.Code == c.Place.Department)
            : (await cycles.BoardsAsync(2019)).Boards.Single(b => b.Committee.Code == c.Place.Committee);
        var board = await BoardAsync();
        if (closed && board.ClosedOn is null) await cycles.CloseAsync(board.Cycle, c.Org.Today);
        if (!closed && board.ClosedOn is not null) await cycles.ReopenAsync(board.Cycle, "Xem lại");
        return (await BoardAsync()).Cycle;
    }

    private static async Task<Seen> ReviewAsync(MatrixCall c)
    {
        await CycleAsync(c, closed: false);
        return (await SheetAsync(c)).Members.Single(m => m.Person!.Code == c.Place.Person).Seen;
    }

    private static IEnumerable<MatrixPlace> UnitsOf(ReviewFigures figures) => MatrixPlace.All.Where(place => figures.CellGrades.ContainsKey(place.Unit));

    private static bool IsOfStaff(MatrixCall c) => c.Aim is Aim.Unit or Aim.Department;

    private static Task<CellReview> SheetAsync(MatrixCall c) => IsOfStaff(c) ? c.Get<CellReviewService>().SheetAsync(StaffYears.Year, c.Place.Unit) : c.Get<CellReviewService>().SheetAsync(2019, c.Place.Cell);

    private static async Task<CycleOrder> OrderAsync(MatrixCall c) => new(2021, await c.KeeperAsync(), IsOfStaff(c) ? "90-2020" : "132-2018", c.Org.Today);

    private static RuleSetFacts Rules => new()
    {
        Id = "test", Kind = "Party", Name = "Thử", NameEn = "Test", Basis = [], ValidFrom = Planned,
        Grades = [new("A", "A", "A"), new("B", "B", "B")], Scale = new("Levels", null, []),
    };
}
