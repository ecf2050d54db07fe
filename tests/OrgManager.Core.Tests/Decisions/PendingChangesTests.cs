using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Restructuring;
using OrgManager.Staff;

namespace OrgManager.Tests.Decisions;

/// <summary>What is entered and not in force yet, and the calling off.</summary>
public class PendingChangesTests : IAsyncLifetime
{
    private static readonly DateOnly Start = new(2025, 1, 1), Soon = new(2026, 6, 1), Then = new(2027, 1, 1), Last = new(2027, 9, 1);
    private TestOrg _org = null!;
    private PendingChanges Pending => _org.Get<PendingChanges>();

    public async Task InitializeAsync() => _org = await SmallOrg.StartWithKindsAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task Everything_that_takes_effect_after_today_is_told_the_next_first()
    {
        await EnterAsync();

        Assert.Equal(
        [
            "2026-06-01 NameChanged KH", "2026-06-01 QuotaSet KH", "2026-06-01 Moved An", "2026-06-01 OfficeGiven An", "2026-06-01 FunctionMoved TC",
            "2027-01-01 CoverageBegun CB", "2027-01-01 Founded PT", "2027-01-01 QuotaSet KH", "2027-01-01 Beside An",
            "2027-09-01 Left Binh", "2027-09-01 PartyLeft An", "2027-09-01 FunctionEnded TC",
        ], await TellAsync());
    }

    [Fact]
    public async Task It_is_narrowed_by_kind_unit_and_month_and_the_months_are_counted()
    {
        await EnterAsync();

        var quota = await Pending.ListAsync(new(ChangeArea.Quota), new());
        Assert.Equal([(2026, 6, 1), (2027, 1, 1)], quota.Months.Select(m => (m.Year, m.Month, m.Count)));
        Assert.Equal(2, (await Pending.ListAsync(new(ChangeArea.Quota, "KH"), new())).Total);
        Assert.Equal(0, (await Pending.ListAsync(new(ChangeArea.Quota, "TC"), new())).Total);
        Assert.Equal(["FunctionMoved", "Moved"], (await Pending.ListAsync(new(UnitCode: "TC", Year: 2026, Month: 6), new())).Rows.Select(Kind).Order());
        Assert.Equal(7, (await Pending.ListAsync(new(Year: 2027), new(Take: 3))).Total);
        Assert.Equal(["CB", "KH", "PT", "TC"], quota.Units.Select(u => u.Code).Order());
    }

    [Fact]
    public async Task Each_says_who_entered_it_and_by_which_decision()
    {
        var decision = await _org.Get<DecisionService>().RegisterAsync(new DecisionFacts(DecisionKind.Decision, "1/QĐ-SCT", "Sở", Start, Start, "Thử"));
        var id = await _org.FoundAsync("KH", Start);
        await _org.Get<UserService>().AddAsync(new("nhansu", AccountService.SamplePassword, Role.HrOfficer, "KH"));
        await _org.SignInAsync("nhansu");
        await _org.Units.ChangeAsync(await _org.SeeAsync(id), Soon, new() { Name = "Phòng Kế hoạch" }, decision);

        var row = Assert.Single((await Pending.ListAsync(new(), new())).Rows);

        Assert.Equal(("nhansu", "1/QĐ-SCT", true), (row.EnteredBy, row.Decision?.Number, row.MayCallOff));
        Assert.Equal(_org.Today, DateOnly.FromDateTime(row.EnteredAt!.Value));
    }

    [Theory]
    [InlineData("thanhtra", Role.Inspector, true)]
    [InlineData("truongphong", Role.UnitHead, false)]
    [InlineData("vanthu", Role.PartyClerk, false)]
    public async Task Who_entered_it_is_told_to_whoever_reads_the_trail_there(string user, Role role, bool told)
    {
        await _org.FoundAsync("CB", Start, kind: "Cell");
        await _org.Units.ChangeAsync(await _org.SeeAsync(await _org.FoundAsync("KH", Start)), Soon, new() { Name = "Phòng Kế hoạch" });
        await _org.Get<UserService>().AddAsync(new(user, AccountService.SamplePassword, role, role == Role.PartyClerk ? "CB" : "KH"));
        await _org.SignInAsync(user);

        var row = Assert.Single((await Pending.ListAsync(new(), new())).Rows);

        Assert.Equal((told, told), (row.EnteredBy is not null, row.EnteredAt is not null));
    }

    [Fact]
    public async Task A_member_is_found_by_the_unit_they_work_in_only_where_that_may_be_known()
    {
        await EnterAsync();
        Assert.Contains("PartyLeft", (await Pending.ListAsync(new(UnitCode: "KH"), new())).Rows.Select(Kind));
        await _org.Get<UserService>().AddAsync(new("vanthu", AccountService.SamplePassword, Role.PartyClerk, "CB"));
        await _org.SignInAsync("vanthu");

        Assert.Contains("PartyLeft", (await Pending.ListAsync(new(), new())).Rows.Select(Kind));
        Assert.Equal(["NameChanged"], (await Pending.ListAsync(new(UnitCode: "KH"), new())).Rows.Select(Kind));
    }

    [Fact]
    public async Task Each_kind_of_change_is_called_off_with_a_reason_and_what_was_before_goes_on()
    {
        await EnterAsync();
        var before = await _org.SnapshotAsync(_org.Today);
        Assert.DoesNotContain((await Pending.ListAsync(new(), new(Take: 100))).Rows, r => r.Stays is not null);

        for (var left = 12; left > 0; left--)
        {
            var list = await Pending.ListAsync(new(), new(Take: 100));
            Assert.Equal(left, list.Total);
            await Pending.CallOffAsync(list.Rows[^1].Change.Refs, "Không làm nữa", list.Seq);
            await _org.AssertSoundAsync();
        }

        Assert.Empty((await Pending.ListAsync(new(), new())).Rows);
        await using var beside = _org.Beside();
        var far = await beside.SnapshotAsync(new(2030, 1, 1));
        Assert.Equal(before.Units.Select(u => (u.Code, u.Name, u.Allocated, u.Present, u.Official)).Order(), far.Units.Select(u => (u.Code, u.Name, u.Allocated, u.Present, u.Official)).Order());
        var kept = await beside.Get<TrailService>().ListAsync(new TrailQuery(), most: 50);
        Assert.All(kept.Rows.Where(r => r.Verb == "Change.CallOff"), r => Assert.Equal("Không làm nữa", r.Reason));
        Assert.Equal(12, kept.Rows.Count(r => r.Verb == "Change.CallOff"));
    }

    [Fact]
    public async Task What_is_changed_since_in_force_or_without_a_reason_is_not_called_off()
    {
        var id = await _org.FoundAsync("KH", Start);
        await _org.Units.ChangeAsync(await _org.SeeAsync(id), Soon, new() { Name = "Phòng Kế hoạch" });
        var list = await Pending.ListAsync(new(), new());
        var refs = list.Rows.Single().Change.Refs;

        await Refusal.IsAsync("History.ReasonMissing", () => Pending.CallOffAsync(refs, " ", list.Seq));
        await _org.Units.ChangeAsync(await _org.SeeAsync(id), Then, new() { ShortName = "KH" });
        await Assert.ThrowsAsync<ConflictException>(() => Pending.CallOffAsync(refs, "Thôi", list.Seq));
        _org.Time.Advance(TimeSpan.FromDays(200));
        var now = await Pending.ListAsync(new(), new());
        Assert.Equal("ShortNameChanged", Kind(now.Rows.Single()));
        await Refusal.IsAsync("History.InForce", () => Pending.CallOffAsync(refs, "Thôi", now.Seq));
    }

    [Fact]
    public async Task What_does_not_stand_alone_says_why_and_stays()
    {
        await _org.FoundAsync("A", Start);
        await _org.FoundAsync("B", Start);
        await _org.Get<ScenarioService>().ApplyAsync(new() { Name = "Gộp A và B", EffectiveOn = Soon, Decisions = new(), Steps = [new MergeStep(["A", "B"], new("C", "Phòng C", "Division", null))] });
        var later = await _org.FoundAsync("D", Soon);
        await _org.Units.ChangeAsync(await _org.SeeAsync(later), Then, new() { Name = "Phòng D" });
        await _org.FoundAsync("E", Soon, parent: later);
        await _org.Get<StaffService>().RecruitAsync(new(new("An", "Lê Văn An", Sex.Male, new(1990, 1, 1)), new(await _org.FoundAsync("N", Start), QuotaCategory.CivilServant)), new(2026, 3, 1));
        var list = await Pending.ListAsync(new(), new());

        Assert.Equal(
        [
            "A Ended OfScenario Gộp A và B", "An Recruited Beginning ", "B Ended OfScenario Gộp A và B", "C Founded OfScenario Gộp A và B", "D Founded Followed ", "D NameChanged  ", "E Founded  ",
        ], list.Rows.Select(r => $"{Of(r)} {Kind(r)} {r.Stays} {r.Scenario}").Order(StringComparer.Ordinal));
        Assert.All(list.Rows, r => Assert.Equal(r.Stays is null, r.MayCallOff));
        foreach (var row in list.Rows.Where(r => r.Stays is not null)) await Refusal.IsAsync($"Pending.{row.Stays}", () => Pending.CallOffAsync(row.Change.Refs, "Thôi", list.Seq));

        await Pending.CallOffAsync(list.Rows.Single(r => Of(r) == "D" && Kind(r) == "NameChanged").Change.Refs, "Thôi", list.Seq);
        var now = await Pending.ListAsync(new(), new());
        await Refusal.IsAsync("Pending.UnitInUse", () => Pending.CallOffAsync(now.Rows.Single(r => Of(r) == "D").Change.Refs, "Thôi", now.Seq));
    }

    [Fact]
    public async Task The_beginning_of_a_function_waits_for_what_comes_after_it_and_the_order_in_a_list_holds_nothing_up()
    {
        var (kh, tc) = (await _org.FoundAsync("KH", Start), await _org.FoundAsync("TC", Start));
        var functions = _org.Get<UnitFunctionService>();
        var function = await functions.BeginAsync(new("Quản lý chợ", kh), Soon);
        await functions.ChangeAsync((await functions.GetAsync(function)).Seen, Then, new() { LeadId = tc });
        await functions.EndAsync((await functions.GetAsync(function)).Seen, Last);
        var unit = await _org.FoundAsync("PT", Soon);
        await _org.Units.ChangeAsync(await _org.SeeAsync(unit), Then, new() { Order = 7 });

        foreach (var last in new[] { "FunctionEnded", "FunctionMoved" })
        {
            var list = await Pending.ListAsync(new(ChangeArea.Functions), new());
            var begun = list.Rows.Single(r => Kind(r) == "FunctionBegun");
            Assert.Equal(((PendingStay?)PendingStay.Followed, false), (begun.Stays, begun.MayCallOff));
            await Refusal.IsAsync("Pending.Followed", () => Pending.CallOffAsync(begun.Change.Refs, "Thôi", list.Seq));
            await Pending.CallOffAsync(list.Rows.Single(r => Kind(r) == last).Change.Refs, "Thôi", list.Seq);
        }
        for (var left = 2; left > 0; left--)
        {
            var list = await Pending.ListAsync(new(), new());
            Assert.Equal(left, list.Total);
            Assert.All(list.Rows, r => Assert.True(r.MayCallOff));
            await Pending.CallOffAsync(list.Rows[0].Change.Refs, "Thôi", list.Seq);
        }
    }

    [Fact]
    public async Task Posts_of_a_position_ahead_are_called_off_the_last_first()
    {
        var unit = await _org.FoundAsync("KH", Start);
        var positions = _org.Get<PositionService>();
        await positions.EnterAsync(new("VP-03", "Văn thư", PositionGroup.Shared));
        var position = (await positions.TableAsync(new(Start), new())).Catalogue[0].Seen.Id;
        await positions.SetAsync(new(unit, position, 2, null), Soon);
        await positions.SetAsync(new(unit, position, 1, 2), Then);
        var list = await Pending.ListAsync(new(), new());

        Assert.Equal([("PositionSet", (PendingStay?)PendingStay.Followed, false), ("PositionSet", null, true)], list.Rows.Select(r => (Kind(r), r.Stays, r.MayCallOff)));
        await Refusal.IsAsync("Pending.Followed", () => Pending.CallOffAsync(list.Rows[0].Change.Refs, "Thôi", list.Seq));
        await Pending.CallOffAsync(list.Rows[1].Change.Refs, "Thôi", list.Seq);
        var left = await Pending.ListAsync(new(), new());
        await Pending.CallOffAsync(Assert.Single(left.Rows).Change.Refs, "Thôi", left.Seq);

        Assert.Empty((await positions.TableAsync(new(Then), new())).Rows);
        await _org.AssertSoundAsync();
    }

    [Theory]
    [InlineData("nhansu", Role.HrOfficer, "KH", "KH NameChanged,KH QuotaSet,An Beside,Binh Left,KH QuotaSet,PT Founded,TC FunctionMoved,TC FunctionEnded,CB CoverageBegun", "KH NameChanged,KH QuotaSet,KH QuotaSet,An Beside,Binh Left")]
    [InlineData("vanthu", Role.PartyClerk, "CB", "KH NameChanged,PT Founded,TC FunctionMoved,TC FunctionEnded,CB CoverageBegun,An OfficeGiven,An PartyLeft", "CB CoverageBegun,An OfficeGiven,An PartyLeft")]
    public async Task Each_is_shown_what_they_may_see_and_calls_off_what_they_may_enter(string user, Role role, string scope, string shown, string theirs)
    {
        await EnterAsync();
        await _org.Get<UserService>().AddAsync(new(user, AccountService.SamplePassword, role, scope));
        var all = await Pending.ListAsync(new(), new(Take: 100));
        await _org.SignInAsync(user);
        var own = await Pending.ListAsync(new(), new(Take: 100));

        Assert.Equal(shown.Split(',').Order(), own.Rows.Select(r => $"{Of(r)} {Kind(r)}").Order());
        Assert.Equal(theirs.Split(',').Order(), own.Rows.Where(r => r.MayCallOff).Select(r => $"{Of(r)} {Kind(r)}").Order());
        var outside = all.Rows.First(r => Of(r) == "TC");
        await Assert.ThrowsAsync<AccessDeniedException>(() => Pending.CallOffAsync(outside.Change.Refs, "Thôi", own.Seq));
        await Pending.CallOffAsync(own.Rows.First(r => r.MayCallOff).Change.Refs, "Thôi", own.Seq);
    }

    /// <summary>A little of everything, ahead.</summary>
    private async Task EnterAsync()
    {
        var (kh, tc, cell) = (await _org.FoundAsync("KH", Start), await _org.FoundAsync("TC", Start), await _org.FoundAsync("CB", Start, kind: "Cell"));
        await _org.Units.ChangeAsync(await _org.SeeAsync(kh), Soon, new() { Name = "Phòng Kế hoạch" });
        await _org.FoundAsync("PT", Then);
        var quota = _org.Get<QuotaService>();
        await quota.SetAsync([new(kh, QuotaKind.Allocated, QuotaCategory.CivilServant, 4), new(kh, QuotaKind.Allocated, QuotaCategory.SupportContract, 1)], Start);
        await quota.SetAsync([new(kh, QuotaKind.Allocated, QuotaCategory.CivilServant, 3), new(kh, QuotaKind.Allocated, QuotaCategory.SupportContract, 2)], Soon);
        await quota.SetAsync([new(kh, QuotaKind.Allocated, QuotaCategory.PublicEmployeeBudget, 2)], Then);
        var (staff, party) = (_org.Get<StaffService>(), _org.Get<PartyService>());
        var an = await staff.RecruitAsync(new(new("An", "Lê Văn An", Sex.Male, new(1990, 1, 1)), new(kh, QuotaCategory.CivilServant), new("01.003", 1, 2.34m)), Start);
        await staff.ChangeAsync([((await staff.EmploymentOnAsync(an, Start)).Seen, new() { UnitId = tc })], Soon);
        await staff.AddBesideAsync([(await staff.EmploymentOnAsync(an, Start)).Seen], AssignmentKind.Concurrent, new(kh, QuotaCategory.CivilServant), Then);
        var binh = await staff.RecruitAsync(new(new("Binh", "Hà Thị Bình", Sex.Female, new(1991, 1, 1)), new(kh, QuotaCategory.CivilServant)), Start);
        await staff.EndAsync([(await staff.EmploymentOnAsync(binh, Start)).Seen], Last, EmploymentEnd.Resignation);
        await party.JoinAsync(an, new(new(2015, 1, 1), new(2015, 1, 9), new(2016, 1, 9)), cell, Start);
        await party.GiveOfficeAsync((await party.MemberOnAsync(an, Start)).Seen, cell, new(PartyPost.Secretary, OfficeBasis.Elected), Soon);
        await party.LeaveAsync((await party.MemberOnAsync(an, Start)).Seen, Last, MembershipEnd.Resigned);
        await _org.Get<CoverageService>().CoverUnitAsync(cell, tc, Then);
        var functions = _org.Get<UnitFunctionService>();
        var function = await functions.BeginAsync(new("Quản lý chợ", kh), Start);
        await functions.ChangeAsync((await functions.GetAsync(function)).Seen, Soon, new() { LeadId = tc });
        await functions.EndAsync((await functions.GetAsync(function)).Seen, Last);
    }

    private static string Kind(PendingRow row) => $"{(object?)row.Change.OfUnit?.Kind ?? row.Change.OfPerson!.Kind}";

    private static string Of(PendingRow row) => row.Change.Unit?.Code ?? row.Change.Person!.Code;

    private async Task<IEnumerable<string>> TellAsync() => (await Pending.ListAsync(new(), new(Take: 100))).Rows.Select(r => $"{r.Change.On:yyyy-MM-dd} {Kind(r)} {Of(r)}");
}
