using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Reviews;
using OrgManager.Staff;

namespace OrgManager.Tests.Access.Matrix;

/// <summary>The model organisation, and beside it another one that nobody's scope reaches; in each place there is something to change, withdraw and end.</summary>
internal static class MatrixOrg
{
    public static readonly DateOnly Planned = new(2026, 2, 1), Later = new(2026, 3, 1), Far = new(2050, 1, 1);

    /// <summary>Since when the newcomers are there.</summary>
    public static readonly DateOnly Lately = new(2025, 1, 1);

    private static readonly DateOnly Long = new(2015, 1, 1);
    private static readonly Lazy<Task<TestDatabase>> Prepared = new(PrepareAsync);

    public static async Task<TestOrg> StartAsync() => TestOrg.On(await (await Prepared.Value).CopyAsync());

    /// <summary>Somebody of the place with a change ahead, on probation in the party.</summary>
    public static string Newcomer(MatrixPlace place) => $"MOI-{place.Unit}";

    /// <summary>Somebody of the place whose leaving of the organisation and of the party is ahead, with one office whose end is ahead and one that is itself ahead.</summary>
    public static string Leaver(MatrixPlace place) => $"DI-{place.Unit}";

    /// <summary>A small unit under the unit (or cell) with a change ahead, and one whose end is ahead.</summary>
    public static string Changing(string unit) => $"{unit}-X";

    public static string Ending(string unit) => $"{unit}-Y";

    private static async Task<TestDatabase> PrepareAsync()
    {
        var database = await TestDatabase.ModelAsync();
        await using (var org = TestOrg.On(database, isOwner: false))
        {
            await org.Get<UserService>().AddAsync(new("thu", AccountService.SamplePassword, Role.Self));
            await FoundOtherAsync(org);
            foreach (var place in MatrixPlace.All) await PlanAsync(org, place);
            foreach (var department in MatrixPlace.All.Select(place => place.Department).Distinct()) await StaffAsync(org, department);
            foreach (var committee in MatrixPlace.All.Select(place => place.Committee).Distinct()) await FullFiles.OpenAsync(org, committee: committee);
            foreach (var place in MatrixPlace.All) await MatrixOfReviewFiles.PrepareAsync(org, place);
        }
        await database.CloseAsync();
        return database;
    }

    /// <summary>A year of staff that is decided, so that it may be closed.</summary>
    private static async Task StaffAsync(TestOrg org, string department)
    {
        var id = await org.UnitIdAsync(department);
        await org.Database.ChangeAsync(new("ReviewCycle.Open"), db =>
        {
            var cycle = ReviewCycle.Open(StaffYears.Year, id, "90-2020", CycleMode.ResultsOnly, ReviewSubject.Staff);
            db.Add(cycle);
            foreach (var place in MatrixPlace.All.Where(place => place.Department == department))
            {
                var unit = db.Timeline.UnitByCode(place.Unit)!.Id;
                var reviews = new[] { Review.OfCollective(cycle, unit, decidedAbove: false), Review.OfStaff(cycle, db.Timeline.PersonByCode(place.Person)!.Id, unit, decidedAbove: false) };
                foreach (var review in reviews) review.Decide("HTTNV");
                db.AddRange(reviews);
            }
            return Task.CompletedTask;
        });
    }

    private static async Task FoundOtherAsync(TestOrg org)
    {
        var unit = await FoundAsync(org, "NGOAI", Branch.Government, "Division", null, Long);
        var committee = await FoundAsync(org, "DB-NGOAI", Branch.Party, "GrassrootsCommittee", null, Long);
        var cell = await FoundAsync(org, "CB-NGOAI", Branch.Party, "Cell", committee, Long);
        var person = await org.Get<StaffService>().RecruitAsync(
            new(new("NG001", "Ngô Văn Ngoài", Sex.Male, new(1980, 1, 1)), new(unit, QuotaCategory.CivilServant), new("01.003", 1, 2.34m)), Long);
        await org.Get<PartyService>().JoinAsync(person, new(new(2010, 1, 1), new(2010, 1, 2), new(2011, 1, 2)), cell, Long);
        await org.Get<PartyService>().GiveOfficeAsync((await org.Get<PartyService>().MemberOnAsync(person, org.Today)).Seen, cell, new(PartyPost.DeputySecretary, OfficeBasis.Elected), Long);
        await org.Get<CoverageService>().CoverUnitAsync(cell, unit, Long);
        await org.Get<QuotaService>().SetAsync([new(unit, QuotaKind.Allocated, QuotaCategory.CivilServant, 3)], Long);
        await org.Get<ReviewService>().TakeOverAsync(2019, committee, "132-2018", [new(cell, "HTTNV", "1-BB", new(2019, 12, 1), [new(person, "HTTNV", "HTTNV", null, false)])], new(2020, 1, 1));
    }

    private static async Task PlanAsync(TestOrg org, MatrixPlace place)
    {
        var (unit, cell) = (await org.UnitIdAsync(place.Unit), await org.UnitIdAsync(place.Cell));
        foreach (var (code, parent, branch, kind) in new[] { (place.Unit, unit, Branch.Government, "ServiceUnitDivision"), (place.Cell, cell, Branch.Party, "PartyGroup") })
        {
            var changing = await FoundAsync(org, Changing(code), branch, kind, parent, Lately);
            await org.Units.ChangeAsync((await org.Units.GetAsync(changing)).Seen, Planned, new() { Name = "Tên mới" });
            var ending = await FoundAsync(org, Ending(code), branch, kind, parent, Lately);
            await org.Units.EndAsync((await org.Units.GetAsync(ending)).Seen, Later);
        }
        var (staff, party) = (org.Get<StaffService>(), org.Get<PartyService>());
        var newcomer = await staff.RecruitAsync(new(new(Newcomer(place), "Lê Thị Mới", Sex.Female, new(1995, 1, 1)), new(unit, QuotaCategory.CivilServant)), Lately);
        await staff.ChangeAsync([((await staff.EmploymentOnAsync(newcomer, org.Today)).Seen, new() { Position = "Kế toán" })], Planned);
        await party.JoinAsync(newcomer, new(Lately, Lately.AddDays(1), null), cell, Lately);
        await party.SetParticipationAsync((await party.MemberOnAsync(newcomer, org.Today)).Seen, Participation.Exempt, Planned);
        await org.Get<QuotaService>().SetAsync([new(unit, QuotaKind.Allocated, QuotaCategory.CivilServant, 4)], Planned);
        await org.Get<StreamliningService>().PlanAsync(await org.PersonIdAsync(place.Person), new("154/2025", "R1", "P1", Far));
        await PlanLeavingAsync(org, place, unit, cell);
        var person = await org.PersonIdAsync(place.Person);
        await org.Get<TransferService>().DraftAsync(person, new(TransferKind.Official, cell, null, null, "Đảng bộ khác") { MovedOn = Lately });
        await org.Get<TransferService>().IssueAsync((await org.Get<TransferRegister>().OfPersonAsync(place.Person)).Single().Seen, "1-GGT", org.Today);
    }

    private static async Task PlanLeavingAsync(TestOrg org, MatrixPlace place, Guid unit, Guid cell)
    {
        var party = org.Get<PartyService>();
        var leaver = await org.Get<StaffService>().RecruitAsync(new(new(Leaver(place), "Lê Văn Đi", Sex.Male, new(1990, 1, 1)), new(unit, QuotaCategory.CivilServant)), Lately);
        await party.JoinAsync(leaver, new(new(2020, 1, 1), new(2020, 1, 2), new(2021, 1, 2)), cell, Lately);
        async Task<Seen> SeenAsync() => (await party.MemberOnAsync(leaver, org.Today)).Seen;
        await party.GiveOfficeAsync(await SeenAsync(), cell, new(PartyPost.InspectionMember, OfficeBasis.Appointed), Lately);
        await party.EndOfficeAsync(await SeenAsync(), cell, PartyPost.InspectionMember, Later);
        await party.GiveOfficeAsync(await SeenAsync(), cell, new(PartyPost.InspectionHead, OfficeBasis.Appointed), Later);
        await party.LeaveAsync(await SeenAsync(), Far, MembershipEnd.TransferOut);
        await org.Get<StaffService>().EndAsync([(await org.Get<StaffService>().EmploymentOnAsync(leaver, org.Today)).Seen], Far, EmploymentEnd.Transfer);
        var served = await org.UnitIdAsync(Changing(place.Unit));
        await org.Get<CoverageService>().CoverUnitAsync(cell, served, Lately);
        await org.Get<CoverageService>().EndAsync(cell, served, Planned);
    }

    private static Task<Guid> FoundAsync(TestOrg org, string code, Branch branch, string kind, Guid? parent, DateOnly from) =>
        org.Units.FoundAsync(new(code, branch, new(code, kind, parent)), from);
}
