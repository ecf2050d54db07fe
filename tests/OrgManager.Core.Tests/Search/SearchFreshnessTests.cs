using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Search;
using OrgManager.Staff;

namespace OrgManager.Tests.Search;

/// <summary>What is kept in memory to search in shows nothing of yesterday, and nothing to who may not see it.</summary>
public class SearchFreshnessTests : IAsyncLifetime
{
    private TestOrg _org = null!, _beside = null!;

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        _beside = _org.Beside();
    }

    public async Task DisposeAsync()
    {
        await _beside.DisposeAsync();
        await _org.DisposeAsync();
    }

    [Fact]
    public async Task Who_was_taken_on_at_another_node_is_found_at_once_and_a_new_name_of_a_unit()
    {
        Assert.Empty((await FindAsync("zebulon")).People);
        var unit = await _beside.UnitIdAsync("VP");
        await _beside.Get<StaffService>().RecruitAsync(new(new("CB9999", "Zebulon Văn Mới", Sex.Male, new(1990, 1, 1)), new(unit, QuotaCategory.CivilServant, Position: "Chuyên viên")), _org.Today);
        await _beside.Units.ChangeAsync((await _beside.Units.GetAsync(unit)).Seen, _org.Today, new() { Name = "Phòng Zebulon" });

        var found = await FindAsync("zebulon");

        Assert.Equal("CB9999", Assert.Single(found.People).Code);
        Assert.Equal("VP", Assert.Single(found.Units).Code);
    }

    [Fact]
    public async Task A_decision_entered_or_corrected_at_another_node_is_found_as_it_is_now()
    {
        Assert.Empty((await FindAsync("zebulon")).Decisions);
        var facts = new DecisionFacts(DecisionKind.Decision, "9999/QĐ-SCT", "Sở Công Thương", _org.Today, _org.Today, "Về việc Zebulon");
        var id = await _beside.Get<DecisionService>().RegisterAsync(facts);
        Assert.Equal(id, Assert.Single((await FindAsync("zebulon")).Decisions).Id);

        var decision = await _beside.Database.ReadAsync(db => db.LoadAsync<Decision>(id, default));
        await _beside.Get<DecisionService>().CorrectAsync(new(id, decision.Version), facts with { Subject = "Về việc khác" }, "typed wrongly");

        Assert.Empty((await FindAsync("zebulon")).Decisions);
    }

    [Fact]
    public async Task What_one_reader_found_another_out_of_reach_does_not()
    {
        await _org.SignInAsync("hr");
        Assert.NotEmpty((await FindAsync("nhan")).People);

        foreach (var user in new[] { "self", "admin", "unithead" })
        {
            await _org.SignInAsync(user);
            Assert.DoesNotContain((await FindAsync("nhan")).People, p => p.FullName == "Đàm Thị Ngọc Nhàn");
        }
    }

    private Task<SearchHits> FindAsync(string text) => _org.Get<SearchService>().FindAsync(text, _org.Today);
}
