using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Party;

namespace OrgManager.Tests.Party;

/// <summary>A member goes from one cell to another, out of the organisation, into it, or for a time: both sides confirm, and nothing moves before.</summary>
public class TransferServiceTests : IAsyncLifetime
{
    private const string Person = "CB013", From = "CB-VP", To = "CB-KC", Other = "Đảng bộ Văn phòng UBND tỉnh";
    private static readonly DateOnly Issued = new(2026, 1, 5), Joined = new(2026, 1, 12);
    private TestOrg _org = null!;
    private TransferService Transfers => _org.Get<TransferService>();

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        await _org.Get<UserService>().AddAsync(new("cell9", AccountService.SamplePassword, Role.CellSecretary, To));
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task Each_side_confirms_for_its_own_cell_and_only_joining_moves_the_member()
    {
        await _org.SignInAsync("cell1");
        await Transfers.DraftAsync(await _org.PersonIdAsync(Person), await BetweenAsync());
        await Transfers.IssueAsync(await SeenAsync(), "05-GGT/CB", Issued);
        await Assert.ThrowsAsync<AccessDeniedException>(async () => await Transfers.ReceiveAsync(await SeenAsync(), Joined));
        await _org.SignInAsync("cell9");
        await Assert.ThrowsAsync<AccessDeniedException>(async () => await Transfers.WithdrawAsync(await SeenAsync(), "Nhầm"));
        await Transfers.ReceiveAsync(await SeenAsync(), Issued.AddDays(3));
        Assert.Equal(From, await CellAsync(_org.Today));
        await Transfers.JoinAsync(await SeenAsync(), Joined);

        Assert.Equal((From, To), (await CellAsync(Joined.AddDays(-1)), await CellAsync(Joined)));
        var row = await OnlyAsync(); // an account is called by its person, if it has one
        Assert.Equal((TransferState.Joined, "Nông Thị Kim Thoa", "cell9", Issued, Joined), (row.State, row.IssuedBy, row.ReceivedBy, row.IssuedOn!.Value, row.JoinedOn!.Value));
    }

    [Fact]
    public async Task The_side_that_takes_does_not_see_a_draft_and_others_see_neither()
    {
        await DraftAsync(await BetweenAsync());
        await _org.SignInAsync("cell9");
        Assert.Empty((await _org.Get<TransferRegister>().ListAsync(new())).Rows);

        _org.Actor = Actor.System;
        await Transfers.IssueAsync(await SeenAsync(), "05", Issued);
        await _org.SignInAsync("cell9");
        var row = await OnlyAsync();
        Assert.Equal((true, false), (row.MayTake, row.MaySend));
        _org.Actor = Actor.System;
        await _org.Get<UserService>().AddAsync(new("cell4", AccountService.SamplePassword, Role.CellSecretary, "CB-CN"));
        await _org.SignInAsync("cell4");
        Assert.Empty((await _org.Get<TransferRegister>().ListAsync(new())).Rows);
    }

    [Fact]
    public async Task A_letter_not_presented_in_time_is_among_what_falls_due_for_the_side_that_takes_until_it_is_joined()
    {
        await IssuedAsync(await BetweenAsync(), _org.Today.AddDays(-31));
        var due = Assert.Single(await DueAsync(), d => d.Kind == PartyDueKind.TransferLetter);
        Assert.Equal((PartyDueUrgency.Overdue, _org.Today.AddDays(-1), To, Person, 30), (due.Urgency, due.On!.Value, due.Unit.Code, due.Person!.Code, due.Asked!.Value));

        await Transfers.JoinAsync(await SeenAsync(), _org.Today);
        Assert.DoesNotContain(await DueAsync(), d => d.Kind == PartyDueKind.TransferLetter);

        Task<IReadOnlyList<PartyDue>> DueAsync() => _org.Get<PartyDueService>().ListAsync(_org.Today);
    }

    [Fact]
    public async Task Who_meets_elsewhere_for_a_time_is_not_convened_at_home()
    {
        var before = await ConvenedAsync();
        await IssuedAsync(new(TransferKind.Temporary, await _org.UnitIdAsync(From), null, await _org.UnitIdAsync(To), null) { Until = Issued.AddMonths(4) });
        await Transfers.JoinAsync(await SeenAsync(), Joined);

        Assert.Equal(before - 1, await ConvenedAsync());

        async Task<int> ConvenedAsync() => (await _org.Get<CellMeetingService>().SuggestAsync(From, _org.Today)).Facts.Presence.Convened;
    }

    [Fact]
    public async Task Who_goes_elsewhere_is_no_member_from_that_day_and_why_is_told()
    {
        await IssuedAsync(new(TransferKind.Official, await _org.UnitIdAsync(From), null, null, Other));
        await Transfers.JoinAsync(await SeenAsync(), Joined);

        Assert.Equal((From, null), (await CellAsync(Joined.AddDays(-1)), await CellAsync(Joined)));
        Assert.Equal(MembershipEnd.TransferOut, (await _org.Get<MemberService>().CardAsync(Person, _org.Today)).EndReason);
    }

    [Fact]
    public async Task Who_comes_from_elsewhere_is_a_member_with_the_days_of_the_record()
    {
        var days = new AdmissionFacts(new(2010, 3, 1), new(2010, 3, 20), new(2011, 3, 20));
        var person = await _org.PersonIdAsync("CB071");
        await Transfers.DraftAsync(person, new(TransferKind.Official, null, Other, await _org.UnitIdAsync(To), null) { Admission = days });
        await Transfers.IssueAsync(await SeenAsync(), "112-GGT", Issued);
        await Transfers.JoinAsync(await SeenAsync(), Joined);

        var card = await _org.Get<MemberService>().CardAsync("CB071", _org.Today);
        Assert.Equal((days, To, Standing.Official, Joined), (card.Admission, card.Cell.Code, card.Facts.Standing, card.StartsOn));
        await Refusal.IsAsync("Transfer.MemberHere", async () => await Transfers.DraftAsync(person, new(TransferKind.Official, null, Other, await _org.UnitIdAsync(To), null) { Admission = days }));
    }

    [Fact]
    public async Task A_temporary_stay_is_shown_in_both_cells_and_counted_in_the_own_one_alone()
    {
        var (from, to) = (await MembersAsync(From), await MembersAsync(To));
        await IssuedAsync(await BetweenAsync() with { Kind = TransferKind.Temporary, Until = new(2026, 7, 5) });
        await Transfers.JoinAsync(await SeenAsync(), Joined);

        Assert.Equal((from, to, From), (await MembersAsync(From), await MembersAsync(To), await CellAsync(Joined)));
        var (away, guest) = (Assert.Single(await StaysAsync(From, Joined)), Assert.Single(await StaysAsync(To, Joined)));
        Assert.Equal((false, true, Person, new DateOnly(2026, 7, 5)), (away.Guest, guest.Guest, guest.Person.Code, guest.Until));
        var cell = await _org.UnitIdAsync(From);
        Assert.Equal(await _org.PersonIdAsync(Person), Assert.Single(await _org.Database.ReadAsync(db => TemporaryStays.AwayAsync(db, cell, Joined, default))));
        Assert.Empty(await StaysAsync(To, Joined.AddDays(-1)));
        Assert.Empty(await StaysAsync(To, new(2026, 7, 5)));

        await Transfers.EndStayAsync(await SeenAsync(), Joined.AddDays(2));
        Assert.Equal((1, 0), ((await StaysAsync(To, Joined.AddDays(1))).Count, (await StaysAsync(To, Joined.AddDays(2))).Count));
    }

    [Fact]
    public async Task Nobody_meets_in_two_other_cells_at_once_however_the_stays_come_to_overlap()
    {
        var (first, second) = (await StayAsync(To, Issued.AddMonths(-5), Issued.AddMonths(-5), Issued.AddMonths(-1)), await StayAsync("CB-CN", Issued.AddMonths(-1), Issued.AddMonths(-1), Issued.AddMonths(3)));

        await Refusal.IsAsync("Transfer.StaysElsewhere", async () => await Transfers.EndStayAsync(await SeenOfAsync(first), Issued));
        await Refusal.IsAsync("Transfer.StaysElsewhere", async () => await Transfers.CorrectAsync(await SeenOfAsync(second), new("06", Issued.AddMonths(-2), Issued.AddMonths(-2), Issued.AddMonths(-2)), "Gõ nhầm ngày"));

        await Transfers.EndStayAsync(await SeenOfAsync(first), Issued.AddMonths(-2));
        await Transfers.CorrectAsync(await SeenOfAsync(second), new("06", Issued.AddMonths(-2), Issued.AddMonths(-2), Issued.AddMonths(-2)), "Gõ nhầm ngày");
    }

    [Fact]
    public async Task A_stay_does_not_outlast_the_membership_of_the_cell_it_is_from()
    {
        var stay = await StayAsync("CB-CN", Issued.AddMonths(-2), Issued.AddMonths(-2), Issued.AddMonths(4));
        await IssuedAsync(await BetweenAsync());
        await Transfers.JoinAsync(await SeenOfAsync((await _org.Get<TransferRegister>().ListAsync(new(TransferState.Issued))).Rows.Single().Seen.Id), Joined);

        await Refusal.IsAsync("Transfer.NotInCell", async () => await Transfers.EndStayAsync(await SeenOfAsync(stay), Joined.AddDays(1)));
    }

    [Theory]
    [InlineData(false, "2026-03-05", false), InlineData(false, "2026-04-05", true), InlineData(false, "2027-01-05", true), InlineData(false, "2027-01-06", false)]
    [InlineData(true, "2027-12-31", true), InlineData(true, "2028-01-06", false)]
    public async Task A_temporary_stay_lasts_as_long_as_the_rule_lets_it(bool study, string until, bool allowed)
    {
        await DraftAsync(await BetweenAsync() with { Kind = TransferKind.Temporary, Study = study, Until = DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture) });
        async Task IssueAsync() => await Transfers.IssueAsync(await SeenAsync(), "05", Issued);

        if (allowed) await IssueAsync();
        else await Refusal.IsAsync("Transfer.StayLength", IssueAsync);
    }

    [Fact]
    public async Task A_letter_not_presented_within_thirty_days_is_late_and_so_is_a_transfer_after_sixty_working_days()
    {
        await DraftAsync(await BetweenAsync() with { MovedOn = new(2025, 9, 3) });
        var draft = await OnlyAsync();
        Assert.Equal((new(TransferDueKind.Move, new(2025, 11, 26)), true), (draft.Due, draft.IsOverdue)); // twelve weeks without a holiday

        await Transfers.ReviseAsync(draft.Seen, draft.Facts with { MovedOn = null });
        await Transfers.IssueAsync(await SeenAsync(), "05", new(2025, 12, 16));
        var issued = await OnlyAsync();
        Assert.Equal((new(TransferDueKind.Letter, new(2026, 1, 15)), false), (issued.Due, issued.IsOverdue));
        _org.Time.Advance(TimeSpan.FromDays(1));
        Assert.True((await OnlyAsync()).IsOverdue);
        Assert.Single((await _org.Get<TransferRegister>().ListAsync(new(Overdue: true))).Rows);
        Assert.Single(await _org.Get<TransferRegister>().DueAsync(_org.Today));
        await Transfers.ReceiveAsync(await SeenAsync(), _org.Today);
        Assert.Empty(await _org.Get<TransferRegister>().DueAsync(_org.Today));
    }

    [Fact]
    public async Task Returned_or_withdrawn_the_member_stays_and_it_may_begin_again()
    {
        await IssuedAsync(await BetweenAsync());
        await Refusal.IsAsync("Transfer.Twice", () => BetweenDraftAsync());
        await Refusal.IsAsync("History.ReasonMissing", async () => await Transfers.ReturnAsync(await SeenAsync(), Joined, " "));
        await Transfers.ReturnAsync(await SeenAsync(), Joined, "Chưa có quyết định điều động");
        Assert.Equal((From, TransferState.Returned, "Chưa có quyết định điều động"), (await CellAsync(_org.Today), (await OnlyAsync()).State, (await OnlyAsync()).ClosedBecause));
        await Refusal.IsAsync("Transfer.NotIssued", async () => await Transfers.JoinAsync(await SeenAsync(), Joined));

        await BetweenDraftAsync();
        var draft = (await _org.Get<TransferRegister>().ListAsync(new(TransferState.Draft))).Rows.Single();
        await Transfers.WithdrawAsync(draft.Seen, "Không chuyển nữa");
        await BetweenDraftAsync();
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        var (from, to, between) = (await _org.UnitIdAsync(From), await _org.UnitIdAsync(To), await BetweenAsync());
        await Refusal.IsAsync("Transfer.SidesMissing", () => DraftAsync(new(TransferKind.Official, from, Other, to, null)));
        await Refusal.IsAsync("Transfer.SidesMissing", () => DraftAsync(new(TransferKind.Official, from, null, null, " ")));
        await Refusal.IsAsync("Transfer.NoCell", () => DraftAsync(new(TransferKind.Official, null, Other, null, Other)));
        await Refusal.IsAsync("Transfer.SameCell", () => DraftAsync(new(TransferKind.Official, from, null, from, null)));
        await Refusal.IsAsync("Transfer.UntilMissing", () => DraftAsync(between with { Kind = TransferKind.Temporary }));
        await Refusal.IsAsync("Transfer.AdmissionMissing", () => DraftAsync(new(TransferKind.Official, null, Other, to, null)));
        await Refusal.IsAsync("Transfer.NotInCell", () => DraftAsync(new(TransferKind.Official, to, null, from, null)));
        await Refusal.IsAsync("PartyMember.NotACell", async () => await DraftAsync(between with { ToCellId = await _org.UnitIdAsync("DB-SCT") }));
        await IssuedAsync(between);
        await Refusal.IsAsync("Transfer.Ahead", async () => await Transfers.JoinAsync(await SeenAsync(), _org.Today.AddDays(1)));
        await Refusal.IsAsync("Transfer.DaysOutOfOrder", async () => await Transfers.JoinAsync(await SeenAsync(), Issued.AddDays(-1)));
    }

    [Fact]
    public async Task Offices_of_the_cell_left_end_with_the_move()
    {
        await DraftAsync(await BetweenAsync(), "CB005");
        await Transfers.IssueAsync(await SeenAsync(), "05", Issued);
        Assert.Contains((await _org.SnapshotAsync(Joined)).Unit(From)!.Offices, o => o.Person.Code == "CB005");
        await Transfers.JoinAsync(await SeenAsync(), Joined);

        Assert.DoesNotContain((await _org.SnapshotAsync(Joined)).Unit(From)!.Offices, o => o.Person.Code == "CB005");
    }

    [Fact]
    public async Task Another_day_of_joining_moves_the_membership_with_it()
    {
        await IssuedAsync(await BetweenAsync());
        await Transfers.JoinAsync(await SeenAsync(), Joined);
        await Transfers.CorrectAsync(await SeenAsync(), new("06", Issued, Joined.AddDays(-3), Joined.AddDays(-2)), "Gõ nhầm ngày");

        Assert.Equal((From, To), (await CellAsync(Joined.AddDays(-3)), await CellAsync(Joined.AddDays(-2))));
        Assert.Equal(("06", Joined.AddDays(-2)), ((await OnlyAsync()).LetterNumber, (await OnlyAsync()).JoinedOn));
    }

    [Fact]
    public async Task Two_who_confirm_at_once_are_told_of_each_other()
    {
        await IssuedAsync(await BetweenAsync());
        var seen = await SeenAsync();
        await Transfers.JoinAsync(seen, Joined);
        await Assert.ThrowsAsync<ConflictException>(() => Transfers.ReturnAsync(seen, Joined, "Nhầm"));
    }

    [Fact]
    public async Task Reading_the_register_of_others_is_logged()
    {
        await DraftAsync(await BetweenAsync());
        await _org.SignInAsync("cell1");
        await OnlyAsync();
        Assert.Contains(Person, File.ReadAllLines(Path.Combine(_org.Storage.Directory, "read-log.jsonl"))[^1], StringComparison.Ordinal);
    }

    private async Task<TransferFacts> BetweenAsync() => new(TransferKind.Official, await _org.UnitIdAsync(From), null, await _org.UnitIdAsync(To), null);

    private async Task BetweenDraftAsync() => await DraftAsync(await BetweenAsync());

    private async Task DraftAsync(TransferFacts facts, string person = Person) => await Transfers.DraftAsync(await _org.PersonIdAsync(person), facts);

    private async Task IssuedAsync(TransferFacts facts, DateOnly? on = null)
    {
        await DraftAsync(facts);
        await Transfers.IssueAsync((await _org.Get<TransferRegister>().ListAsync(new(TransferState.Draft))).Rows.Single().Seen, "05-GGT/CB", on ?? Issued);
    }

    /// <summary>For a time in another cell; returns the transfer.</summary>
    private async Task<Guid> StayAsync(string cell, DateOnly issued, DateOnly joined, DateOnly until)
    {
        await IssuedAsync(new(TransferKind.Temporary, await _org.UnitIdAsync(From), null, await _org.UnitIdAsync(cell), null) { Until = until }, issued);
        var id = (await _org.Get<TransferRegister>().ListAsync(new(TransferState.Issued))).Rows.Single().Seen.Id;
        await Transfers.JoinAsync(await SeenOfAsync(id), joined);
        return id;
    }

    private async Task<Seen> SeenOfAsync(Guid id) => (await _org.Get<TransferRegister>().ListAsync(new())).Rows.Single(r => r.Seen.Id == id).Seen;

    private async Task<TransferRow> OnlyAsync() => Assert.Single((await _org.Get<TransferRegister>().ListAsync(new())).Rows);

    private async Task<Seen> SeenAsync() => (await OnlyAsync()).Seen;

    private async Task<string?> CellAsync(DateOnly on) => (await _org.SnapshotAsync(on)) is var day && day.Member(await _org.PersonIdAsync(Person)) is { } member ? day.Unit(member.Facts.CellId)!.Code : null;

    private async Task<int> MembersAsync(string cell) => (await _org.SnapshotAsync(Joined)).Unit(cell)!.Members.Count;

    private Task<IReadOnlyList<TemporaryStay>> StaysAsync(string cell, DateOnly on) => _org.Get<TransferRegister>().StaysAsync(cell, on);
}
