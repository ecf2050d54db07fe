using OrgManager.Access;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Tests.Access;

/// <summary>Everybody learns what is kept of them, who sees it by which right, and who has read it.</summary>
public class PrivacyServiceTests : IAsyncLifetime
{
    private TestOrg _org = null!;
    private PrivacyService Privacy => _org.Get<PrivacyService>();

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task Who_sees_me_is_told_by_class_of_fields_and_grant()
    {
        await _org.SignInAsync("self");
        var mine = (await Privacy.MineAsync())!;

        Assert.Equal(("CB035", 7), (mine.Person.Code, mine.Classes.Count));
        Assert.Equal(["hr", "director", "unithead", "inspector", "self"], Users(mine, Permission.ViewStaffWork));
        Assert.Equal(["hr", "inspector", "self"], Users(mine, Permission.ViewStaffPersonal));
        Assert.Equal(["partyclerk", "secretary", "inspector", "self"], Users(mine, Permission.ViewPartyRecord)); // cell1 is another cell's
        Assert.Equal(["director", "unithead", "inspector", "self"], Users(mine, Permission.GradeStaff)); // whoever grades at work; the party's reviews are told apart from it
        Assert.Equal(["partyclerk", "secretary", "inspector", "self"], Users(mine, Permission.ViewReviews));
        var head = mine.Classes[0].SeenBy.Single(s => s.User == "unithead");
        Assert.Equal(("Lục Đình Vạn", Role.UnitHead, "QLCN"), (head.Holder, Assert.Single(head.Grants).Role, head.Grants[0].Scope!.Code));
        Assert.True(mine.Classes[0].Kept > 0 && mine.Classes.All(c => c.Kept is not null));
    }

    [Fact]
    public async Task What_is_told_is_what_the_pages_show()
    {
        foreach (var code in new[] { "CB035", "CB008", "CB001", "CB049" })
        {
            _org.Actor = Actor.System;
            var told = (await Privacy.WhyAsync(code)).Classes.Single(c => c.Class == Permission.ViewStaffWork).SeenBy.Select(s => s.User).ToHashSet();
            foreach (var account in new[] { "hr", "director", "unithead", "inspector", "self", "partyclerk", "secretary", "cell1", "admin" })
            {
                await _org.SignInAsync(account);
                var refused = await Record.ExceptionAsync(() => _org.Get<PersonService>().CardAsync(code, _org.Today));
                Assert.Equal((code, account, told.Contains(account)), (code, account, refused is null));
            }
        }
    }

    [Fact]
    public async Task A_revoked_grant_and_a_disabled_account_see_nothing_any_more()
    {
        await _org.Get<UserService>().RevokeAsync("unithead", Role.UnitHead);
        await _org.Get<UserService>().DisableAsync("inspector");
        await _org.SignInAsync("self");
        Assert.Equal(["hr", "director", "self"], Users((await Privacy.MineAsync())!, Permission.ViewStaffWork));
    }

    [Fact]
    public async Task A_reading_that_just_happened_is_shown_to_the_one_it_is_about_and_to_nobody_else()
    {
        await _org.SignInAsync("hr");
        await _org.Get<PersonService>().CardAsync("CB035", _org.Today);
        await _org.SignInAsync("director");
        _org.Time.Advance(TimeSpan.FromMinutes(5));
        await _org.Get<PersonService>().CardAsync("CB035", _org.Today);

        await _org.SignInAsync("self");
        var readings = await Privacy.ReadingsAsync(new(Take: 1));
        Assert.Equal(2, readings.Total);
        Assert.Equal(("Trịnh Hữu Thuyên", "Person", _org.Time.GetUtcNow().UtcDateTime), (readings.Rows[0].User, readings.Rows[0].What, readings.Rows[0].AtUtc));
        Assert.Equal("Mè Thị Lan Hương", Assert.Single((await Privacy.ReadingsAsync(new(Skip: 1, Take: 1))).Rows).User);

        await _org.SignInAsync("unithead");
        Assert.Equal(0, (await Privacy.ReadingsAsync(new())).Total);
    }

    [Fact]
    public async Task A_line_cut_off_while_it_was_written_does_not_hide_the_others()
    {
        await _org.SignInAsync("hr");
        await _org.Get<PersonService>().CardAsync("CB035", _org.Today);
        await File.AppendAllTextAsync(Path.Combine(_org.Storage.Directory, "read-log.jsonl"), "{\"at\":\"2026-01-15\",\"people\":[\"CB035\"");
        await _org.SignInAsync("self");
        Assert.Equal(1, (await Privacy.ReadingsAsync(new())).Total);
    }

    [Fact]
    public async Task About_others_one_learns_only_of_the_classes_one_sees_oneself()
    {
        await _org.SignInAsync("director");
        Assert.Equal([Permission.ViewStaffWork, Permission.GradeStaff, Permission.ViewPartyBasics, Permission.ViewDiscipline], (await Privacy.WhyAsync("CB035")).Classes.Select(c => c.Class));
        await _org.SignInAsync("partyclerk");
        Assert.DoesNotContain(Permission.ViewStaffPersonal, (await Privacy.WhyAsync("CB035")).Classes.Select(c => c.Class));
        await _org.SignInAsync("inspector");
        var all = await Privacy.WhyAsync("CB035");
        Assert.Equal(PrivacyService.Classes, all.Classes.Select(c => c.Class));
        Assert.All(all.Classes, c => Assert.Null(c.Kept));

        await _org.SignInAsync("self"); // whoever asks for the cell's readers learns whose member one is
        Assert.Equal(["Why", "Why", "Why"], (await Privacy.ReadingsAsync(new())).Rows.Select(r => r.What));
    }

    [Theory]
    [InlineData("admin", "CB035"), InlineData("unithead", "CB035"), InlineData("cell1", "CB008"), InlineData("self", "CB034"), InlineData("hr", "XYZ")]
    public async Task Who_may_not_ask_learns_not_even_whether_there_is_such_a_person(string account, string person)
    {
        await _org.SignInAsync(account);
        await Assert.ThrowsAsync<AccessDeniedException>(() => Privacy.WhyAsync(person));
    }

    [Fact]
    public async Task An_account_that_is_nobodys_has_no_record_but_rights()
    {
        await _org.SignInAsync("admin");
        var record = await Privacy.MyRecordAsync();
        Assert.Equal((null, false, null, Role.Admin), (record.Person, record.SeesWork, record.Party, Assert.Single(record.Rights).Role));
        Assert.Null(await Privacy.MineAsync());
        Assert.Equal(0, (await Privacy.ReadingsAsync(new())).Total);
    }

    [Theory]
    [InlineData("self"), InlineData("director"), InlineData("secretary"), InlineData("unithead"), InlineData("partyclerk")]
    public async Task Ones_own_record_is_open_whatever_else_the_account_may(string account)
    {
        await _org.SignInAsync(account);
        var record = await Privacy.MyRecordAsync();
        Assert.True(record is { SeesWork: true, Party: not null });
        Assert.Equal(2019, Assert.Single(record.Party.Grades).Year);
        Assert.Equal((Role.Self, null), (record.Rights[^1].Role, record.Rights[^1].From));
        Assert.NotNull((await _org.Get<PersonService>().CardAsync(record.Person!.Code, _org.Today)).Personal);
        Assert.Equal(record.Person.FullName, (await _org.Get<MemberService>().CardAsync(record.Person.Code, _org.Today)).FullName);
    }

    private static IEnumerable<string> Users(PersonSight sight, Permission permission) => sight.Classes.Single(c => c.Class == permission).SeenBy.Select(s => s.User);
}
