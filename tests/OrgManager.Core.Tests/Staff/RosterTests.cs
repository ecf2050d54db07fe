using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Staff;

namespace OrgManager.Tests.Staff;

/// <summary>The roster of the model organisation: order, pages, filters, and what stands in a row.</summary>
public class RosterTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    private static readonly DateOnly Then = new(2019, 10, 21);

    [Fact]
    public async Task People_stand_in_protocol_order()
    {
        var names = (await ListAsync(new(Then), new(Take: 8))).Rows.Select(r => r.FullName);
        Assert.Equal(
            [
                "Trịnh Hữu Thuyên", "Vi Thị Hoài Thục", "Ma Khánh Toại", "Lường Quốc Thản",
                "Nông Thị Kim Thoa", "Bùi Đắc Luận", "Đồng Thị Vân Khuê", "Đèo Văn Bách",
            ],
            names);
    }

    [Fact]
    public async Task In_protocol_order_the_list_runs_through_the_units_of_the_day_and_counts_all_their_people()
    {
        var (whole, page) = (await ListAsync(new(Then), new(Take: 500)), await ListAsync(new(Then), new(Skip: 10, Take: 10)));

        Assert.Equal([("SCT", "Lãnh đạo Sở", 4, 0), ("VP", "Văn phòng", 14, 4), ("TTR", "Thanh tra", 6, 18)], whole.Groups.Take(3).Select(g => (g.UnitCode, g.Name, g.People, g.First)));
        Assert.Equal((89, 89), (whole.Groups.Sum(g => g.People), whole.Groups[^1].First + whole.Groups[^1].People));
        Assert.Equal(whole.Groups.Where(g => g.UnitCode is "VP" or "TTR"), page.Groups);
        Assert.Equal([("VP", 2)], (await ListAsync(new(Then, "VP", Headship: Headship.Deputy), new())).Groups.Select(g => (g.UnitCode, g.People)));
        Assert.Empty((await ListAsync(new(Then), new(SortBy: "name"))).Groups);
    }

    [Fact]
    public async Task A_row_tells_rank_and_coefficient_of_the_day()
    {
        var row = Assert.Single((await ListAsync(new(Then, Search: "CB006"), new())).Rows);
        Assert.Equal(("01.002", 4.40m), (row.Salary!.Rank, row.Salary.Coefficient));
    }

    [Fact]
    public async Task Those_chosen_are_listed_in_the_order_of_the_list_and_nobody_else()
    {
        var chosen = await ListAsync(new(Then) { Codes = new HashSet<string> { "CB009", "CB001", "NOBODY" } }, new());
        Assert.Equal((2, "CB001", "CB009"), (chosen.Total, chosen.Rows[0].Code, chosen.Rows[1].Code));
    }

    [Fact]
    public async Task Pages_together_are_the_whole_list_and_the_total_is_always_all()
    {
        var whole = (await ListAsync(new(Then), new(Take: 200))).Rows.Select(r => r.Code).ToList();
        var pages = new List<string>();
        for (var skip = 0; skip < 89; skip += 20)
        {
            var page = await ListAsync(new(Then), new(skip, 20));
            Assert.Equal(89, page.Total);
            pages.AddRange(page.Rows.Select(r => r.Code));
        }
        Assert.Equal(whole, pages);
        Assert.Equal(89, whole.Distinct().Count());
    }

    [Fact]
    public async Task The_roster_is_sorted_by_name_unit_or_since_and_by_nothing_else()
    {
        await AscendsAsync("name", r => VietnameseText.PersonSortKey(r.FullName));
        await AscendsAsync("unit", r => VietnameseText.SortKey(r.UnitName));
        await AscendsAsync("since", r => $"{r.Since:yyyy-MM-dd}");
        Assert.Equal("CB001", (await ListAsync(new(Then), new(SortBy: "Born"))).Rows[0].Code); // in protocol order
    }

    [Theory]
    [InlineData("nong thi kim thoa"), InlineData("NÔNG THỊ KIM THOA"), InlineData("kim thoa"), InlineData("ntkt"), InlineData("tkt"), InlineData("cb005")]
    public async Task Somebody_is_found_by_any_part_of_the_name_by_initials_or_by_number(string typed) =>
        Assert.Contains((await ListAsync(new(Then, Search: typed), new(Take: 50))).Rows, r => r.Code == "CB005");

    [Fact]
    public async Task A_unit_takes_everything_below_it_with_it_and_filters_narrow_together()
    {
        Assert.Equal(89, (await ListAsync(new(Then, "SCT"), new())).Total);
        Assert.Equal(14, (await ListAsync(new(Then, "VP"), new())).Total);
        Assert.Equal(2, (await ListAsync(new(Then, "VP", Headship: Headship.Deputy), new())).Total);
        Assert.Equal(8, (await ListAsync(new(Then, "KC", QuotaCategory.PublicEmployeeBudget), new())).Total);
        Assert.Equal(0, (await ListAsync(new(Then, "KHONGCO"), new())).Total);
    }

    [Fact]
    public async Task A_row_tells_the_post_since_when_and_by_which_decision()
    {
        var row = Assert.Single((await ListAsync(new(Then, Search: "CB004"), new())).Rows);
        Assert.Equal(("SCT", "Phó Giám đốc Sở", "Deputy Director", new(2016, 7, 15), "1543/QĐ-UBND"), (row.UnitCode, row.Post, row.PostEn, row.Since, row.Decision!.Number));
        Assert.Equal((new DateOnly(1971, 11, 30), Sex.Male, true, new DateOnly(2002, 3, 14)), (row.Born, row.Sex, row.PartyMember, row.PartyMemberSince));
    }

    [Fact]
    public async Task A_change_of_pay_or_position_does_not_make_one_new_in_the_post()
    {
        var row = Assert.Single((await ListAsync(new(new(2025, 1, 1), Search: "CB082"), new())).Rows);
        Assert.Equal((QuotaCategory.PublicEmployeeOwnRevenue, new DateOnly(2015, 1, 1)), (row.Category, row.Since));
    }

    [Fact]
    public async Task On_a_day_before_the_first_nobody_is_there() => Assert.Equal(0, (await ListAsync(new(new(2014, 12, 31)), new())).Total);

    private async Task AscendsAsync(string column, Func<RosterRow, string> key)
    {
        var up = (await ListAsync(new(Then), new(Take: 200, SortBy: column))).Rows.ToList();
        var down = (await ListAsync(new(Then), new(Take: 200, SortBy: column, Descending: true))).Rows;
        Assert.Equal(up.Select(key).Order(StringComparer.Ordinal), up.Select(key));
        Assert.True(up.Select(key).Distinct().Count() > 1);
        Assert.Equal(up.Select(r => r.Code), down.Select(r => r.Code).Reverse());
    }

    private Task<Roster> ListAsync(RosterQuery query, PageRequest page) => model.Org.Get<RosterService>().ListAsync(query, page);
}
