using OrgManager.Party;

namespace OrgManager.Data.Seeding;

/// <summary>Members, offices and coverage of the seed files.</summary>
public sealed class SeedParty(PartyService party, CoverageService coverage)
{
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
