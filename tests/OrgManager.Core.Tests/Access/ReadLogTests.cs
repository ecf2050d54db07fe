using System.Text.Json;
using OrgManager.Access;
using OrgManager.Party;
using OrgManager.Reviews.Statistics;
using OrgManager.Staff;

namespace OrgManager.Tests.Access;

/// <summary>Whoever reads another's party or review data leaves a line in a file of its own, before seeing it.</summary>
public class ReadLogTests : IAsyncLifetime
{
    private static readonly DateOnly Then = new(2019, 10, 21);
    private TestOrg _org = null!;
    private string File => Path.Combine(_org.Storage.Directory, "read-log.jsonl");

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task The_roster_names_those_shown_whose_party_is_shown_and_not_oneself()
    {
        await _org.SignInAsync("hr");
        var shown = await RosterAsync(new(Then, "VP"));

        var line = Assert.Single(await LinesAsync());
        Assert.Equal(("Mè Thị Lan Hương", "Roster", "Party", _org.Actor.UserId!.Value), (Text(line, "user"), Text(line, "what"), Text(line, "fieldClass"), line.GetProperty("userId").GetGuid()));
        Assert.Equal(shown.Rows.Select(r => r.Code).Where(code => code != "CB009"), People(line));
        Assert.Equal(_org.Time.GetUtcNow(), line.GetProperty("at").GetDateTimeOffset());
    }

    [Fact]
    public async Task Only_the_page_shown_is_logged()
    {
        await _org.SignInAsync("director");
        await _org.Get<RosterService>().ListAsync(new(Then), new(Skip: 10, Take: 5));
        Assert.Equal(5, People(Assert.Single(await LinesAsync())).Count());
    }

    [Fact]
    public async Task Work_data_ones_own_record_and_the_owner_of_the_machine_leave_no_line()
    {
        await RosterAsync(new(Then));
        await _org.SignInAsync("unithead");
        await RosterAsync(new(Then));
        await _org.SignInAsync("self");
        await RosterAsync(new(Then));
        await _org.Get<PartyService>().MemberOnAsync(await _org.PersonIdAsync("CB035"), Then);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task Opening_a_members_file_is_logged()
    {
        await _org.SignInAsync("cell1");
        await _org.Get<PartyService>().MemberOnAsync(await _org.PersonIdAsync("CB008"), Then);
        var line = Assert.Single(await LinesAsync());
        Assert.Equal(("Member", "CB008"), (Text(line, "what"), Assert.Single(People(line))));
    }

    [Fact]
    public async Task Who_is_refused_leaves_no_line_for_nothing_was_read()
    {
        await _org.SignInAsync("cell1");
        var person = await _org.PersonIdAsync("CB036");
        await Assert.ThrowsAsync<AccessDeniedException>(() => _org.Get<PartyService>().MemberOnAsync(person, Then));
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task The_offices_of_cells_and_the_grades_of_a_year_are_logged_for_those_who_see_them()
    {
        await _org.SignInAsync("hr"); // sees the cells, not their offices
        await _org.Get<CellService>().ListAsync(Then);
        Assert.False(System.IO.File.Exists(File));

        await _org.SignInAsync("secretary");
        await _org.Get<CellService>().ListAsync(Then);
        await _org.Get<ReviewStatisticsService>().MembersAsync(2019, new());
        var lines = await LinesAsync();
        Assert.Equal([("Cells", "Party"), ("ReviewFigures", "Review")], lines.Select(l => (Text(l, "what"), Text(l, "fieldClass"))));
        Assert.Contains("CB005", People(lines[0]));
    }

    [Fact]
    public async Task What_cannot_be_logged_is_not_shown()
    {
        Directory.CreateDirectory(File); // no file can be written there
        await _org.SignInAsync("hr");
        await Assert.ThrowsAnyAsync<Exception>(() => RosterAsync(new(Then)));
        await _org.SignInAsync("cell1");
        var person = await _org.PersonIdAsync("CB008");
        await Assert.ThrowsAnyAsync<Exception>(() => _org.Get<PartyService>().MemberOnAsync(person, Then));
        Directory.Delete(File);
    }

    [Fact]
    public async Task Many_readers_at_once_leave_whole_lines()
    {
        await _org.SignInAsync("director");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => RosterAsync(new(Then)))));
        var lines = await LinesAsync();
        Assert.Equal(8, lines.Count);
        Assert.All(lines, line => Assert.Equal(88, People(line).Count()));
    }

    private Task<Roster> RosterAsync(RosterQuery query) => _org.Get<RosterService>().ListAsync(query, new(Take: 200));

    private async Task<List<JsonElement>> LinesAsync() => [.. (await System.IO.File.ReadAllLinesAsync(File)).Select(line => JsonDocument.Parse(line).RootElement)];

    private static string? Text(JsonElement line, string key) => line.GetProperty(key).GetString();

    private static IEnumerable<string?> People(JsonElement line) => line.GetProperty("people").EnumerateArray().Select(p => p.GetString());
}
