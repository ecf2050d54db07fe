using Microsoft.Extensions.DependencyInjection;
using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Establishment;
using OrgManager.Organisation;

namespace OrgManager.Tests.Organisation;

/// <summary>What may stand under what, how small a unit may be, how many deputies: by kind, day and class of the province.</summary>
public class UnitRulesTests : IAsyncLifetime
{
    private static readonly DateOnly Start = new(2024, 1, 1);
    private TestOrg _org = null!;

    private UnitRuleService Rules => _org.Get<UnitRuleService>();

    public async Task InitializeAsync() => _org = await SmallOrg.StartWithKindsAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Theory]
    [InlineData("2020-11-24", null, "NĐ 24/2014", 1)]
    [InlineData("2020-11-25", "NĐ 107/2020 5 ?", "NĐ 107/2020", 3)]
    [InlineData("2025-03-01", "NĐ 45/2025 5", "NĐ 45/2025", 3)]
    [InlineData("2025-07-01", "NĐ 150/2025 5 ?", "NĐ 150/2025", 3)]
    [InlineData("2026-01-01", "NĐ 150/2025 5 ?", "NĐ 370/2025", 3)]
    public async Task Of_a_division_the_newest_rule_in_force_holds(string day, string? size, string caps, int bands)
    {
        var division = (await Rules.OnAsync(TestDay.Of(day))).Kinds.Single(k => k.Kind.Code == "Division");

        Assert.Equal(size, division.Size is { } rule ? $"{rule.Article} {rule.Least}{(rule.Confirmed ? "" : " ?")}" : null);
        Assert.Equal((caps, bands), (division.Caps.Single().Article, division.Caps.Single().Bands.Count));
        Assert.Equal(["Department"], division.Place!.Under);
        Assert.Equal(division.Versions.OrderByDescending(v => v.From).Select(v => v.From), division.Versions.Select(v => v.From));
    }

    [Fact]
    public async Task A_service_unit_has_one_cap_while_autonomous_and_one_while_not() =>
        Assert.Equal([false, true], (await Rules.OnAsync(_org.Today)).Kinds.Single(k => k.Kind.Code == "ServiceUnit").Caps.Select(cap => cap.Autonomous!.Value).Order());

    [Fact]
    public void A_newer_rule_for_some_units_leaves_the_older_one_of_the_others_in_force()
    {
        CapRule Rule(int year, bool? autonomous) => new(new(year, 1, 1), ["ServiceUnit"], CapBasis.Posts, $"NĐ {year}", $"Decree {year}", [new(0, 1)], true, Autonomous: autonomous);
        string[] InForce(params CapRule[] rules) => [.. UnitRules.InForce([.. rules.OrderByDescending(r => r.From)], Start).Select(r => r.Article)];

        Assert.Equal(["NĐ 2022", "NĐ 2020"], InForce(Rule(2020, true), Rule(2020, false), Rule(2022, false)));
        Assert.Equal(["NĐ 2022", "NĐ 2020"], InForce(Rule(2020, null), Rule(2022, false)));
        Assert.Equal(["NĐ 2023"], InForce(Rule(2020, true), Rule(2022, false), Rule(2023, null), Rule(2025, true)));
    }

    [Theory]
    [InlineData(ProvinceClass.Special, 7)]
    [InlineData(ProvinceClass.I, 6)]
    [InlineData(ProvinceClass.III, 5)]
    public async Task The_class_of_the_province_decides_how_small_a_division_may_be(ProvinceClass province, int least)
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton<ICurrentActor>(_org).AddSingleton<TimeProvider>(_org.Time).AddOrgDatabase(_org.Storage, province).AddOrgFeatures().BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await SmallDivisionAsync(posts: 4);

        var book = await scope.ServiceProvider.GetRequiredService<UnitRuleService>().OnAsync(_org.Today);

        Assert.Equal((province, least), (book.Province, book.Kinds.Single(k => k.Kind.Code == "Division").Size!.Least));
        Assert.Equal(("KH", 4, least, "NĐ 150/2025", false), book.Findings.Sizes.Select(f => (f.Unit.Code, f.Posts, f.Least, f.Article, f.Confirmed)).Single());
    }

    [Fact]
    public async Task A_division_within_a_division_is_a_finding_with_its_article_and_blocks_nothing()
    {
        var division = await SmallDivisionAsync(posts: 9);
        await _org.FoundAsync("TO", new(2026, 1, 1), parent: division);

        var found = Assert.Single((await Rules.FindingsAsync(_org.Today)).Places);

        Assert.Equal(("TO", "KH", "NĐ 45/2025", false), (found.Unit.Code, found.Under?.Code, found.Article, found.Confirmed));
        Assert.Single((await _org.Get<OrganisationService>().UnitAsync("TO", _org.Today)).Findings.Places);
        Assert.Empty((await Rules.FindingsAsync(new(2025, 12, 31))).Places);
    }

    [Fact]
    public async Task A_rule_that_ended_leaves_none_and_no_older_one()
    {
        async Task<string?> CapAsync(string day) => (await Rules.OnAsync(TestDay.Of(day))).Kinds.Single(k => k.Kind.Code == "Inspectorate").Caps.SingleOrDefault()?.Article;
        Assert.Equal(("NĐ 107/2020", "NĐ 45/2025", null), (await CapAsync("2025-02-28"), await CapAsync("2025-06-30"), await CapAsync("2025-07-01")));
        var inspectorate = await _org.FoundAsync("TTR", Start, await _org.FoundAsync("SO", Start, kind: "Department"), "Inspectorate");
        async Task<string?> OfUnitAsync(string day) => DeputyCaps.Of((await _org.SnapshotAsync(TestDay.Of(day))).Unit(inspectorate)!, TestDay.Of(day))?.Article;
        Assert.Equal(("NĐ 45/2025", null), (await OfUnitAsync("2025-06-30"), await OfUnitAsync("2026-01-01")));
    }

    [Fact]
    public async Task A_sub_department_may_have_one_deputy_with_one_to_three_divisions_before_and_after_2026()
    {
        foreach (var day in new[] { "2025-12-31", "2026-01-01" })
            Assert.Equal([(0, 2), (1, 1), (4, 2)], (await Rules.OnAsync(TestDay.Of(day))).Kinds.Single(k => k.Kind.Code == "SubDepartment").Caps.Single().Bands.Select(b => (b.From, b.Deputies)));
    }

    [Fact]
    public async Task Of_service_units_and_within_them_the_people_who_work_there_are_counted_of_all_others_civil_servants()
    {
        var centre = await _org.FoundAsync("TT", Start, await _org.FoundAsync("SO", Start, kind: "Department"), "ServiceUnit");
        var (within, beside) = (await _org.FoundAsync("TT-1", Start, centre, "ServiceUnitDivision"), await _org.FoundAsync("TT-2", Start, centre, "ServiceUnitDivision"));
        var division = await _org.FoundAsync("KH", Start, await _org.UnitIdAsync("SO"));
        await _org.Get<QuotaService>().SetAsync(
        [
            new(within, QuotaKind.Allocated, QuotaCategory.CivilServant, 9), new(within, QuotaKind.Allocated, QuotaCategory.PublicEmployeeBudget, 6),
            new(division, QuotaKind.Allocated, QuotaCategory.CivilServant, 0), new(division, QuotaKind.Allocated, QuotaCategory.PublicEmployeeBudget, 9),
        ], Start);

        Assert.Equal([("TT", 6, 15), ("TT-1", 6, 7), ("KH", 0, 5)], (await Rules.FindingsAsync(_org.Today)).Sizes.Select(f => (f.Unit.Code, f.Posts, f.Least)).OrderByDescending(f => f.Code.Length > 1 && f.Code[0] == 'T').ThenBy(f => f.Code, StringComparer.Ordinal));

        await _org.Get<QuotaService>().SetAsync([new(centre, QuotaKind.Allocated, QuotaCategory.PublicEmployeeBudget, 12)], Start);
        Assert.DoesNotContain((await Rules.FindingsAsync(_org.Today)).Sizes, f => f.Unit.Id == beside || f.Unit.Id == centre); // nothing is allocated to the one, 18 to the other
    }

    [Fact]
    public async Task Numbers_are_told_to_who_sees_the_posts_and_places_to_everybody()
    {
        var division = await SmallDivisionAsync(posts: 4);
        await _org.FoundAsync("TO", Start, parent: division);
        await _org.Get<UserService>().AddAsync(new("vanthu", AccountService.SamplePassword, Role.Admin));
        Assert.NotEmpty((await Rules.FindingsAsync(_org.Today)).Sizes);

        await _org.SignInAsync("vanthu");
        var seen = await Rules.FindingsAsync(_org.Today);
        Assert.Empty(seen.Sizes);
        Assert.Single(seen.Places);
    }

    private async Task<Guid> SmallDivisionAsync(int posts)
    {
        var department = await _org.FoundAsync("SO", Start, kind: "Department");
        var division = await _org.FoundAsync("KH", Start, department);
        await _org.Get<QuotaService>().SetAsync([new(division, QuotaKind.Allocated, QuotaCategory.CivilServant, posts)], Start);
        return division;
    }
}
