using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Staff;
using OrgManager.Targets;

namespace OrgManager.Web.Home;

/// <summary>Reads what one reader's home page and bell show, by what the reader may see.</summary>
public sealed class HomeReader(TargetService targets, OrganisationService organisation, EstablishmentService establishment, DepartureService departures, RosterService roster)
{
    public async Task<HomeFacts> ReadAsync(Actor actor, DateOnly day, CancellationToken ct)
    {
        var facts = new HomeFacts(await targets.ProgressAsync(day, ct), await organisation.TreeAsync(day, ct));
        if (actor.May(Permission.ViewQuota) && facts.Tree.Government.Any(row => row.Posts is not null)) facts = facts with { Posts = await establishment.TableAsync(day, null, ct) };
        if (actor.May(Permission.ViewStaffWork) && facts.Posts is not null) facts = facts with { Leaving = await departures.ListAsync(day, ct: ct) };
        if (actor.May(Permission.ChangeStaffPersonal)) facts = facts with { WithoutSalary = (await roster.ListAsync(new(day) { LacksSalary = true }, new PageRequest(0, 0), ct)).Total };
        return facts;
    }
}
