using OrgManager.Access;
using OrgManager.Reviews;

namespace OrgManager.Tests.Reviews.Files;

/// <summary>Two years of the lowest grade are told to those whose matter it is.</summary>
public class ReviewNoticeServiceTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task A_member_not_completing_two_years_in_a_row_is_told_to_who_works_for_the_party_alone()
    {
        await GradeAsync(2024, "KHTNV");
        await GradeAsync(2025, "KHTNV");

        Assert.Equal(("CB035", 2025, ReviewSubject.Member), Assert.Single(await NoticesAsync("partyclerk")) is var n ? (n.Person.Code, n.LastYear, n.Rule.Of) : default);
        Assert.Empty(await NoticesAsync("hr"));
        Assert.Empty(await NoticesAsync("cell1"));
        Assert.Empty(await NoticesAsync("self"));
    }

    [Fact]
    public async Task A_year_between_makes_no_row()
    {
        await GradeAsync(2023, "KHTNV");
        await GradeAsync(2024, "HTNV");
        await GradeAsync(2025, "KHTNV");
        Assert.Empty(await NoticesAsync("partyclerk"));
    }

    [Fact]
    public async Task The_grade_at_work_is_a_matter_of_staff()
    {
        await FullFiles.OpenAsync(_org, 2024);
        await FullFiles.OpenAsync(_org, 2025);
        await _org.SignInAsync("unithead");
        foreach (var year in new[] { 2024, 2025 })
            await _org.Get<StaffCommentService>().CommentAsync((await _org.Get<StaffCommentService>().ListAsync()).Single(r => r.Person.Code == "CB035" && r.Year == year).Seen, "Không hoàn thành", "KHTNV");

        Assert.Equal(("CB035", ReviewSubject.Staff), Assert.Single(await NoticesAsync("hr")) is var n ? (n.Person.Code, n.Rule.Of) : default);
        Assert.Empty(await NoticesAsync("partyclerk"));
    }

    [Theory]
    [InlineData(2019, null, true), InlineData(2020, "NĐ 90/2020", true), InlineData(2025, "NĐ 90/2020", true), InlineData(2026, "NĐ 335/2025", false)]
    public void What_two_years_mean_for_staff_follows_from_the_decree_of_the_year(int year, string? article, bool confirmed)
    {
        var rule = ReviewNoticeService.Rules.SingleOrDefault(r => r.Of == ReviewSubject.Staff && r.Holds(year));
        Assert.Equal((article, confirmed), (rule?.Article.Split([':', ','])[0], rule?.Confirmed ?? true));
        Assert.Single(ReviewNoticeService.Rules, r => r.Of == ReviewSubject.Member && r.Holds(year));
    }

    private async Task<IReadOnlyList<ReviewNotice>> NoticesAsync(string user)
    {
        await _org.SignInAsync(user);
        return await _org.Get<ReviewNoticeService>().ListAsync();
    }

    private async Task GradeAsync(int year, string grade)
    {
        _org.Actor = Actor.System;
        var (committee, cell, person) = (await _org.UnitIdAsync("DB-SCT"), await _org.UnitIdAsync("CB-CN"), await _org.PersonIdAsync("CB035"));
        await _org.Get<ReviewService>().TakeOverAsync(year, committee, "132-2018", [new(cell, "HTTNV", "1-BB", new(year, 12, 1), [new(person, grade, grade, null, false)])], new(year + 1, 1, 1));
    }
}
