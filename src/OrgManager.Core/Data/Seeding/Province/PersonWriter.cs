using OrgManager.Common;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Data.Seeding.Province;

/// <summary>People with their working lives and party files, told through the verbs of their aggregates in the order of the days.</summary>
internal static class PersonWriter
{
    public static IEnumerable<Aggregate> Person(PlannedPerson plan, ProvinceIds ids)
    {
        var person = Staff.Person.Register(plan.Facts);
        ids.People[plan] = person.Id;
        yield return person;
        yield return Employment(plan, person.Id, ids);
    }

    public static IEnumerable<Aggregate> Member(PlannedMember plan, ProvinceIds ids)
    {
        var (first, official) = (plan.Cells[0], plan.Admission.OfficialOn);
        var member = PartyMember.Join(ids.People[plan.Person], plan.Admission, ids.Units[first.Cell.Unit], plan.From, ids.Of(first.Decision));
        foreach (var step in plan.Cells.Skip(1)) member.MoveTo(ids.Units[step.Cell.Unit], step.From, ids.Of(step.Decision));
        if (official is { } on && on > plan.From) member.MakeOfficial(on, ids.Of(plan.OfficialBy));
        if (plan.ExemptFrom is { } exempt) member.SetParticipation(Participation.Exempt, exempt, ids.Of(plan.ExemptBy));
        foreach (var office in plan.Offices.OrderBy(o => o.From))
        {
            member.GiveOffice(ids.Units[office.Unit], office.Facts, office.From, ids.Of(office.Decision));
            if (office.Until is { } until) member.EndOffice(ids.Units[office.Unit], office.Facts.Post, until, ids.Of(office.Decision));
        }
        if (plan.Until < DateOnly.MaxValue) member.Leave(plan.Until, plan.Person.LeavesBy == EmploymentEnd.Death ? MembershipEnd.Died : MembershipEnd.TransferOut, ids.Of(plan.LeavesBy));
        yield return member;
    }

    private static Employment Employment(PlannedPerson plan, Guid personId, ProvinceIds ids)
    {
        var employment = Staff.Employment.Begin(personId, Facts(plan.Career[0].Post, ids), plan.From, ids.Of(plan.Career[0].Decision));
        foreach (var (was, step) in plan.Career.Zip(plan.Career.Skip(1))) employment.Change(step.From, Edit(was.Post, step.Post, ids), ids.Of(step.Decision));
        foreach (var salary in plan.Salary) employment.SetSalary(salary.Facts, salary.From, ids.Of(salary.Decision));
        if (plan.HasLeft) employment.End(plan.LeavesOn, plan.LeavesBy, ids.Of(plan.LeavesDecision));
        return employment;
    }

    private static AssignmentFacts Facts(PostStretch post, ProvinceIds ids) => new(ids.Units[post.Unit], post.Category, post.Headship, post.Order, post.Position);

    /// <summary>Names what became otherwise, and no more.</summary>
    private static AssignmentEdit Edit(PostStretch was, PostStretch now, ProvinceIds ids)
    {
        var edit = new AssignmentEdit();
        if (now.Unit != was.Unit) edit = edit with { UnitId = ids.Units[now.Unit] };
        if (now.Category != was.Category) edit = edit with { Category = now.Category };
        if ((now.Headship, now.Order) != (was.Headship, was.Order)) edit = edit with { Leads = (now.Headship, now.Order) };
        if (now.Position != was.Position) edit = edit with { Position = now.Position };
        return edit;
    }
}
