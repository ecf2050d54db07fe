using OrgManager.Access;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Data.Seeding.Province;

/// <summary>The accounts of <c>seed/accounts.json</c> with people and scopes of the province.</summary>
internal static class ProvinceAccounts
{
    public static IEnumerable<NewUser> Of(IReadOnlyList<SeedAccount> accounts, ProvincePlan plan)
    {
        var present = plan.People.Where(p => !p.HasLeft).ToList();
        var cell = plan.Cells.First(c => c.Unit.Until == DateOnly.MaxValue);
        foreach (var account in accounts)
        {
            var (scope, person) = account.Role switch
            {
                Role.HrOfficer => (plan.Units[0].Code, present.Find(p => Post(p) is { Headship: Headship.None, Unit.Kind: "Office" })),
                Role.Director => (plan.Units[0].Code, Head(present, plan.Units[0])),
                Role.PartyClerk => (plan.Committees[0].Code, present.FindLast(p => Post(p) is { Headship: Headship.None, Unit.Kind: "Office" })),
                Role.CommitteeSecretary => (plan.Committees[0].Code, Secretary(plan, plan.Committees[0])),
                Role.CellSecretary => (cell.Unit.Code, Secretary(plan, cell.Unit)),
                Role.UnitHead when Division(plan, present) is { } unit => (unit.Code, Head(present, unit)),
                Role.Inspector => (null, present.Find(p => Post(p).Unit.Kind == "Inspectorate")),
                Role.Self => (null, present.FindLast(p => Post(p) is { Headship: Headship.None, Unit.Kind: "Division" })),
                _ => ((string?)null, (PlannedPerson?)null),
            };
            yield return new(account.User, AccountService.SamplePassword, account.Role, scope, person?.Facts.Code);
        }
    }

    private static PostStretch Post(PlannedPerson person) => person.Career[^1].Post;

    private static PlannedUnit? Division(ProvincePlan plan, List<PlannedPerson> present) => plan.Units.FirstOrDefault(u => u.Kind == "Division" && Head(present, u) is not null) ?? plan.Units[1];

    private static PlannedPerson? Head(List<PlannedPerson> present, PlannedUnit unit) => present.Find(p => Post(p) is { Headship: Headship.Head } post && post.Unit == unit);

    private static PlannedPerson? Secretary(ProvincePlan plan, PlannedUnit unit) => plan.Members.FirstOrDefault(m => !m.Person.HasLeft
        && m.Offices.Exists(o => o.Unit == unit && o.Facts.Post == PartyPost.Secretary && o.Until is null))?.Person;
}
