using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Restructuring.Playing;

/// <summary>Steps about people: where they go, what they lead, and by whom they are paid.</summary>
internal sealed class PeopleSteps(ScenarioStage stage, ScenarioReach reach)
{
    public async Task MoveAsync(MovePeopleStep step, CancellationToken ct)
    {
        var to = reach.Demand(stage.Unit(step.To));
        foreach (var code in step.People)
        {
            var person = stage.Person(code);
            var from = to.Branch == Branch.Party ? stage.Day.Member(person.Id) is { } member ? stage.Day.Unit(member.Facts.CellId) : null : stage.Day.Post(person.Id)?.Unit;
            await MoveAsync(code, from ?? throw new RuleBrokenException("Scenario.PersonNotThere", code), to.Id, ct);
        }
    }

    /// <summary>Somebody of a unit or a cell goes to another, where they lead nothing yet.</summary>
    /// <exception cref="RuleBrokenException">Scenario.PersonNotThere: not in that unit or cell on the day.</exception>
    public async Task MoveAsync(string code, UnitOn from, Guid to, CancellationToken ct)
    {
        var person = stage.Person(code);
        reach.Demand(from);
        if (from.Branch == Branch.Party)
        {
            RuleBrokenException.Unless(stage.Day.Member(person.Id)?.Facts.CellId == from.Id, "Scenario.PersonNotThere", code);
            var member = await MemberAsync(person, ct);
            member.FollowOffices([from.Id], to, stage.On, stage.Decisions.Party);
            member.MoveTo(to, stage.On, stage.Decisions.Party, stage.Over(LineOf(person)?.History, (int)MembershipFields.Cell));
            return;
        }
        var post = stage.Day.Post(person.Id);
        RuleBrokenException.Unless(post?.Unit?.Id == from.Id, "Scenario.PersonNotThere", code);
        await ChangeAsync(post!, new() { UnitId = to }, ct);
        if (post!.Facts.Headship != Headship.None) await ChangeAsync(post, new() { Leads = (Headship.None, 0) }, ct);
    }

    public async Task LeadAsync(SetHeadStep step, CancellationToken ct)
    {
        var (unit, person) = (reach.Demand(stage.Unit(step.Unit)), stage.Person(step.Person));
        if (unit.Branch == Branch.Party)
        {
            await LeadCellAsync(unit, person, PostOf(step.Headship), ct);
            return;
        }
        RuleBrokenException.Unless(step.Headship != Leadership.Member, "Scenario.LeadsNothing", step.Person, step.Unit);
        var post = stage.Day.Post(person.Id);
        RuleBrokenException.Unless(post?.Unit?.Id == unit.Id, "Scenario.PersonNotThere", step.Person);
        await ChangeAsync(post!, new() { Leads = (step.Headship == Leadership.Head ? Headship.Head : Headship.Deputy, step.Order) }, ct);
    }

    /// <summary>A cell is led by one of its members, a committee by any; there is one secretary, and nobody is secretary and deputy at once.</summary>
    private async Task LeadCellAsync(UnitOn unit, PersonLine person, PartyPost post, CancellationToken ct)
    {
        RuleBrokenException.Unless(stage.Day.Member(person.Id) is { } there && (!unit.Kind.Cell || there.Facts.CellId == unit.Id), "Scenario.PersonNotThere", person.Code);
        foreach (var office in unit.Offices.Where(o => IsOver(o, person, post)).ToList())
            (await MemberAsync(office.Person, ct)).GiveUpOffice(unit.Id, office.Facts.Post, stage.On, stage.Decisions.Party);
        (await MemberAsync(person, ct)).GiveOffice(unit.Id, new(post, OfficeBasis.Appointed), stage.On, stage.Decisions.Party);
    }

    private static bool IsOver(OfficeOn office, PersonLine person, PartyPost post) => office.Person.Id == person.Id
        ? office.Facts.Post != post && office.Facts.Post is PartyPost.Secretary or PartyPost.DeputySecretary && post is PartyPost.Secretary or PartyPost.DeputySecretary
        : office.Facts.Post == post && post == PartyPost.Secretary;

    /// <exception cref="RuleBrokenException">Scenario.PersonNotThere: not in the unit, or not paid from there.</exception>
    public async Task PayAsync(string code, UnitOn unit, QuotaCategory from, QuotaCategory to, CancellationToken ct)
    {
        var post = stage.Day.Post(stage.Person(code).Id);
        RuleBrokenException.Unless(post?.Unit?.Id == unit.Id && post.Facts.Category == from, "Scenario.PersonNotThere", code);
        await ChangeAsync(post!, new() { Category = to }, ct);
    }

    private async Task ChangeAsync(PostHolder post, AssignmentEdit edit, CancellationToken ct)
    {
        var known = stage.Before.Employments.Find(post.Employment.Id)?.Primary.History;
        (await stage.LoadAsync<Employment>(post.Employment.Id, ct)).Change(stage.On, edit, stage.Decisions.Personnel, stage.Over(known, (int)edit.Sets));
    }

    private Task<PartyMember> MemberAsync(PersonLine person, CancellationToken ct) => stage.LoadAsync<PartyMember>(stage.Day.Member(person.Id)!.Line.Id, ct);

    private MemberLine? LineOf(PersonLine person) => stage.Before.On(stage.On).Member(person.Id)?.Line;

    private static PartyPost PostOf(Leadership leadership) => leadership switch
    {
        Leadership.Head => PartyPost.Secretary,
        Leadership.Deputy => PartyPost.DeputySecretary,
        _ => PartyPost.CommitteeMember,
    };
}
