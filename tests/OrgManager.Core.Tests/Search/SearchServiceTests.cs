using OrgManager.Search;

namespace OrgManager.Tests.Search;

/// <summary>Any part of a name, without accents, or initials; and only what the reader reaches.</summary>
public class SearchServiceTests : IAsyncLifetime
{
    private static readonly DateOnly Then = new(2019, 10, 21);
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Theory]
    [InlineData("nhàn"), InlineData("dam thi nh"), InlineData("ngọc nhan"), InlineData("DTNN"), InlineData("nhan dam")]
    public async Task A_person_is_found_by_any_part_without_accents_or_by_initials(string text) =>
        Assert.Equal("Đàm Thị Ngọc Nhàn", (await FindAsync("hr", text)).People.Single(p => p.FullName.EndsWith("Nhàn", StringComparison.Ordinal)).FullName);

    [Theory]
    [InlineData("xttm", "XT"), InlineData("xttm", "CB-XT"), InlineData("tvptcn", "KC")]
    public async Task A_unit_is_found_by_any_run_of_its_initials(string text, string code) => Assert.Contains((await FindAsync("hr", text)).Units, u => u.Code == code);

    [Fact]
    public void The_first_initials_come_before_those_further_on()
    {
        var words = SearchWords.Of("tb");
        Assert.True(words.Rank("Thanh Bình") < words.Rank("Ban Thường trực Bình Minh"));
        Assert.Null(words.Rank("Ban chỉ đạo"));
    }

    [Fact]
    public async Task A_unit_is_found_by_a_name_it_once_had_and_says_whether_it_is_there()
    {
        var hit = (await FindAsync("hr", "quan ly thuong mai", new(2021, 6, 30))).Units;

        Assert.Equal([("TM", true), ("QLTM", false)], hit.Select(u => (u.Code, u.IsThere)));
    }

    [Fact]
    public async Task The_beginning_of_a_name_comes_before_any_other_part() =>
        Assert.StartsWith("Văn phòng", (await FindAsync("hr", "van phong")).Units[0].Name, StringComparison.Ordinal);

    [Fact]
    public async Task A_decision_is_found_by_its_number() => Assert.Contains((await FindAsync("self", "337")).Decisions, d => d.Number == "337/QĐ-SCT");

    [Fact]
    public async Task Nobody_out_of_reach_is_found()
    {
        Assert.Empty((await FindAsync("unithead", "nhan")).People);
        Assert.Empty((await FindAsync("self", "nhan")).People);
        Assert.Empty((await FindAsync("admin", "nhan")).People);
        Assert.DoesNotContain((await FindAsync("cell1", "nhan")).People, p => p.FullName == "Đàm Thị Ngọc Nhàn");
    }

    [Fact]
    public async Task The_clerk_finds_members_and_opens_their_party_record()
    {
        var hit = (await FindAsync("partyclerk", "ngoc nhan")).People.Single();
        Assert.Equal((false, "Chi bộ Thương mại"), (hit.OpensStaff, hit.Place));
    }

    [Fact]
    public async Task Nothing_typed_finds_nothing() => Assert.True(await FindAsync("hr", "  ") is { Units.Count: 0, People.Count: 0, Decisions.Count: 0 });

    private async Task<SearchHits> FindAsync(string user, string text, DateOnly? on = null)
    {
        await _org.SignInAsync(user);
        return await _org.Get<SearchService>().FindAsync(text, on ?? Then);
    }
}
