using System.Text.Json;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Tests.Staff;

/// <summary>What the page of one person knows, and who may know it.</summary>
public class PersonCardTests : IAsyncLifetime
{
    private static readonly DateOnly Then = new(2019, 10, 21);
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task It_tells_the_post_of_the_day_and_every_post_there_was_with_its_decision()
    {
        var head = await SeeAsync("CB049", Then);

        Assert.Equal(("Đàm Thị Ngọc Nhàn", "Trưởng phòng", "Phòng Quản lý thương mại nội địa", true), (head.FullName, head.Post, head.Unit.Name, head.IsInPost));
        Assert.Equal([("TM", "Trưởng phòng"), ("QLTM", "Trưởng phòng"), ("QLTM", "Phó Trưởng phòng")], head.Posts.Select(p => (p.Unit.Code, p.Post)));
        Assert.Equal((new DateOnly(2020, 7, 1), null, "204/QĐ-SCT"), (head.Posts[0].From, head.Posts[0].Until, head.Posts[0].Decision!.Number));
    }

    [Fact]
    public async Task Who_has_left_is_told_as_on_the_last_day()
    {
        var retired = await SeeAsync("CB055", new(2021, 6, 30));

        Assert.Equal(("Khổng Văn Trấn", false, (DateOnly?)new DateOnly(2020, 7, 1), "XNK"), (retired.FullName, retired.IsInPost, retired.EndsOn, retired.Unit.Code));
    }

    [Fact]
    public async Task State_and_party_career_stand_in_one_line_as_far_as_each_is_in_reach()
    {
        async Task<IReadOnlyList<PersonArea>> AreasAsync(string user)
        {
            await _org.SignInAsync(user);
            return [.. (await SeeAsync("CB034", Then)).Events.Select(e => e.Area).Distinct().Order()];
        }

        Assert.Equal([PersonArea.Work, PersonArea.Salary], await AreasAsync("hr"));
        Assert.Equal([PersonArea.Work], await AreasAsync("director"));
        Assert.Equal([PersonArea.Work, PersonArea.Salary, PersonArea.Party], await AreasAsync("inspector"));
    }

    [Theory]
    [InlineData("hr", true, true, true, true)]
    [InlineData("director", false, true, false, true)]
    [InlineData("inspector", true, true, false, false)]
    [InlineData("unithead", false, false, false, false)]
    public async Task Each_class_of_fields_is_for_whom_it_is_in_reach(string user, bool personal, bool party, bool changes, bool corrects)
    {
        await _org.SignInAsync(user);
        var mate = await SeeAsync("CB034", Then);
        Assert.Equal((personal, party, changes, corrects), (mate.Personal is not null, mate.Party is not null, mate.MayChange, mate.MayCorrect));
    }

    [Fact]
    public async Task Oneself_sees_everything_of_oneself_and_nobody_else()
    {
        await _org.SignInAsync("self");
        var own = await _org.Database.ReadAsync(db => Task.FromResult(db.Timeline.People.Find(_org.Actor.PersonId!.Value)!.Code));

        Assert.NotNull((await SeeAsync(own, _org.Today)).Personal);
        await Assert.ThrowsAsync<AccessDeniedException>(() => SeeAsync("CB001", _org.Today));
    }

    [Fact]
    public async Task Another_s_party_data_is_logged_before_it_is_shown_and_one_s_own_is_not()
    {
        await _org.SignInAsync("hr");
        await SeeAsync("CB049", Then);
        await SeeAsync("CB009", Then);

        var lines = await File.ReadAllLinesAsync(Path.Combine(_org.Storage.Directory, "read-log.jsonl"));
        var line = JsonDocument.Parse(Assert.Single(lines)).RootElement;
        Assert.Equal(("Person", "CB049"), (line.GetProperty("what").GetString(), line.GetProperty("people")[0].GetString()));
    }

    [Fact]
    public async Task Party_data_is_that_of_the_day()
    {
        var head = (await SeeAsync("CB049", Then)).Party!;

        Assert.Equal((true, Standing.Official, "CB-TM"), (head.IsMember, head.Standing!.Value, head.Cell!.Code));
    }

    [Fact]
    public async Task A_number_nobody_has_is_not_found() => await Assert.ThrowsAsync<NotFoundException>(() => SeeAsync("CB999", Then));

    [Fact]
    public async Task Several_leave_by_one_decision_or_none_of_them()
    {
        var staff = _org.Get<StaffService>();
        async Task<Seen> SeenAsync(string code) => (await staff.EmploymentOnAsync(await _org.PersonIdAsync(code), _org.Today)).Seen;
        var day = new DateOnly(2026, 3, 1);
        await staff.EndAsync([await SeenAsync("CB034")], day.AddDays(1), EmploymentEnd.Resignation);

        await Refusal.IsAsync("History.Ended", async () => await staff.EndAsync([await SeenAsync("CB033"), await SeenAsync("CB034")], day, EmploymentEnd.Retirement));
        Assert.Null((await SeeAsync("CB033", _org.Today)).EndsOn);

        await staff.EndAsync([await SeenAsync("CB033"), await SeenAsync("CB035")], day, EmploymentEnd.Retirement);
        Assert.Equal([day, day], [(await SeeAsync("CB033", _org.Today)).EndsOn!.Value, (await SeeAsync("CB035", _org.Today)).EndsOn!.Value]);
    }

    private Task<PersonCard> SeeAsync(string code, DateOnly on) => _org.Get<PersonService>().CardAsync(code, on);
}
