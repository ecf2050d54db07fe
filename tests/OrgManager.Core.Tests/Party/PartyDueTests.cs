using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Tests.Party;

/// <summary>What falls due in the life of cells and members, with the rule behind each.</summary>
public class PartyDueTests : IAsyncLifetime
{
    private static readonly DateOnly New = new(2026, 1, 15);
    private TestOrg _org = null!;
    private PartyService Party => _org.Get<PartyService>();

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task A_probation_is_ahead_then_due_within_30_working_days_then_overdue()
    {
        Assert.Equal(("Ahead", new DateOnly(2020, 3, 26)), await ProbationAsync(new(2020, 3, 1)));
        await Party.JoinAsync(await _org.PersonIdAsync("CB071"), new(new(2024, 12, 1), new(2025, 1, 2), null), await _org.UnitIdAsync("CB-KC"), new(2024, 12, 1));
        Assert.Equal(("Now", new DateOnly(2026, 2, 13)), await ProbationAsync(New));
        Assert.Equal(("Overdue", new DateOnly(2026, 2, 13)), await ProbationAsync(new(2026, 2, 23)));

        async Task<(string, DateOnly)> ProbationAsync(DateOnly on)
        {
            var due = (await DueAsync(on)).First(d => d.Kind is PartyDueKind.Probation or PartyDueKind.ProbationOver);
            return ($"{due.Urgency}", due.On!.Value);
        }
    }

    [Fact]
    public async Task Badges_are_given_on_the_four_days_and_name_their_years()
    {
        var badges = (await DueAsync(new(2022, 10, 21), 12)).Where(d => d.Kind == PartyDueKind.Badge).ToList();
        Assert.NotEmpty(badges);
        Assert.All(badges, b => Assert.Contains((b.On!.Value.Month, b.On.Value.Day), new[] { (2, 3), (5, 19), (9, 2), (11, 7) }));
        Assert.All(badges, b => Assert.True(b.Number >= 30 && b.Rule is not null));
    }

    [Fact]
    public async Task A_cell_that_has_not_met_this_month_or_did_not_in_the_last_is_told_and_no_more_once_it_has()
    {
        var meetings = _org.Get<CellMeetingService>();
        Assert.Equal("MeetingMissing 31/12/2025 Overdue, ThematicMissing 31/12/2025 Overdue, MeetingOpen 31/01/2026 Ahead, ThematicOpen 31/03/2026 Ahead", await ToldAsync());
        await meetings.EnterAsync(await _org.UnitIdAsync("CB-VP"), new(MeetingKind.Thematic, new(2026, 1, 9), new(10, 10)));
        await meetings.EnterAsync(await _org.UnitIdAsync("CB-VP"), new(MeetingKind.Review, new(2025, 12, 9), new(10, 10)));
        Assert.Equal("MeetingMissing 31/12/2025 Overdue, ThematicMissing 31/12/2025 Overdue", await ToldAsync());

        async Task<string> ToldAsync() => string.Join(", ", (await DueAsync(New)).Where(d => d.Unit.Code == "CB-VP" && d.Kind is PartyDueKind.MeetingMissing or PartyDueKind.MeetingOpen or PartyDueKind.ThematicMissing or PartyDueKind.ThematicOpen).Where(d => d.Unit.Code == "CB-VP").OrderBy(d => d.On).ThenBy(d => d.Kind).Select(d => FormattableString.Invariant($"{d.Kind} {d.On:dd/MM/yyyy} {d.Urgency}")));
    }

    [Fact]
    public async Task A_cell_too_small_one_without_a_secretary_and_a_member_elsewhere_name_their_rule()
    {
        await Party.MoveAsync((await Party.MemberOnAsync(await _org.PersonIdAsync("CB036"), New)).Seen, await _org.UnitIdAsync("CB-KC"), new(2026, 1, 10));
        var elsewhere = Assert.Single(await DueAsync(New), d => d.Kind == PartyDueKind.MemberElsewhere);
        Assert.Equal(("CB036", "CB-KC", "Điều lệ Đảng (tổ chức đảng lập theo đơn vị công tác)", false), (elsewhere.Person!.Code, elsewhere.Unit.Code, elsewhere.Rule!.Article, elsewhere.Rule.Confirmed));

        foreach (var member in (await _org.SnapshotAsync(New)).Unit("CB-TTR")!.Members.Skip(2).Select(m => m.Person.Id))
            await Party.MoveAsync((await Party.MemberOnAsync(member, New)).Seen, await _org.UnitIdAsync("CB-VP"), New);
        var small = Assert.Single(await DueAsync(New), d => d.Kind == PartyDueKind.UnderThreeOfficial);
        Assert.Equal(("CB-TTR", 2, 3, "Điều lệ Đảng"), (small.Unit.Code, small.Number, small.Asked, small.Rule!.Article));
    }

    [Fact]
    public async Task An_exemption_of_somebody_not_old_lasts_12_months_and_a_known_end_is_told()
    {
        var person = await _org.PersonIdAsync("CB036");
        await Party.SetParticipationAsync((await Party.MemberOnAsync(person, New)).Seen, Participation.Exempt, new(2025, 1, 1));
        var late = Assert.Single(await DueAsync(New), d => d.Kind == PartyDueKind.ExemptionLong && d.Person!.Code == "CB036");
        Assert.Equal((PartyDueUrgency.Now, new DateOnly(2026, 1, 1), "HD 27-HD/BTCTW"), (late.Urgency, late.On, late.Rule!.Article));

        await Party.SetParticipationAsync((await Party.MemberOnAsync(person, New)).Seen, Participation.Active, new(2026, 4, 1));
        Assert.Equal(new DateOnly(2026, 4, 1), Assert.Single(await DueAsync(New), d => d.Kind == PartyDueKind.ExemptionEnds).On);
        Assert.DoesNotContain(await DueAsync(New), d => d.Kind == PartyDueKind.ExemptionLong && d.Person!.Code == "CB036");
    }

    [Fact]
    public async Task The_end_of_a_suspension_names_the_rule_of_discipline_that_is_in_force()
    {
        var person = await _org.PersonIdAsync("CB036");
        await Party.SetParticipationAsync((await Party.MemberOnAsync(person, New)).Seen, Participation.Suspended, New);
        await Party.SetParticipationAsync((await Party.MemberOnAsync(person, New)).Seen, Participation.Active, new(2026, 4, 1));

        var ends = Assert.Single(await DueAsync(New), d => d.Kind == PartyDueKind.SuspensionEnds);
        Assert.Equal((new DateOnly(2026, 4, 1), "QĐ 296-QĐ/TW (đình chỉ sinh hoạt đảng có thời hạn)"), (ends.On, ends.Rule!.Article));
    }

    [Fact]
    public async Task A_term_ends_by_the_rule_of_the_day_of_its_congress_or_on_the_day_that_was_set()
    {
        var (terms, cell) = (_org.Get<PartyTermService>(), await _org.UnitIdAsync("CB-TTR"));
        await terms.BeginAsync(cell, new("2025–2030", new(2025, 8, 1)));
        Assert.DoesNotContain(await DueAsync(New), d => d.Unit.Code == "CB-TTR" && d.Kind is PartyDueKind.TermEnds or PartyDueKind.TermOver && d.Unit.Code == "CB-TTR");
        var row = (await _org.Get<PartyPaperService>().OfUnitAsync("CB-TTR", New)).Terms[0];
        Assert.Equal(new DateOnly(2030, 8, 1), row.Term.EndsOn);
        await terms.CorrectAsync(row.Seen, row.Facts with { EndsOn = new(2026, 1, 10) }, "Đại hội sớm");
        var over = Assert.Single(await DueAsync(New), d => d.Unit.Code == "CB-TTR" && d.Kind == PartyDueKind.TermOver);
        Assert.Equal((new DateOnly(2026, 1, 10), PartyDueUrgency.Now), (over.On, over.Urgency));
    }

    [Theory]
    [InlineData("2026-07-09", PartyDueUrgency.Now), InlineData("2026-07-10", PartyDueUrgency.Overdue)]
    public async Task A_term_is_overdue_once_the_six_months_by_which_a_congress_may_be_late_are_over(string on, PartyDueUrgency urgency)
    {
        await _org.Get<PartyTermService>().BeginAsync(await _org.UnitIdAsync("CB-TTR"), new("2025–2026", new(2025, 8, 1), new(2026, 1, 10)));
        Assert.Equal(urgency, Assert.Single(await DueAsync(TestDay.Of(on)), d => d.Unit.Code == "CB-TTR" && d.Kind == PartyDueKind.TermOver).Urgency);
    }

    [Fact]
    public async Task Thirty_members_are_too_many_for_a_cell_that_is_a_grassroots_organisation_alone()
    {
        var (from, to) = ((await _org.SnapshotAsync(New)).Tree(Branch.Party).Where(u => u.Kind.Cell && u.Code != "CB-VP").ToList(), await _org.UnitIdAsync("CB-VP"));
        foreach (var member in from.SelectMany(c => c.Members).Select(m => m.Person.Id).Take(25)) await Party.MoveAsync((await Party.MemberOnAsync(member, New)).Seen, to, New);
        Assert.True((await _org.SnapshotAsync(New)).Unit("CB-VP")!.Members.Count >= 30);
        Assert.DoesNotContain(await DueAsync(New), d => d.Kind == PartyDueKind.ThirtyInCell);

        await _org.Units.ChangeAsync((await _org.Units.GetAsync(to)).Seen, New, new OrgUnitEdit { ParentId = null });
        Assert.Equal("CB-VP", Assert.Single(await DueAsync(New), d => d.Kind == PartyDueKind.ThirtyInCell).Unit.Code);
    }

    [Fact]
    public async Task An_exemption_lasts_as_long_as_it_likes_from_the_day_after_the_birthday_on()
    {
        var member = (await Party.MemberOnAsync(await _org.PersonIdAsync("CB036"), New)).Seen;
        var person = await _org.Database.ReadAsync(db => Task.FromResult(db.Timeline.People.First(p => p.Code == "CB036")));
        var birthday = person.Born.AddYears(person.Sex == Sex.Male ? 60 : 55);
        await Party.SetParticipationAsync(member, Participation.Exempt, birthday.AddMonths(-13));
        Assert.Contains(await DueAsync(birthday), d => d.Kind == PartyDueKind.ExemptionLong && d.Person!.Code == "CB036");
        Assert.DoesNotContain(await DueAsync(birthday.AddDays(1)), d => d.Kind == PartyDueKind.ExemptionLong && d.Person!.Code == "CB036");
    }

    [Fact]
    public async Task Who_left_work_has_as_many_working_days_as_a_transfer_has_from_the_same_day()
    {
        var left = new DateOnly(2026, 1, 5);
        var staff = _org.Get<StaffService>();
        await staff.EndAsync([(await staff.EmploymentOnAsync(await _org.PersonIdAsync("CB036"), left)).Seen], left, EmploymentEnd.Resignation);
        var due = Assert.Single(await DueAsync(New), d => d.Kind == PartyDueKind.MemberLeftWork && d.Person!.Code == "CB036");
        Assert.Equal(WorkingDays.After(left, 60), due.On);
    }

    [Theory]
    [InlineData("cell1", "CB-VP"), InlineData("self", "")]
    public async Task Each_is_told_of_the_cells_whose_record_is_theirs(string user, string cells)
    {
        await _org.SignInAsync(user);
        Assert.Equal(cells, string.Join(' ', (await DueAsync(New)).Select(d => d.Unit.Code).Distinct()));
    }

    private Task<IReadOnlyList<PartyDue>> DueAsync(DateOnly on, int months = 6) => _org.Get<PartyDueService>().ListAsync(on, months);
}
