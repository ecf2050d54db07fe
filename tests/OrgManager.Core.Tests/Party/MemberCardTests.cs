using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Party;

namespace OrgManager.Tests.Party;

/// <summary>What the page of one member knows, who may know it, and what amends it.</summary>
public class MemberCardTests : IAsyncLifetime
{
    private const string Slip = "Gõ nhầm";
    private static readonly DateOnly Then = new(2019, 10, 21), Ahead = new(2026, 7, 1);
    private TestOrg _org = null!;
    private PartyService Party => _org.Get<PartyService>();
    private MemberAmendmentService Amendments => _org.Get<MemberAmendmentService>();

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task It_tells_admission_cell_offices_and_work_of_the_day()
    {
        var secretary = await SeeAsync("CB005", Then);

        Assert.Equal(("Nông Thị Kim Thoa", true, "CB-VP", Standing.Official), (secretary.FullName, secretary.IsMember, secretary.Cell.Code, secretary.Facts.Standing));
        Assert.Equal([("CB-VP", PartyPost.Secretary, true), ("DB-SCT", PartyPost.CommitteeMember, false)], secretary.Offices.Select(o => (o.Unit.Code, o.Facts.Post, o.InCell)));
        Assert.Equal(("VP", "Chánh Văn phòng"), (secretary.Work!.Unit.Code, secretary.Work.Post));
    }

    [Fact]
    public async Task Every_stretch_stands_with_its_decision_the_newest_first()
    {
        var probationer = await SeeAsync("CB048", Then);

        Assert.Equal((new DateOnly(2019, 3, 26), new DateOnly(2020, 3, 26)), (probationer.Admission.CeremonyOn, probationer.Admission.ProbationEnds));
        Assert.Equal(
            [(new DateOnly(2021, 1, 1), "CB-NLATMT", MembershipFields.Cell), (new(2020, 3, 26), "CB-KTATMT", MembershipFields.Standing), (new(2019, 3, 11), "CB-KTATMT", MembershipFields.All)],
            probationer.Periods.Select(p => (p.From, p.Unit.Code, p.Sets)));
        Assert.Equal("20-QĐ/ĐU", probationer.Periods[^1].Decision?.Number);
    }

    [Fact]
    public async Task Who_has_left_is_told_as_on_the_last_day_with_the_reason()
    {
        var gone = await SeeAsync("CB090", Then);
        Assert.Equal((false, new DateOnly(2016, 7, 1), MembershipEnd.TransferOut, "CB-TM"), (gone.IsMember, gone.EndsOn!.Value, gone.EndReason!.Value, gone.Cell.Code));
        Assert.Equal(MemberPeriodKind.Left, gone.Periods[0].Kind);
    }

    [Fact]
    public async Task Party_age_counts_from_the_decision_less_the_time_out_of_the_party()
    {
        Assert.Equal((new DateOnly(1993, 2, 25), 26, 30), (await AgeAsync("CB001", Then)) switch { var a => (a.CountsFrom, a.Years, a.Badges.Single().Years) });
        Assert.Equal((new DateOnly(2023, 2, 25), new DateOnly(2023, 5, 19)), (await AgeAsync("CB001", Then)).Badges.Single() switch { var b => (b.FullOn, b.GivenOn) });

        await Party.LeaveAsync((await DetailsAsync("CB036")).Seen, new(2026, 1, 1), MembershipEnd.Resigned);
        Assert.DoesNotContain((await AgeAsync("CB036", _org.Today)).Badges, b => b.GivenOn > _org.Today);
        var before = (await SeeAsync("CB036", Then)).Admission;
        await Party.JoinAsync(await _org.PersonIdAsync("CB036"), new(new(2026, 1, 11), new(2026, 1, 12), null), await _org.UnitIdAsync("CB-CN"), new(2026, 1, 11));
        Assert.Equal((before.AdmittedOn, 10), (await AgeAsync("CB036", Ahead)) switch { var a => (a.CountsFrom, a.DaysOut) });
    }

    [Theory]
    [InlineData("partyclerk", true, true, false)]
    [InlineData("secretary", false, true, false)]
    [InlineData("cell1", true, false, false)]
    [InlineData("inspector", false, false, true)]
    public async Task Each_reader_is_offered_what_they_may(string user, bool changes, bool corrects, bool staff)
    {
        await _org.SignInAsync(user);
        var mate = await SeeAsync("CB013", Then);
        Assert.Equal((changes, corrects, staff), (mate.MayChange, mate.MayCorrect, mate.MaySeeStaff));
    }

    [Theory]
    [InlineData("hr", "CB013"), InlineData("director", "CB013"), InlineData("unithead", "CB034"), InlineData("cell1", "CB034"), InlineData("admin", "CB013"), InlineData("partyclerk", "CB071"), InlineData("partyclerk", "CB999")]
    public async Task Whom_the_party_record_is_not_for_is_not_even_told_that_there_is_one(string user, string member)
    {
        await _org.SignInAsync(user);
        await Assert.ThrowsAsync<AccessDeniedException>(() => SeeAsync(member, Then));
    }

    [Fact]
    public async Task Oneself_sees_the_own_file_unlogged_and_another_reader_leaves_a_line()
    {
        await _org.SignInAsync("self");
        Assert.False((await SeeAsync("CB035", Then)).MayChange);
        var log = Path.Combine(_org.Storage.Directory, "read-log.jsonl");
        Assert.False(File.Exists(log));

        await _org.SignInAsync("secretary");
        await SeeAsync("CB035", Then);
        Assert.Contains("\"what\":\"Member\"", Assert.Single(await File.ReadAllLinesAsync(log)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secretary_of_a_cell_ends_no_office_of_the_committee()
    {
        var seen = (await DetailsAsync("CB005")).Seen;
        await _org.SignInAsync("cell1");
        await Assert.ThrowsAsync<AccessDeniedException>(async () => await Party.EndOfficeAsync(seen, await _org.UnitIdAsync("DB-SCT"), PartyPost.CommitteeMember, Ahead));
    }

    [Fact]
    public async Task A_correction_is_kept_with_its_reason_and_every_process_sees_it()
    {
        var details = await DetailsAsync("CB033");
        var office = details.Offices.Single(o => o.Facts.Post == PartyPost.Secretary);
        await Amendments.CorrectOfficeAsync(details.Seen, office.OfficeId, new(PartyPost.Secretary, OfficeBasis.InCharge), Slip);
        await Assert.ThrowsAsync<ConflictException>(() => Amendments.CorrectOfficeAsync(details.Seen, office.OfficeId, new(PartyPost.Secretary, OfficeBasis.Appointed), Slip));

        await using var other = _org.Beside();
        Assert.Contains((await other.Get<MemberService>().CardAsync("CB033", Then)).Offices, o => o.Facts is { Post: PartyPost.Secretary, Basis: OfficeBasis.InCharge });
    }

    [Fact]
    public async Task An_office_called_off_is_gone_for_every_process()
    {
        await using var other = _org.Beside();
        await Party.GiveOfficeAsync((await DetailsAsync("CB036")).Seen, await _org.UnitIdAsync("CB-CN"), new(PartyPost.CommitteeMember, OfficeBasis.Appointed), Ahead);
        Assert.Single((await other.Get<MemberService>().CardAsync("CB036", Ahead)).Offices);

        var details = await DetailsAsync("CB036");
        await Amendments.WithdrawOfficeAsync(details.Seen, details.Offices.Single().OfficeId);

        Assert.Empty((await SeeAsync("CB036", Ahead)).Offices);
        Assert.Empty((await other.Get<MemberService>().CardAsync("CB036", Ahead)).Offices);
    }

    [Fact]
    public async Task An_office_is_not_corrected_beyond_the_membership()
    {
        var details = await DetailsAsync("CB033");
        await Party.LeaveAsync(details.Seen, Ahead, MembershipEnd.TransferOut);
        details = await DetailsAsync("CB033");
        var office = details.Offices.First(o => o.Until == Ahead);
        await Refusal.IsAsync("PartyMember.NotThere", () => Amendments.CorrectOfficeEndAsync(details.Seen, office.OfficeId, Ahead.AddDays(1), Slip));
        await Amendments.WithdrawEndAsync(details.Seen);
        Assert.Null((await SeeAsync("CB033", Ahead)).EndsOn);
    }

    [Theory]
    [InlineData("thoa", true, "CB005"), InlineData("Đặng", true, ""), InlineData("CB071", false, "CB071")]
    public async Task People_are_found_without_accents_members_and_others_apart(string text, bool members, string first)
    {
        await _org.SignInAsync("partyclerk");
        var found = await _org.Get<MemberService>().FindAsync(text, Then, members);
        Assert.All(found, p => Assert.Equal(members, p.IsMember));
        if (first.Length > 0) Assert.Equal(first, found[0].Code);
    }

    [Fact]
    public async Task A_secretary_finds_for_admission_whom_the_own_cell_serves()
    {
        await _org.SignInAsync("cell1");
        var found = await _org.Get<MemberService>().FindAsync("", Then, members: false, take: 100);
        Assert.NotEmpty(found);
        Assert.All(found, p => Assert.Equal("VP", p.Work!.Unit.Code));
    }

    private Task<MemberCard> SeeAsync(string code, DateOnly on) => _org.Get<MemberService>().CardAsync(code, on);

    private async Task<PartyAge> AgeAsync(string code, DateOnly on) => (await SeeAsync(code, on)).Age;

    private async Task<MemberDetails> DetailsAsync(string person) => await Party.MemberOnAsync(await _org.PersonIdAsync(person), new(2025, 12, 1));
}
