using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Tests.Organisation;

/// <summary>One function, one lead: since when and by which decision, through mergers and endings.</summary>
public class UnitFunctionTests : IAsyncLifetime
{
    private static readonly DateOnly Before = new(2020, 12, 31), Merged = new(2021, 1, 1);
    private TestOrg _org = null!;

    private UnitFunctionService Functions => _org.Get<UnitFunctionService>();

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task A_unit_leads_some_functions_and_co_ordinates_in_others()
    {
        var office = await Functions.OfUnitAsync("VP", new(2019, 10, 21));

        Assert.Equal((2, 2), (office.Led.Count, office.Coordinated.Count));
        Assert.All(office.Led, row => Assert.Equal(("1872/QĐ-UBND", new DateOnly(2015, 1, 1), false), (row.Decision!.Number, row.Since, row.LacksLead)));
        Assert.Equal(["KHTCTH", "TTR"], office.Coordinated.Select(row => row.Lead.Code).Order());
    }

    [Fact]
    public async Task What_merged_units_led_the_new_one_leads_from_the_day_by_the_decision_of_the_merger()
    {
        Assert.Equal((2, 1), ((await Functions.OfUnitAsync("QLNL", Before)).Led.Count, (await Functions.OfUnitAsync("KTATMT", Before)).Led.Count));

        var merged = await Functions.OfUnitAsync("NLATMT", Merged);

        Assert.Equal(3, merged.Led.Count);
        Assert.All(merged.Led, row => Assert.Equal(("3466/QĐ-UBND", Merged), (row.Decision!.Number, row.Since)));
        Assert.All(merged.Led, row => Assert.DoesNotContain(row.Coordinators, unit => unit.Code is "NLATMT" or "KTATMT"));
        Assert.Equal(["QLCN"], merged.Coordinated.Select(row => row.Lead.Code));
        Assert.Empty((await Functions.OfUnitAsync("QLNL", Merged)).Led);
        Assert.Empty(await Functions.WithoutLeadAsync(_org.Today));
    }

    [Fact]
    public async Task A_function_whose_unit_has_ended_has_no_lead_until_another_takes_it()
    {
        var (sct, day) = (await _org.UnitIdAsync("SCT"), new DateOnly(2025, 7, 1));
        var unit = await _org.Units.FoundAsync(new("TAM", Branch.Government, new("Phòng Tạm", "Division", sct)), new(2025, 1, 1));
        var function = await Functions.BeginAsync(new("Việc tạm", unit), new(2025, 1, 1));
        await _org.Units.EndAsync((await _org.Units.GetAsync(unit)).Seen, day);

        Assert.Equal("Việc tạm", Assert.Single(await Functions.WithoutLeadAsync(day)).Name);
        Assert.Empty(await Functions.WithoutLeadAsync(day.AddDays(-1)));
        Assert.True(Assert.Single((await Functions.OfUnitAsync("TAM", day)).Led).LacksLead);

        await _org.SignInAsync("hr");
        await Functions.ChangeAsync((await Functions.GetAsync(function)).Seen, day, new() { LeadId = await _org.UnitIdAsync("VP") });

        Assert.Empty(await Functions.WithoutLeadAsync(day));
    }

    [Fact]
    public async Task Who_leads_does_not_co_ordinate_and_must_be_there()
    {
        var (vp, tm) = (await _org.UnitIdAsync("VP"), await _org.UnitIdAsync("TM"));

        await Refusal.IsAsync("UnitFunction.LeadCoordinates", () => Functions.BeginAsync(new("Việc", vp) { CoordinatorIds = [vp] }, _org.Today));
        await Refusal.IsAsync("UnitFunction.NameMissing", () => Functions.BeginAsync(new(" ", vp), _org.Today));
        await Refusal.IsAsync("OrgUnit.NotThere", () => Functions.BeginAsync(new("Việc", tm), new(2020, 6, 30)));
        await Refusal.IsAsync("OrgUnit.NotThere", () => Functions.BeginAsync(new("Việc", vp) { CoordinatorIds = [tm] }, new(2020, 6, 30)));
    }

    [Fact]
    public async Task It_is_changed_corrected_called_off_and_ended_like_everything_dated()
    {
        var (vp, today) = (await _org.UnitIdAsync("VP"), _org.Today);
        var id = await Functions.BeginAsync(new("Chuyển đổi số", vp), new(2025, 1, 1));
        async Task<UnitFunctionDetails> NowAsync() => await Functions.GetAsync(id);

        await Functions.ChangeAsync((await NowAsync()).Seen, today.AddDays(30), new() { Field = "Công nghệ" });
        await Functions.CorrectAsync((await NowAsync()).Seen, (await NowAsync()).History[0].VersionId, new() { Name = "Chuyển đổi số của ngành" }, "Gõ nhầm");
        Assert.Equal(["Chuyển đổi số của ngành", "Chuyển đổi số của ngành"], (await NowAsync()).History.Select(s => s.Facts.Name));

        await Functions.WithdrawAsync((await NowAsync()).Seen, (await NowAsync()).History[1].VersionId);
        await Functions.EndAsync((await NowAsync()).Seen, today);

        Assert.Equal((1, (DateOnly?)today), ((await NowAsync()).History.Count, (await NowAsync()).History[0].Until));
        Assert.DoesNotContain((await Functions.OfUnitAsync("VP", today)).Led, row => row.Id == id);
    }

    [Fact]
    public async Task Only_who_may_change_the_lead_unit_may_and_a_stale_page_is_told()
    {
        var id = await Functions.BeginAsync(new("Việc", await _org.UnitIdAsync("VP")), new(2025, 1, 1));
        var seen = (await Functions.GetAsync(id)).Seen;
        await Functions.ChangeAsync(seen, _org.Today, new() { Name = "Việc khác" });

        await Assert.ThrowsAsync<ConflictException>(() => Functions.ChangeAsync(seen, _org.Today, new() { Field = "Khác" }));
        await _org.SignInAsync("partyclerk");
        await Assert.ThrowsAsync<AccessDeniedException>(async () => await Functions.EndAsync((await Functions.GetAsync(id)).Seen, _org.Today));
    }
}
