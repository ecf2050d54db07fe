using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Party;
using OrgManager.Reviews;

namespace OrgManager.Tests.Party;

/// <summary>What the record keeps beside cell and offices: rewards, badges given, discipline, grades of earlier years, days that are known in part.</summary>
public class MemberRecordTests : IAsyncLifetime
{
    private const string Member = "CB034", Own = "CB035";
    private static readonly DateOnly Now = new(2025, 12, 31), Warned = new(2025, 3, 10);
    private TestOrg _org = null!;
    private HonourService Honours => _org.Get<HonourService>();
    private DisciplineService Disciplines => _org.Get<DisciplineService>();
    private GradeYearService Years => _org.Get<GradeYearService>();

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        await _org.SignInAsync("partyclerk");
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task A_day_that_the_paper_gives_in_part_stays_as_it_is_and_party_age_says_that_it_is_not_certain()
    {
        await CorrectAsync(PartialDay.OfMonth(1987, 5), new TimeOut(PartialDay.OfYear(1990), new DateOnly(1991, 3, 1)));
        await using var other = _org.Beside();
        other.Actor = Actor.System;
        var card = await other.Get<MemberService>().CardAsync(Member, Now);

        Assert.Equal(("05/1987", "1990"), (card.Admission.Admitted.ToString(), card.Admission.TimesOut.Single().From.ToString()));
        Assert.Equal((true, 37, 38), (card.Age.Time.IsApproximate, card.Age.Years, card.Age.MostYears)); // out between 60 and 424 days
        Assert.True(card.Age.Badges.All(b => b.IsApproximate));
        _org.Actor = Actor.System;
        await _org.AssertSoundAsync();
    }

    [Fact]
    public async Task A_badge_on_a_day_that_is_not_certain_falls_due_saying_so_and_no_more_once_it_was_given()
    {
        await CorrectAsync(PartialDay.OfYear(1996));
        var due = Assert.Single(await DueAsync(), d => d.Person?.Code == Member);
        Assert.Equal((30, "1996"), (due.Number, due.Counted.ToString()));

        await Honours.EnterAsync(Member, new(new DateOnly(2025, 11, 7), "", 30));
        Assert.DoesNotContain(await DueAsync(), d => d.Person?.Code == Member);
        await Refusal.IsAsync("Honour.BadgeTwice", () => Honours.EnterAsync(Member, new(new DateOnly(2025, 9, 2), "", 30)));
        await Refusal.IsAsync("Honour.BadgeUnknown", () => Honours.EnterAsync(Member, new(new DateOnly(2025, 9, 2), "", 35)));
    }

    [Fact]
    public async Task A_reward_is_entered_corrected_with_a_reason_and_taken_back()
    {
        await Honours.EnterAsync(Member, new(PartialDay.OfYear(2010), "Giấy khen của Đảng ủy khối", null, "12-QĐ/ĐUK", "Đảng ủy khối"));
        var row = (await CardAsync()).Honours.Single();
        Assert.Equal(("2010", "12-QĐ/ĐUK"), (row.Facts.On.ToString(), row.Facts.Number));

        await Refusal.IsAsync("History.ReasonMissing", () => Honours.CorrectAsync(row.Seen, row.Facts, " "));
        await Honours.CorrectAsync(row.Seen, row.Facts with { On = PartialDay.OfMonth(2010, 12) }, "Tìm thấy quyết định");
        await Assert.ThrowsAsync<ConflictException>(() => Honours.CorrectAsync(row.Seen, row.Facts, "Lần nữa"));
        row = (await CardAsync()).Honours.Single();
        await Honours.WithdrawAsync(row.Seen, "Của người khác");
        Assert.Empty((await CardAsync()).Honours);
        await Refusal.IsAsync("Honour.NameMissing", () => Honours.EnterAsync(Member, new(Warned, " ")));
        await Refusal.IsAsync("Honour.Ahead", () => Honours.EnterAsync(Member, new(new DateOnly(2030, 1, 1), "Giấy khen")));
    }

    [Fact]
    public async Task Discipline_counts_for_a_year_from_its_decision_unless_another_end_was_set()
    {
        await WarnAsync();
        var row = (await Disciplines.OfAsync(Member, Now)).Single();
        Assert.Equal((new DateOnly(2026, 3, 10), true, false), (row.Facts.Until!.Value.First, row.Counts, row.Rule.Confirmed));
        Assert.False((await Disciplines.OfAsync(Member, new(2026, 3, 10))).Single().Counts);

        await Disciplines.CorrectAsync(row.Seen, row.Facts with { EndsOn = new(2025, 6, 1) }, "Có quyết định xóa kỷ luật");
        Assert.False((await Disciplines.OfAsync(Member, Now)).Single().Counts);
    }

    [Theory]
    [InlineData(DisciplineKind.Expulsion, "2015", "2099-01-01", true), InlineData(DisciplineKind.Reprimand, "2015", "2016-12-31", false), InlineData(DisciplineKind.Reprimand, "2015", "2016-12-30", true), InlineData(DisciplineKind.Reprimand, "06/2015", "2016-06-29", true)]
    public void Where_papers_leave_its_end_open_discipline_counts_as_long_as_it_may(DisciplineKind kind, string decided, string on, bool counts) =>
        Assert.Equal(counts, PartialDay.TryParse(decided, out var day) && new DisciplineFacts(kind, day, "1-QĐ", "Vi phạm").CountsOn(TestDay.Of(on)));

    [Theory]
    [InlineData("secretary", true), InlineData("hr", true), InlineData("director", true), InlineData("cell1", false), InlineData("unithead", false), InlineData("admin", false), InlineData("self", false)]
    public async Task Discipline_is_shown_to_those_alone_who_may_see_it_and_the_reading_is_logged(string user, bool sees)
    {
        await _org.SignInAsync("partyclerk");
        await Disciplines.EnterAsync("CB034", new(DisciplineKind.Reprimand, Warned, "3-QĐ/ĐU", "Chậm nộp đảng phí"));
        await _org.SignInAsync(user);
        if (!sees)
        {
            await Assert.ThrowsAsync<AccessDeniedException>(() => Disciplines.OfAsync("CB034", Now));
            return;
        }
        Assert.Single(await Disciplines.OfAsync("CB034", Now));
        Assert.Contains("\"what\":\"Discipline\",\"fieldClass\":\"Discipline\"", (await File.ReadAllLinesAsync(Path.Combine(_org.Storage.Directory, "read-log.jsonl")))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_discipline_and_ones_own_is_refused()
    {
        DisciplineFacts facts = new(DisciplineKind.Warning, Warned, "5-QĐ/ĐU", "Vi phạm nguyên tắc");
        await Refusal.IsAsync("Discipline.NumberMissing", () => Disciplines.EnterAsync(Member, facts with { Number = "" }));
        await Refusal.IsAsync("Discipline.BecauseMissing", () => Disciplines.EnterAsync(Member, facts with { Because = "" }));
        await Refusal.IsAsync("Discipline.DaysOutOfOrder", () => Disciplines.EnterAsync(Member, facts with { EndsOn = Warned }));
        await Refusal.IsAsync("Discipline.Ahead", () => Disciplines.EnterAsync(Member, facts with { DecidedOn = new DateOnly(2031, 1, 1) }));
        await Refusal.IsAsync("Discipline.Own", () => Disciplines.EnterAsync("CB008", facts));
        await Refusal.IsAsync("Discipline.Probationary", () => Disciplines.EnterAsync("CB048", facts with { Kind = DisciplineKind.Dismissal, DecidedOn = new DateOnly(2019, 10, 1) }));
        await Disciplines.EnterAsync(Member, facts);
        await Refusal.IsAsync("Discipline.Twice", () => Disciplines.EnterAsync(Member, facts));
    }

    [Fact]
    public async Task The_register_tells_days_in_part_as_they_are_badges_and_discipline_that_counts()
    {
        await CorrectAsync(PartialDay.OfYear(1987));
        await Honours.EnterAsync(Member, new(new DateOnly(2018, 2, 3), "", 30));
        await WarnAsync();
        var cell = (await CardAsync()).Cell.Code;
        var row = (await _org.Get<MemberRegister>().GetAsync(cell, Now)).Cells.Single().Rows.Single(r => r.Person.Code == Member);
        var cells = RegisterColumns.Of(row, 1);

        Assert.Equal("1987", cells[9]);
        Assert.Contains("Huy hiệu 30 năm tuổi đảng", (string)cells[13]!, StringComparison.Ordinal);
        Assert.Contains("Cảnh cáo (4-QĐ/ĐU, 10/03/2025)", (string)cells[13]!, StringComparison.Ordinal);
        Assert.Empty((await _org.Get<MemberRegister>().GetAsync(cell, new(2025, 1, 1))).Cells.Single().Rows.Single(r => r.Person.Code == Member).Disciplines);
    }

    [Fact]
    public async Task Grades_of_years_before_this_program_are_taken_down_by_the_list_of_their_year()
    {
        await Years.EnterAsync(Member, new(2016, "27-2014", "DTC-HTTNV", "Biên bản chi bộ"));
        await Years.EnterAsync(Member, new(2009, "27-2014", "DTC-HTXSNV"));

        var years = await Years.OfAsync(Member, Now);
        Assert.Equal([2019, 2016, 2009], years.Years.Select(y => y.Year));
        Assert.Equal(("Đủ tư cách, hoàn thành tốt nhiệm vụ", true, "Biên bản chi bộ"), (years.Years[1].Grade!.Name, years.Years[1].IsConfirmed, years.Years[1].Facts!.Source));
        Assert.Equal((true, true, false), (years.Lists.Single(l => l.Code == "27-2014").Covers(2009), years.Lists.Single(l => l.Code == "132-2018").Covers(2018), years.Lists.Single(l => l.Code == "132-2018").Covers(2017)));

        await Refusal.IsAsync("EarlierGrade.Twice", () => Years.EnterAsync(Member, new(2016, "27-2014", "VPTC")));
        await Refusal.IsAsync("EarlierGrade.ReviewedHere", () => Years.EnterAsync(Member, new(2019, "132-2018", "HTTNV")));
        await Refusal.IsAsync("EarlierGrade.OtherRules", () => Years.EnterAsync(Member, new(2017, "132-2018", "HTTNV")));
        await Refusal.IsAsync("RuleSet.GradeUnknown", () => Years.EnterAsync(Member, new(2015, "27-2014", "TSVM")));
        await Refusal.IsAsync("RuleSet.Unknown", () => Years.EnterAsync(Member, new(2015, "1-1930", "A")));
        await Refusal.IsAsync("EarlierGrade.Own", () => Years.EnterAsync("CB008", new(2015, "27-2014", "DTC-HTTNV")));
        await Years.CorrectAsync(years.Years[1].Seen!.Value, years.Years[1].Facts! with { Grade = "DTC-HTNV" }, "Nhầm mức");
        await Years.WithdrawAsync(years.Years[2].Seen!.Value, "Không có năm này");
        Assert.Equal("DTC-HTNV", (await Years.OfAsync(Member, Now)).Years.Single(y => y.Facts is not null).Facts!.Grade);
    }

    [Fact]
    public async Task The_grade_of_the_year_before_stands_beside_the_review_of_who_was_not_reviewed_here()
    {
        await Years.EnterAsync(Member, new(2018, "132-2018", "HTNV"));
        Assert.Equal("HTNV", (await _org.Get<CellReviewService>().SheetAsync(2019, "CB-CN")).Members.Single(m => m.Person!.Code == Member).LastYear);
        Assert.Equal("HTNV", (await _org.Get<ReviewFileService>().OfMemberAsync(2019, Member)).LastGrade);
    }

    [Fact]
    public async Task One_reads_the_own_years_and_enters_none()
    {
        await Years.EnterAsync(Own, new(2016, "27-2014", "DTC-HTTNV"));
        await _org.SignInAsync("self");
        var mine = await Years.OfAsync(Own, Now);
        Assert.Equal((true, 0), (mine.Years.Any(y => y.Year == 2016), mine.Lists.Count));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Years.OfAsync(Member, Now));
    }

    private Task<Guid> WarnAsync() => Disciplines.EnterAsync(Member, new(DisciplineKind.Warning, Warned, "4-QĐ/ĐU", "Vi phạm quy định", "Đảng ủy Sở"));

    private Task<MemberCard> CardAsync() => _org.Get<MemberService>().CardAsync(Member, Now);

    private async Task<List<PartyDue>> DueAsync() => [.. (await _org.Get<PartyDueService>().ListAsync(Now, months: 13)).Where(d => d.Kind == PartyDueKind.Badge)];

    private async Task CorrectAsync(PartialDay admitted, params TimeOut[] outs)
    {
        var seen = (await _org.Get<PartyService>().MemberOnAsync(await _org.PersonIdAsync(Member), new(2025, 12, 1))).Seen;
        await _org.Get<MemberAmendmentService>().CorrectAdmissionAsync(seen, AdmissionFacts.Of(admitted, admitted, admitted.AddMonths(12)) with { TimesOut = outs }, "Lý lịch chỉ ghi tháng, năm");
    }
}
