using OrgManager.Party;

namespace OrgManager.Data.Seeding;

/// <summary>Members, offices and coverage of the seed files.</summary>
public sealed class SeedParty(PartyService party, CoverageService coverage, CellMeetingService meetings, RegulationService regulations, PartyTermService terms)
{
    internal Task MeetAsync(IEnumerable<SeedMeeting> held, SeedIndex index) => meetings.EnterAsync([.. held.Select(m => new NewMeeting(index.Unit(m.Cell),
        new(m.Kind, m.On, new(m.Convened, m.Official, m.Probationary), m.Minutes, m.Prepared, m.CommitteeMet)
        {
            ChairId = index.Person(m.Chair), MinutesNumber = m.MinutesNumber, Resolution = m.Resolution, ResolutionOn = m.ResolutionOn, Topic = m.Topic,
        }))]);

    /// <summary>Of cells that no scenario founded there are none.</summary>
    internal async Task BeginTermAsync(SeedTerm t, SeedIndex index)
    {
        if (index.IsUnit(t.Unit)) await terms.BeginAsync(index.Unit(t.Unit), new(t.Name, t.HeldOn));
    }

    /// <inheritdoc cref="BeginTermAsync"/>
    internal async Task IssueAsync(SeedRegulation r, SeedIndex index)
    {
        if (index.IsUnit(r.Unit)) await regulations.IssueAsync(index.Unit(r.Unit), new(r.Number, r.IssuedOn, r.Name, r.From, r.Until));
    }

    internal Task JoinAsync(SeedMember m, SeedIndex index) => party.JoinAsync(
        index.Person(m.Person), new(m.AdmittedOn, m.CeremonyOn, m.OfficialOn), index.Unit(m.Cell), m.CellFrom, index.Decision(m.Decision));

    internal async Task MakeOfficialAsync(SeedMember m, SeedIndex index) =>
        await party.MakeOfficialAsync(await SeenAsync(m.Person, m.OfficialOn!.Value, index), m.OfficialOn.Value, index.Decision(m.Decision));

    internal async Task RunAsync(SeedEvent e, SeedIndex index)
    {
        var decisionId = index.Decision(e.Decision);
        switch (e.Verb)
        {
            case "cell":
                await party.MoveAsync(await SeenAsync(e.Person, e.On.AddDays(-1), index), index.Unit(e.Unit), e.On, decisionId);
                break;
            case "exempt":
                await party.SetParticipationAsync(await SeenAsync(e.Person, e.On, index), Participation.Exempt, e.On, decisionId);
                break;
            case "end-exempt":
                await party.SetParticipationAsync(await SeenAsync(e.Person, e.On, index), Participation.Active, e.On, decisionId);
                break;
            case "leave-party":
                await party.LeaveAsync(await SeenAsync(e.Person, e.On.AddDays(-1), index), e.On, Enum.Parse<MembershipEnd>(e.Value), decisionId);
                break;
            case "office":
                var (post, basis) = e.Value.Split(':') is [var p, var b] ? (p, b) : throw new InvalidDataException($"seed: office {e.Value}");
                await party.GiveOfficeAsync(await SeenAsync(e.Person, e.On, index), index.Unit(e.Unit), new(Enum.Parse<PartyPost>(post), Enum.Parse<OfficeBasis>(basis)), e.On, decisionId);
                break;
            case "end-office":
                await party.EndOfficeAsync(await SeenAsync(e.Person, e.On.AddDays(-1), index), index.Unit(e.Unit), Enum.Parse<PartyPost>(e.Value), e.On, decisionId);
                break;
            case "coverage" when index.IsUnit(e.Value):
                await coverage.CoverUnitAsync(index.Unit(e.Unit), index.Unit(e.Value), e.On, decisionId);
                break;
            case "coverage":
                await coverage.CoverPersonAsync(index.Unit(e.Unit), index.Person(e.Value), e.On, decisionId);
                break;
            case "end-coverage":
                await coverage.EndAsync(index.Unit(e.Unit), index.IsUnit(e.Value) ? index.Unit(e.Value) : index.Person(e.Value), e.On, decisionId);
                break;
            default:
                throw new InvalidDataException($"seed: unknown verb {e.Verb}");
        }
    }

    private async Task<Common.Seen> SeenAsync(string person, DateOnly on, SeedIndex index) => (await party.MemberOnAsync(index.Person(person), on)).Seen;
}
