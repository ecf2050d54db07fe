using OrgManager.Data.Maintenance;
using OrgManager.Staff;

namespace OrgManager.Tests.Data;

/// <summary>Thousands of new rows go another way to the disk than a few, and nothing else about them is different.</summary>
public class BulkInsertTests
{
    private const int Many = 1_234;

    [Fact]
    public async Task Many_new_rows_are_told_in_the_trail_and_seen_by_every_process()
    {
        await using var org = await TestOrg.StartAsync();
        await using var beside = org.Beside();
        await AddAsync(org, i => $"CB{i}");

        Assert.Equal(Many, (await org.SnapshotAsync(org.Today)).Timeline.People.Count);
        Assert.Equal("Nguyễn Văn 7", (await beside.SnapshotAsync(org.Today)).Timeline.People.Single(p => p.Code == "CB7").FullName);
        Assert.Empty((await org.Get<Verifier>().VerifyAsync()).Problems);
    }

    [Fact]
    public async Task One_row_that_breaks_a_key_refuses_all_of_them()
    {
        await using var org = await TestOrg.StartAsync();

        await Refusal.IsAsync("Database.Refused", () => AddAsync(org, i => $"CB{i % (Many - 1)}"));

        Assert.Empty((await org.SnapshotAsync(org.Today)).Timeline.People);
        await AddAsync(org, i => $"CB{i}");
        Assert.Empty((await org.Get<Verifier>().VerifyAsync()).Problems);
    }

    private static Task AddAsync(TestOrg org, Func<int, string> code) => org.Database.ChangeAsync(new("Test.Add"), db =>
    {
        db.AddRange(Enumerable.Range(0, Many).Select(i => Person.Register(new(code(i), $"Nguyễn Văn {i}", Sex.Male, new(1980, 1, 1)))));
        return Task.CompletedTask;
    });
}
