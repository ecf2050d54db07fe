using OrgManager.Common;
using OrgManager.Organisation;
using OrgManager.Party;

namespace OrgManager.Tests.Party;

/// <summary>Members, offices and coverage among cells that are there; and what is refused.</summary>
public class PartyServiceTests : IAsyncLifetime
{
    private static readonly DateOnly New = new(2026, 1, 10), Ahead = new(2026, 7, 1);
    private static readonly AdmissionFacts Days = new(new(2025, 1, 1), new(2025, 1, 15), null);
    private TestOrg _org = null!;
    private PartyService Party => _org.Get<PartyService>();
    private CoverageService Coverage => _org.Get<CoverageService>();

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task Somebody_is_a_member_of_one_cell_at_a_time() => await Refusal.IsAsync("PartyMember.TwoAtOnce", async () => await JoinAsync("CB036", "CB-VP"));

    [Fact]
    public async Task Members_belong_to_cells_and_to_nothing_else()
    {
        await Refusal.IsAsync("PartyMember.NotACell", () => JoinAsync("CB071", "DB-SCT"));
        await Refusal.IsAsync("OrgUnit.OtherBranch", () => JoinAsync("CB071", "KC"));
        await Refusal.IsAsync("OrgUnit.EndsBefore", () => JoinAsync("CB071", "CB-NL", new(2020, 12, 1)));
        await Refusal.IsAsync("OrgUnit.NotYetThere", () => JoinAsync("CB071", "CB-NLATMT", new(2020, 12, 31)));
        await Assert.ThrowsAsync<NotFoundException>(async () => await Party.JoinAsync(Guid.NewGuid(), Days, await _org.UnitIdAsync("CB-KC"), New));
    }

    [Fact]
    public async Task Who_joins_counts_in_the_cell_from_that_day()
    {
        await JoinAsync("CB071", "CB-KC");
        Assert.Equal((0, 1), ((await _org.SnapshotAsync(New.AddDays(-1))).Unit("CB-KC")!.Probationary, (await _org.SnapshotAsync(New)).Unit("CB-KC")!.Probationary));
    }

    [Fact]
    public async Task An_office_is_held_in_a_party_unit_while_one_is_a_member()
    {
        var seen = await SeenAsync("CB036");
        await Refusal.IsAsync("OrgUnit.OtherBranch", async () => await Party.GiveOfficeAsync(seen, await _org.UnitIdAsync("QLCN"), new(PartyPost.Secretary, OfficeBasis.Elected), New));
        await Refusal.IsAsync("PartyMember.NotThere", async () => await Party.GiveOfficeAsync(seen, await _org.UnitIdAsync("CB-CN"), new(PartyPost.Secretary, OfficeBasis.Elected), new(2014, 1, 1)));
        await Assert.ThrowsAsync<NotFoundException>(async () => await Party.EndOfficeAsync(seen, await _org.UnitIdAsync("CB-CN"), PartyPost.Secretary, New));
    }

    [Fact]
    public async Task Who_leaves_holds_no_office_any_more()
    {
        await Party.LeaveAsync(await SeenAsync("CB033"), Ahead, MembershipEnd.TransferOut);
        var after = await _org.SnapshotAsync(Ahead);
        Assert.Null(after.Member(await _org.PersonIdAsync("CB033")));
        Assert.DoesNotContain(after.Units.SelectMany(u => u.Offices), o => o.Person.Code == "CB033");
    }

    [Fact]
    public async Task Only_what_is_ahead_is_taken_back()
    {
        var person = await _org.PersonIdAsync("CB036");
        await Party.SetParticipationAsync(await SeenAsync("CB036"), Participation.Suspended, Ahead);
        await Refusal.IsAsync("History.InForce", async () => await _org.Get<MemberAmendmentService>().WithdrawAsync(await SeenAsync("CB036"), (await _org.SnapshotAsync(New)).Member(person)!.Span.VersionId));
        await _org.Get<MemberAmendmentService>().WithdrawAsync(await SeenAsync("CB036"), (await _org.SnapshotAsync(Ahead)).Member(person)!.Span.VersionId);
        Assert.Equal(Participation.Active, (await _org.SnapshotAsync(Ahead)).Member(person)!.Facts.Participation);
    }

    [Fact]
    public async Task The_second_of_two_edits_is_told_what_is_true_now()
    {
        var stale = await SeenAsync("CB036");
        await using var other = _org.Beside();
        await other.Get<PartyService>().SetParticipationAsync(stale, Participation.Exempt, New);
        var conflict = await Assert.ThrowsAsync<ConflictException>(() => Party.SetParticipationAsync(stale, Participation.Suspended, New));
        Assert.Equal(stale.Version + 1, Assert.IsType<MemberDetails>(conflict.Current).Seen.Version);
    }

    [Fact]
    public async Task A_cell_serves_a_government_unit_or_a_leader_once()
    {
        var (cell, unit) = (await _org.UnitIdAsync("CB-VP"), await _org.UnitIdAsync("VP"));
        await Refusal.IsAsync("Coverage.Twice", () => Coverage.CoverUnitAsync(cell, unit, New));
        await Refusal.IsAsync("OrgUnit.OtherBranch", () => Coverage.CoverUnitAsync(cell, cell, New));
        await Refusal.IsAsync("OrgUnit.NotYetThere", async () => await Coverage.CoverUnitAsync(cell, await _org.UnitIdAsync("NLATMT"), new(2020, 12, 31)));
        await Refusal.IsAsync("OrgUnit.EndsBefore", async () => await Coverage.CoverUnitAsync(await _org.UnitIdAsync("CB-NL"), unit, new(2019, 1, 1)));

        await Coverage.EndAsync(cell, unit, New);
        await Coverage.CoverUnitAsync(cell, unit, Ahead);
        await Refusal.IsAsync("History.Ended", () => Coverage.EndAsync(cell, unit, New));
        await Assert.ThrowsAsync<NotFoundException>(() => Coverage.EndAsync(cell, unit, New.AddDays(1)));
    }

    [Fact]
    public async Task A_cell_is_found_wanting_where_the_statutes_ask_for_more()
    {
        await _org.Units.FoundAsync(new("CB-MOI", Branch.Party, new("Chi bộ mới", "Cell", await _org.UnitIdAsync("DB-SCT"))), New);
        Assert.Equal([CellFinding.UnderThreeOfficial, CellFinding.NoSecretary, CellFinding.CoversNobody], await FindingsAsync("CB-MOI"));

        foreach (var code in new[] { "CB006", "CB007", "CB008" }) await Party.MoveAsync(await SeenAsync(code), await _org.UnitIdAsync("CB-TTR"), New);
        Assert.Equal([CellFinding.NineWithoutCommittee], await FindingsAsync("CB-TTR"));
        await Party.EndOfficeAsync(await SeenAsync("CB019"), await _org.UnitIdAsync("CB-TTR"), PartyPost.Secretary, New);
        Assert.Equal([CellFinding.NineWithoutCommittee, CellFinding.NoSecretary], await FindingsAsync("CB-TTR"));
    }

    private async Task<Guid> JoinAsync(string person, string cell, DateOnly? from = null) =>
        await Party.JoinAsync(await _org.PersonIdAsync(person), Days, await _org.UnitIdAsync(cell), from ?? New);

    private async Task<Seen> SeenAsync(string person) => (await Party.MemberOnAsync(await _org.PersonIdAsync(person), New)).Seen;

    private async Task<IReadOnlyList<CellFinding>> FindingsAsync(string cell) => (await _org.Get<CellService>().ListAsync(New)).Cells.Single(c => c.Code == cell).Findings;
}
