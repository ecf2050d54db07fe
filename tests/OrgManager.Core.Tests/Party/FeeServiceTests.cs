using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Tests.Party;

/// <summary>The monthly party fee by the rule in force, from salaries known and what was entered.</summary>
public class FeeServiceTests : IAsyncLifetime
{
    private const string Person = "CB013", Cell = "CB-VP";
    private static readonly DateOnly January = new(2026, 1, 1), February = new(2026, 2, 1);
    private TestOrg _org = null!;
    private FeeService Fees => _org.Get<FeeService>();

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    /// <summary>Coefficient 2.34, from 1 August 2020 on 2.67, times the base salary of the time.</summary>
    [Theory]
    [InlineData("2019-06-01", 32_526), InlineData("2019-07-01", 34_866), InlineData("2020-07-01", 34_866), InlineData("2020-08-01", 39_783), InlineData("2024-06-01", 48_060), InlineData("2024-07-01", 62_478)]
    public async Task Who_is_paid_by_salary_steps_gives_one_percent_of_the_salary(string month, long amount) => Assert.Equal(amount, (await DueAsync(Day(month))).Amount);

    [Fact]
    public async Task From_february_2026_on_the_salary_of_the_month_before_counts()
    {
        await _org.Get<StaffService>().SetSalaryAsync((await _org.Get<StaffService>().EmploymentOnAsync(await _org.PersonIdAsync(Person), _org.Today)).Seen, new("01.003", 3, 3.00m), February);

        var (before, on, after) = (await ListAsync(January), await ListAsync(February), await ListAsync(new(2026, 3, 1)));
        Assert.Equal(["342-2010", "01-2026", "01-2026"], new[] { before, on, after }.Select(l => l.Rule.Code));
        Assert.Equal([62_478L, 62_478, 70_200], new[] { before, on, after }.Select(l => Of(l).Due.Amount!.Value));
    }

    [Theory]
    [InlineData("2026-01-01", FeeKind.Pensioner, 8_000_000, 40_000), InlineData("2026-02-01", FeeKind.Pensioner, 8_000_000, 40_000), InlineData("2026-01-01", FeeKind.Insured, 12_345_678, 123_457)]
    [InlineData("2026-01-01", FeeKind.Student, null, 3_000), InlineData("2026-02-01", FeeKind.Student, null, 5_000), InlineData("2026-02-01", FeeKind.Other, null, 12_420), InlineData("2028-01-01", FeeKind.Other, null, 20_700)]
    public async Task What_was_entered_is_reckoned_by_the_rule_of_the_month(string month, FeeKind kind, int? income, long amount)
    {
        await SetAsync(Day(month), new(kind, income));
        Assert.Equal(amount, (await DueAsync(Day(month))).Amount);
    }

    [Fact]
    public async Task What_is_entered_holds_from_its_month_until_the_next_and_an_allowance_counts_with_the_salary()
    {
        await SetAsync(January, new(FeeKind.Insured, Allowance: 0.3m));
        await SetAsync(new(2026, 4, 1), new(FeeKind.Student));

        Assert.Equal([62_478L, 69_498, 69_498, 5_000], new[] { (await DueAsync(new(2025, 12, 1))).Amount, (await DueAsync(January)).Amount, (await DueAsync(new(2026, 3, 1))).Amount, (await DueAsync(new(2026, 5, 1))).Amount }.Select(a => a!.Value));
    }

    [Fact]
    public async Task Who_is_exempt_under_one_rule_may_not_be_under_the_other()
    {
        await SetAsync(January, new(FeeKind.Insured, Exemption: FeeExemption.PoorHousehold));
        Assert.Equal((62_478L, FeeRelief.None), ((await DueAsync(January)).Amount!.Value, (await DueAsync(January)).Relief));
        Assert.Equal((0L, FeeRelief.PoorHousehold), ((await DueAsync(February)).Amount!.Value, (await DueAsync(February)).Relief));
    }

    [Fact]
    public async Task Fifty_years_in_the_party_free_of_the_fee_from_february_2026_on()
    {
        var days = new AdmissionFacts(new(1976, 2, 1), new(1976, 2, 10), new(1977, 2, 10));
        await _org.Get<PartyService>().JoinAsync(await _org.PersonIdAsync("CB071"), days, await _org.UnitIdAsync(Cell), new(2025, 1, 1));
        async Task<FeeDue> OfAsync(DateOnly month) => (await ListAsync(month)).Rows.Single(r => r.Person.Code == "CB071").Due;

        Assert.Equal(FeeRelief.None, (await OfAsync(January)).Relief);
        Assert.Equal((0L, FeeRelief.PartyAge), ((await OfAsync(February)).Amount!.Value, (await OfAsync(February)).Relief));
    }

    [Fact]
    public async Task Who_moves_pays_in_the_cell_of_the_first_day_of_the_month()
    {
        var party = _org.Get<PartyService>();
        await party.MoveAsync((await party.MemberOnAsync(await _org.PersonIdAsync(Person), _org.Today)).Seen, await _org.UnitIdAsync("CB-KC"), new(2026, 1, 10));

        Assert.Equal((true, false), (Has(await ListAsync(January), Person), Has(await Fees.ListAsync("CB-KC", January), Person)));
        Assert.Equal((false, true), (Has(await ListAsync(February), Person), Has(await Fees.ListAsync("CB-KC", February), Person)));
    }

    [Fact]
    public async Task Seventy_percent_are_passed_up_and_the_year_adds_the_months()
    {
        var list = await ListAsync(January);
        Assert.Equal(list.Rows.Sum(r => r.Due.Amount ?? 0), list.Total);
        Assert.Equal((long)Math.Round(list.Total * 0.7m, MidpointRounding.AwayFromZero), list.PassedUp);

        var year = await Fees.YearAsync(2026);
        var row = year.Cells.Single(c => c.Cell.Code == Cell);
        Assert.Equal((list.Total, list.PassedUp, list.Rows.Count), (row.Total, row.PassedUp, row.Months[0]!.Members));
        var merged = await Fees.YearAsync(2021);
        Assert.Equal((8, 12), (merged.Cells.Count, merged.Months.Count));
    }

    [Fact]
    public async Task The_secretary_sees_what_is_due_and_not_what_somebody_earns()
    {
        await _org.SignInAsync("cell1");
        var row = Of(await ListAsync(January));
        Assert.Equal((62_478L, (long?)null, FeeBasis.Salary), (row.Due.Amount!.Value, row.Due.Base, row.Due.Basis));
        await SetAsync(January, new(FeeKind.Insured, 7_000_000));
        Assert.Equal((70_000L, 7_000_000L), (Of(await ListAsync(January)).Due.Amount!.Value, Of(await ListAsync(January)).Due.Base!.Value));

        await _org.SignInAsync("inspector");
        Assert.Contains((await ListAsync(January)).Rows, r => r.Due is { Basis: FeeBasis.Salary, Base: not null });
        await _org.SignInAsync("hr");
        await Assert.ThrowsAsync<AccessDeniedException>(() => ListAsync(January));
    }

    [Fact]
    public async Task Two_who_enter_for_one_month_are_told_of_each_other()
    {
        var person = await _org.PersonIdAsync(Person);
        await Fees.SetAsync(person, January, new(FeeKind.Student));
        await Assert.ThrowsAsync<ConflictException>(() => Fees.SetAsync(person, January, new(FeeKind.Pensioner, 5_000_000)));
        await Fees.SetAsync(person, January, new(FeeKind.Pensioner, 5_000_000), Of(await ListAsync(January)).Seen);
        await Fees.RemoveAsync(Of(await ListAsync(January)).Seen!.Value);
        Assert.Null(Of(await ListAsync(January)).Entered);
        await Refusal.IsAsync("Fee.Figures", () => Fees.SetAsync(person, January, new(FeeKind.Pensioner, -1)));
    }

    private Task<FeeList> ListAsync(DateOnly month) => Fees.ListAsync(Cell, month);

    private async Task<FeeDue> DueAsync(DateOnly month) => Of(await ListAsync(month)).Due;

    private async Task SetAsync(DateOnly month, FeeFacts facts) => await Fees.SetAsync(await _org.PersonIdAsync(Person), month, facts, Of(await ListAsync(month)).Seen);

    private static FeeRow Of(FeeList list) => list.Rows.Single(r => r.Person.Code == Person);

    private static bool Has(FeeList list, string person) => list.Rows.Any(r => r.Person.Code == person);

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
