using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Party;

namespace OrgManager.Tests.Party;

/// <summary>Meetings of cells as they are entered, put right and taken back.</summary>
public class CellMeetingTests : IAsyncLifetime
{
    private static readonly DateOnly January = new(2026, 1, 9);
    private TestOrg _org = null!;
    private CellMeetingService Meetings => _org.Get<CellMeetingService>();

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task The_secretary_of_a_cell_is_offered_what_most_likely_was()
    {
        await _org.SignInAsync("cell1");
        var first = await Meetings.SuggestAsync("CB-VP", new(2019, 10, 21));
        Assert.Equal((10, 0, 1, true), (first.Official, first.Probationary, first.Exempt, first.HasCommittee));
        Assert.Equal(new MeetingPresence(10, 10), first.Facts.Presence);
        Assert.Equal("CB005", first.Chairs[0].Person.Code);

        await Meetings.EnterAsync(await CellAsync("CB-VP"), Monthly(January) with { MinutesNumber = "7-BB/CB-VP", ChairId = await _org.PersonIdAsync("CB006"), Minutes = 105 });
        var next = await Meetings.SuggestAsync("CB-VP", new(2026, 1, 15));
        Assert.Equal(("8-BB/CB-VP", 105, await _org.PersonIdAsync("CB006")), (next.Facts.MinutesNumber, next.Facts.Minutes, next.Facts.ChairId));
    }

    [Theory]
    [InlineData("2020-12-31", "26-BB/CB-VP"), InlineData("2022-09-09", "26-BB/CB-VP"), InlineData("2022-09-10", "01-BB/CB-VP"), InlineData("2026-01-15", "01-BB/CB-VP")]
    public async Task Numbers_of_minutes_begin_anew_with_the_term_of_the_cell(string on, string number) =>
        Assert.Equal(number, (await Meetings.SuggestAsync("CB-VP", TestDay.Of(on))).Facts.MinutesNumber);

    [Fact]
    public async Task What_was_entered_stands_on_the_cell_with_its_chair_and_how_good_it_was()
    {
        await Meetings.EnterAsync(await CellAsync("CB-VP"), Monthly(January) with { ChairId = await _org.PersonIdAsync("CB005") });

        await _org.SignInAsync("secretary");
        var seen = await Meetings.OfCellAsync("CB-VP", new(2026, 1, 15));
        var row = seen.Rows[0];
        Assert.Equal((January, "CB005", true, false), (row.Facts.On, row.Chair!.Code, row.Quality.IsGood, seen.MayChange));
        Assert.DoesNotContain((await Meetings.OfCellAsync("CB-VP", January.AddDays(-1))).Rows, r => r.Facts.On == January);
        Assert.Contains("\"CellMeetings\"", await File.ReadAllTextAsync(Path.Combine(_org.Storage.Directory, "read-log.jsonl")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_have_been_is_refused()
    {
        var cell = await CellAsync("CB-VP");
        Task Enter(MeetingFacts facts) => Meetings.EnterAsync(cell, facts);
        await Refusal.IsAsync("Meeting.Ahead", () => Enter(Monthly(_org.Today.AddDays(1))));
        await Refusal.IsAsync("Meeting.MoreThanConvened", () => Enter(Monthly(January) with { Presence = new(9, 9, 1) }));
        await Refusal.IsAsync("Meeting.NobodyConvened", () => Enter(Monthly(January) with { Presence = new(0, 0) }));
        await Refusal.IsAsync("Meeting.DurationImplausible", () => Enter(Monthly(January) with { Minutes = 0 }));
        await Refusal.IsAsync("Meeting.ResolutionBefore", () => Enter(Monthly(January) with { ResolutionOn = January.AddDays(-1) }));
        await Refusal.IsAsync("Meeting.TextTooLong", () => Enter(Monthly(January) with { MinutesNumber = new('1', 61) }));
        await Refusal.IsAsync("OrgUnit.NotThere", () => Enter(Monthly(new(2014, 12, 31))));
        await Refusal.IsAsync("PartyMember.NotACell", async () => await Meetings.EnterAsync(await CellAsync("DB-SCT"), Monthly(January)));
        await Refusal.IsAsync("Meeting.ChairElsewhere", async () => await Enter(Monthly(January) with { ChairId = await _org.PersonIdAsync("CB033") }));
        await Enter(Monthly(January) with { MinutesNumber = "30-BB/CB" });
        await Refusal.IsAsync("Meeting.Twice", () => Enter(Monthly(January)));
        await Refusal.IsAsync("Meeting.MinutesTwice", () => Enter(Monthly(January) with { Kind = MeetingKind.Thematic, MinutesNumber = " 30-BB/CB " }));
    }

    [Fact]
    public async Task Whether_a_committee_met_is_asked_only_of_a_cell_that_has_one()
    {
        await Meetings.EnterAsync(await CellAsync("CB-TTR"), Monthly(January) with { CommitteeMet = true });
        await Meetings.EnterAsync(await CellAsync("CB-VP"), Monthly(January) with { CommitteeMet = null });
        Assert.Null((await LastAsync("CB-TTR")).Facts.CommitteeMet);
        Assert.False((await LastAsync("CB-VP")).Facts.CommitteeMet);
    }

    [Fact]
    public async Task An_entry_is_put_right_with_a_reason_and_who_saw_an_older_one_is_told()
    {
        var id = await Meetings.EnterAsync(await CellAsync("CB-VP"), Monthly(January));
        await _org.SignInAsync("cell1");
        var seen = (await Meetings.GetAsync(id)).Seen;

        await Refusal.IsAsync("History.ReasonMissing", () => Meetings.CorrectAsync(seen, Monthly(January) with { Minutes = 120 }, " "));
        await Meetings.CorrectAsync(seen, Monthly(January.AddDays(1)) with { Minutes = 120 }, "Nhầm ngày");

        Assert.Equal((January.AddDays(1), 120), ((await Meetings.GetAsync(id)).Facts.On, (await Meetings.GetAsync(id)).Facts.Minutes));
        var late = await Assert.ThrowsAsync<ConflictException>(() => Meetings.CorrectAsync(seen, Monthly(January), "Nhầm ngày"));
        Assert.Equal(120, Assert.IsType<MeetingFacts>(late.Current).Minutes);
    }

    [Fact]
    public async Task A_meeting_that_was_none_is_taken_back_with_its_file_and_may_be_entered_again()
    {
        var cell = await CellAsync("CB-VP");
        var id = await Meetings.EnterAsync(cell, Monthly(January));
        var papers = _org.Get<MeetingPaperService>();
        var file = await papers.AttachAsync(id, TestFiles.Pdf("bien-ban.pdf"));
        Assert.Equal(("bien-ban.pdf", "application/pdf"), ((await papers.DownloadAsync(file)).Name, (await papers.DownloadAsync(file)).MediaType));
        await Refusal.IsAsync("Attachment.Twice", () => papers.AttachAsync(id, TestFiles.Pdf("lan-hai.pdf")));

        await Meetings.WithdrawAsync((await Meetings.GetAsync(id)).Seen, "Nhập nhầm chi bộ");

        await Assert.ThrowsAsync<NotFoundException>(() => Meetings.GetAsync(id));
        await Assert.ThrowsAsync<NotFoundException>(() => papers.DownloadAsync(file));
        await Meetings.EnterAsync(cell, Monthly(January));
        await _org.AssertSoundAsync();
    }

    [Fact]
    public async Task A_file_that_a_decision_carries_too_stays_when_the_meeting_lets_it_go()
    {
        var decision = await _org.Get<OrgManager.Decisions.DecisionService>().RegisterAsync(new OrgManager.Decisions.DecisionFacts(OrgManager.Decisions.DecisionKind.Minutes, "7-BB/CB-VP", "Chi bộ Văn phòng", January, January, "Biên bản"));
        await _org.Get<OrgManager.Decisions.DecisionFiles>().AddAsync(decision, TestFiles.Pdf());
        var (id, papers) = (await Meetings.EnterAsync(await CellAsync("CB-VP"), Monthly(January)), _org.Get<MeetingPaperService>());
        var file = await papers.AttachAsync(id, TestFiles.Pdf());
        await Refusal.IsAsync("History.ReasonMissing", () => papers.DetachAsync(id, file, ""));
        await papers.DetachAsync(id, file, "Đính nhầm");
        await _org.AssertSoundAsync();
    }

    [Fact]
    public async Task Several_are_entered_all_or_none_and_the_row_that_is_wrong_is_named()
    {
        var (office, inspection) = (await CellAsync("CB-VP"), await CellAsync("CB-TTR"));
        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => Meetings.EnterAsync([new(office, Monthly(January)), new(inspection, Monthly(January)), new(office, Monthly(January))]));
        Assert.Equal(("Meeting.Twice", 3), (refused.Code, refused.Step!.Value.Number));
        Assert.DoesNotContain((await Meetings.OfCellAsync("CB-TTR", _org.Today)).Rows, r => r.Facts.On == January);

        await Meetings.EnterAsync([new(office, Monthly(January)), new(inspection, Monthly(January))]);
        Assert.Equal((January, January), ((await LastAsync("CB-VP")).Facts.On, (await LastAsync("CB-TTR")).Facts.On));
    }

    [Theory]
    [InlineData("cell1", "CB-TTR"), InlineData("secretary", "CB-VP"), InlineData("hr", "CB-VP"), InlineData("inspector", "CB-VP"), InlineData("admin", "CB-VP"), InlineData("self", "CB-CN")]
    public async Task Who_does_not_keep_the_record_of_the_cell_enters_nothing(string user, string cell)
    {
        var id = await CellAsync(cell);
        await _org.SignInAsync(user);
        await Assert.ThrowsAsync<AccessDeniedException>(() => Meetings.EnterAsync(id, Monthly(January)));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Meetings.SuggestAsync(cell, January));
    }

    [Fact]
    public async Task The_minutes_are_a_sound_document_and_name_who_was_convened()
    {
        var id = await Meetings.EnterAsync(await CellAsync("CB-VP"), Monthly(January) with { ChairId = await _org.PersonIdAsync("CB005"), MinutesNumber = "31-BB/CB", Topic = "Học tập chuyên đề năm 2026" });
        await _org.SignInAsync("cell1");
        var text = PaperText.Of(await _org.Get<MeetingPaperService>().MinutesAsync(id), "minutes");
        Assert.Contains("ĐẢNG CỘNG SẢN VIỆT NAM", text, StringComparison.Ordinal);
        Assert.Contains("Số 31-BB/CB", text, StringComparison.Ordinal);
        Assert.Contains("sinh hoạt chi bộ thường kỳ tháng 1/2026", text, StringComparison.Ordinal);
        Assert.Contains("Nông Thị Kim Thoa", text, StringComparison.Ordinal);
    }

    private static MeetingFacts Monthly(DateOnly on) => new(MeetingKind.Monthly, on, new(10, 10), 95, Prepared: true, CommitteeMet: true) { MinutesNumber = "99-BB/CB", Resolution = "99-NQ/CB" };

    private Task<Guid> CellAsync(string code) => _org.UnitIdAsync(code);

    private async Task<MeetingRow> LastAsync(string cell) => (await Meetings.OfCellAsync(cell, _org.Today)).Rows[0];
}
