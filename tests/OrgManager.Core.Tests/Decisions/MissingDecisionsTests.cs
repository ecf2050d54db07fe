using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Restructuring;
using OrgManager.Staff;

namespace OrgManager.Tests.Decisions;

/// <summary>Changes entered before their decision arrived, and the naming of it afterwards.</summary>
public class MissingDecisionsTests : IAsyncLifetime
{
    private static readonly DateOnly Start = new(2025, 1, 1), Later = new(2025, 6, 1), Last = new(2025, 9, 1), Signed = new(2024, 12, 20);
    private TestOrg _org = null!;
    private MissingDecisions Missing => _org.Get<MissingDecisions>();

    public async Task InitializeAsync() => _org = await SmallOrg.StartWithKindsAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task Everything_entered_without_a_decision_is_found_the_newest_first()
    {
        await EnterAsync();

        Assert.Equal(
        [
            "2025-09-01 QuotaSet KH", "2025-09-01 Left Binh", "2025-06-01 NameChanged KH", "2025-06-01 Moved An", "2025-06-01 OfficeGiven An",
            "2025-01-01 Founded CB", "2025-01-01 Founded KH", "2025-01-01 Founded TC", "2025-01-01 QuotaSet KH",
            "2025-01-01 Recruited An", "2025-01-01 SalarySet An", "2025-01-01 Recruited Binh", "2025-01-01 PartyJoined An",
        ], await TellAsync());
    }

    [Fact]
    public async Task One_decision_is_named_for_all_at_once_and_stands_behind_each()
    {
        await EnterAsync();
        var decision = await RegisterAsync("1/QĐ-SCT");
        var list = await ListAsync();

        await Missing.NameAsync([.. list.Rows.SelectMany(r => r.Refs)], decision, list.Seq);

        Assert.Empty((await ListAsync()).Rows);
        await using var beside = _org.Beside();
        await beside.AssertSoundAsync();
        var card = await beside.Get<DecisionRegister>().CardAsync(decision);
        Assert.Equal(list.Total, card.Changes.Sum(g => g.Rows.Count));
        Assert.Equal(["CB", "KH", "TC", "An", "Binh"], card.Changes.Select(g => g.Unit?.Code ?? g.Person!.Code));
        Assert.All((await beside.Get<OrganisationService>().UnitAsync("KH", Last)).Events, e => Assert.Equal("1/QĐ-SCT", e.Decision?.Number));
        Assert.Equal("1/QĐ-SCT", (await beside.Get<PersonService>().CardAsync("Binh", Start)).EndDecision?.Number);
    }

    [Fact]
    public async Task What_one_change_set_can_be_named_field_by_field()
    {
        var id = await _org.FoundAsync("KH", Start);
        await _org.Units.ChangeAsync(await _org.SeeAsync(id), Later, new() { Name = "Phòng Kế hoạch", ShortName = "KH" });
        var (first, second, list) = (await RegisterAsync("1/QĐ-SCT"), await RegisterAsync("2/QĐ-SCT"), await ListAsync());

        await Missing.NameAsync(list.Rows.Single(r => r.OfUnit!.Kind == UnitEventKind.NameChanged).Refs, first, list.Seq + 2);
        Assert.Equal(["2025-06-01 ShortNameChanged KH", "2025-01-01 Founded KH"], await TellAsync());
        await Missing.NameAsync(list.Rows.Single(r => r.OfUnit!.Kind == UnitEventKind.ShortNameChanged).Refs, second, (await ListAsync()).Seq);

        var said = (await _org.Units.GetAsync(id)).History[1].Says;
        Assert.Equal([(OrgUnitFields.Name, first), (OrgUnitFields.ShortName, (Guid?)second)], said.Select(s => ((OrgUnitFields)s.Fields, s.DecisionId)).Order());
    }

    [Fact]
    public async Task Of_several_all_are_named_or_none()
    {
        await EnterAsync();
        var (decision, other, list) = (await RegisterAsync("1/QĐ-SCT"), await RegisterAsync("2/QĐ-SCT"), await ListAsync());
        await Missing.NameAsync(list.Rows[^1].Refs, decision, list.Seq);
        var now = await ListAsync();

        await Refusal.IsAsync("History.DecisionNamed", () => Missing.NameAsync([.. now.Rows[0].Refs, .. list.Rows[^1].Refs], other, now.Seq));
        await Assert.ThrowsAsync<NotFoundException>(() => Missing.NameAsync([.. now.Rows[0].Refs, now.Rows[1].Refs[0] with { What = new(Guid.NewGuid(), 1) }], other, now.Seq));
        await Assert.ThrowsAsync<NotFoundException>(() => Missing.NameAsync(now.Rows[0].Refs, Guid.NewGuid(), now.Seq));
        await Refusal.IsAsync("Decision.NothingChosen", () => Missing.NameAsync([], other, now.Seq));

        Assert.Equal(now.Total, (await ListAsync()).Total);
    }

    [Fact]
    public async Task What_somebody_changed_since_it_was_listed_is_looked_at_again()
    {
        await EnterAsync();
        var (decision, list) = (await RegisterAsync("1/QĐ-SCT"), await ListAsync());
        var id = await _org.UnitIdAsync("KH");
        await _org.Units.CorrectAsync(await _org.SeeAsync(id), (await _org.Units.GetAsync(id)).History[1].Id, new() { Name = "Phòng Khác" }, "Gõ nhầm");

        await Assert.ThrowsAsync<ConflictException>(() => Missing.NameAsync(list.Rows.Single(r => r.OfUnit?.Kind == UnitEventKind.NameChanged).Refs, decision, list.Seq));
        await Missing.NameAsync(list.Rows.Single(r => r.Unit?.Code == "TC").Refs, decision, list.Seq);
    }

    [Fact]
    public async Task A_decision_named_wrongly_is_exchanged_with_a_reason_and_tells_what_it_no_longer_stands_behind()
    {
        await EnterAsync();
        var (wrong, right, list) = (await RegisterAsync("1/QĐ-SCT"), await RegisterAsync("2/QĐ-SCT"), await ListAsync());
        await Missing.NameAsync([.. list.Rows.SelectMany(r => r.Refs)], wrong, list.Seq);
        var card = await CardAsync(wrong);
        var rename = card.Changes.SelectMany(g => g.Rows).Single(r => r.Person?.Code == "Binh" && r.OfPerson!.Kind == PersonEventKind.Left);

        await Refusal.IsAsync("History.ReasonMissing", () => Missing.ExchangeAsync(rename.Refs, right, " ", card.Seq));
        await Missing.ExchangeAsync([.. card.Changes.Where(g => g.Person?.Code == "Binh").SelectMany(g => g.Rows).SelectMany(r => r.Refs)], right, "Ghi nhầm văn bản", card.Seq);

        Assert.Equal(["Binh"], (await CardAsync(right)).Changes.Select(g => g.Person!.Code));
        Assert.DoesNotContain((await CardAsync(wrong)).Changes, g => g.Person?.Code == "Binh");
        Assert.Equal("Binh", Assert.Single((await CardAsync(wrong)).Undone).Person!.Code);
        await _org.AssertSoundAsync();
    }

    [Fact]
    public async Task What_units_merged_into_follows_the_decision_named_for_their_end()
    {
        var (a, b) = (await _org.FoundAsync("A", Start), await _org.FoundAsync("B", Start));
        await _org.Get<ScenarioService>().ApplyAsync(new() { Name = "Gộp", EffectiveOn = Later, Decisions = new(), Steps = [new MergeStep(["A", "B"], new("C", "Phòng C", "Division", null))] });
        var (decision, list) = (await RegisterAsync("1/QĐ-SCT"), await ListAsync());

        await Missing.NameAsync([.. list.Rows.Where(r => r.On == Later).SelectMany(r => r.Refs)], decision, list.Seq);

        Assert.Equal(["1/QĐ-SCT", "1/QĐ-SCT"], (await _org.Get<OrganisationService>().UnitAsync("C", Later)).Predecessors.Select(k => k.Decision?.Number));
        await _org.AssertSoundAsync();
    }

    [Fact]
    public async Task Functions_and_posts_of_positions_wait_for_their_decision_too_and_are_told_by_it()
    {
        var (kh, tc) = (await _org.FoundAsync("KH", Start), await _org.FoundAsync("TC", Start));
        var (functions, positions) = (_org.Get<UnitFunctionService>(), _org.Get<PositionService>());
        var function = await functions.BeginAsync(new("Quản lý chợ", kh), Start);
        await functions.ChangeAsync((await functions.GetAsync(function)).Seen, Later, new() { LeadId = tc });
        await functions.EndAsync((await functions.GetAsync(function)).Seen, Last);
        await positions.EnterAsync(new("VP-03", "Văn thư", PositionGroup.Shared));
        await positions.SetAsync(new(kh, (await positions.TableAsync(new(Later), new())).Catalogue[0].Seen.Id, 2, null), Later);
        Assert.Equal(["2025-09-01 FunctionEnded TC", "2025-06-01 PositionSet KH", "2025-06-01 FunctionMoved TC", "2025-01-01 Founded KH", "2025-01-01 Founded TC", "2025-01-01 FunctionBegun KH"], await TellAsync());
        var (decision, right, list) = (await RegisterAsync("1/QĐ-SCT"), await RegisterAsync("2/QĐ-SCT"), await ListAsync());

        await Missing.NameAsync([.. list.Rows.SelectMany(r => r.Refs)], decision, list.Seq);

        Assert.Empty((await ListAsync()).Rows);
        await using var beside = _org.Beside();
        await beside.AssertSoundAsync();
        var card = await beside.Get<DecisionRegister>().CardAsync(decision);
        Assert.Equal(["Founded KH", "FunctionBegun KH", "PositionSet KH", "Founded TC", "FunctionMoved TC", "FunctionEnded TC"], card.Changes.SelectMany(g => g.Rows).Select(r => $"{r.OfUnit!.Kind} {r.Unit!.Code}"));
        Assert.Equal(6, (await beside.Get<DecisionRegister>().ListAsync(new(), new())).Rows.Single(r => r.Id == decision).Changes);
        await Missing.ExchangeAsync(card.Changes[0].Rows.Single(r => r.OfUnit!.Kind == UnitEventKind.FunctionBegun).Refs, right, "Ghi nhầm văn bản", card.Seq);
        Assert.Equal("Quản lý chợ", Assert.Single(Assert.Single((await CardAsync(right)).Changes).Rows).OfUnit!.After!.Text);
        Assert.Equal(5, (await CardAsync(decision)).Changes.Sum(g => g.Rows.Count));
    }

    [Theory]
    [InlineData("nhansu", "KH", "KH QuotaSet,KH Founded,KH NameChanged,KH QuotaSet,Binh Recruited,Binh Left")]
    [InlineData("thuky", "CB", "An PartyJoined,An OfficeGiven")]
    [InlineData("vanthu", "CB", "CB Founded,An PartyJoined,An OfficeGiven")]
    public async Task Each_is_shown_and_may_name_what_they_may_enter(string user, string scope, string expected)
    {
        await EnterAsync();
        await _org.Get<UserService>().AddAsync(new(user, AccountService.SamplePassword, user switch { "nhansu" => Role.HrOfficer, "thuky" => Role.CellSecretary, _ => Role.PartyClerk }, scope));
        var (all, decision) = (await ListAsync(), await RegisterAsync("1/QĐ-SCT"));
        await _org.SignInAsync(user);
        var own = await ListAsync();

        Assert.Equal(expected.Split(',').Order(), own.Rows.Select(r => $"{r.Unit?.Code ?? r.Person!.Code} {(object?)r.OfUnit?.Kind ?? r.OfPerson!.Kind}").Order());
        var outside = all.Rows.First(r => r.Unit?.Code == "TC");
        await Assert.ThrowsAsync<AccessDeniedException>(() => Missing.NameAsync([.. own.Rows[0].Refs, .. outside.Refs], decision, own.Seq));
        Assert.Equal(own.Total, (await ListAsync()).Total);
        await Missing.NameAsync([.. own.Rows.SelectMany(r => r.Refs)], decision, own.Seq);
        Assert.Empty((await ListAsync()).Rows);
    }

    /// <summary>A little of everything, none of it by a decision.</summary>
    private async Task EnterAsync()
    {
        var (kh, tc, cell) = (await _org.FoundAsync("KH", Start), await _org.FoundAsync("TC", Start), await _org.FoundAsync("CB", Start, kind: "Cell"));
        await _org.Units.ChangeAsync(await _org.SeeAsync(kh), Later, new() { Name = "Phòng Kế hoạch" });
        var quota = _org.Get<QuotaService>();
        await quota.SetAsync([new(kh, QuotaKind.Allocated, QuotaCategory.CivilServant, 4), new(kh, QuotaKind.Allocated, QuotaCategory.SupportContract, 1)], Start);
        await quota.SetAsync([new(kh, QuotaKind.Allocated, QuotaCategory.CivilServant, 3)], Last);
        var (staff, party) = (_org.Get<StaffService>(), _org.Get<PartyService>());
        var an = await staff.RecruitAsync(new(new("An", "Lê Văn An", Sex.Male, new(1990, 1, 1)), new(kh, QuotaCategory.CivilServant), new("01.003", 1, 2.34m)), Start);
        await staff.ChangeAsync([((await staff.EmploymentOnAsync(an, Start)).Seen, new() { UnitId = tc })], Later);
        var binh = await staff.RecruitAsync(new(new("Binh", "Hà Thị Bình", Sex.Female, new(1991, 1, 1)), new(kh, QuotaCategory.CivilServant)), Start);
        await staff.EndAsync([(await staff.EmploymentOnAsync(binh, Start)).Seen], Last, EmploymentEnd.Resignation);
        await party.JoinAsync(an, new(new(2015, 1, 1), new(2015, 1, 9), new(2016, 1, 9)), cell, Start);
        await party.GiveOfficeAsync((await party.MemberOnAsync(an, Start)).Seen, cell, new(PartyPost.Secretary, OfficeBasis.Elected), Later);
    }

    private Task<Guid> RegisterAsync(string number) => _org.Get<DecisionService>().RegisterAsync(new DecisionFacts(DecisionKind.Decision, number, "Sở", Signed, Signed, "Thử"));

    private Task<MissingList> ListAsync() => Missing.ListAsync(null, new(Take: 100));

    private Task<DecisionCard> CardAsync(Guid id) => _org.Get<DecisionRegister>().CardAsync(id);

    private async Task<IEnumerable<string>> TellAsync() => (await ListAsync()).Rows.Select(r => $"{r.On:yyyy-MM-dd} {(object?)r.OfUnit?.Kind ?? r.OfPerson!.Kind} {r.Unit?.Code ?? r.Person!.Code}");
}
