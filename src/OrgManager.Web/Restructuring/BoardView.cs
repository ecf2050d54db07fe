using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Restructuring;
using OrgManager.Staff;

namespace OrgManager.Web.Restructuring;

/// <summary>One branch of the mapping board: whose cards there are, and in which column each lies.</summary>
public sealed class BoardView
{
    private readonly BoardPlan _plan;
    private readonly ScenarioSimulation _tried;

    /// <param name="steps">All of the scenario, those that cannot be done included.</param>
    public BoardView(IReadOnlyList<ScenarioStep> steps, ScenarioSimulation tried, StepNames names, Branch branch)
    {
        (_plan, _tried) = (new(steps), tried);
        Sources = [.. _plan.Sources.Where(code => tried.Before.Unit(code)?.Branch == branch)];
        Targets = [.. _plan.Targets.Where(code => names.IsParty(code) == (branch == Branch.Party))];
        Cards = [.. Sources.Select(code => tried.Before.Unit(code)!).SelectMany(unit => branch == Branch.Party ? Members(unit) : People(unit))];
    }

    public BoardPlan Plan => _plan;

    /// <summary>Codes of the units with cards, as they stand before.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>Codes of the units of the columns.</summary>
    public IReadOnlyList<string> Targets { get; }
    public IReadOnlyList<BoardCard> Cards { get; }
    public int Placed => Cards.Count(card => card.IsPlaced);

    /// <summary>Those who come to a unit, whoever leads it first.</summary>
    public IEnumerable<BoardCard> In(string unit) => Cards.Where(card => card.IsPlaced && card.At == unit).OrderBy(card => card.Leads is { } leads ? (int)leads : int.MaxValue);

    /// <summary>Those of a unit who are still to be placed.</summary>
    public IEnumerable<BoardCard> Left(string source) => Cards.Where(card => !card.IsPlaced && card.Source == source);

    private IEnumerable<BoardCard> People(UnitOn unit) => unit.Posts
        .OrderBy(post => post.Facts.Headship == Headship.None ? int.MaxValue : (int)post.Facts.Headship).ThenBy(post => post.Facts.Order).ThenBy(post => post.Person.SortKey, StringComparer.Ordinal)
        .Select(post => Card(post.Person, unit, post.Facts.Headship switch { Headship.Head => Leadership.Head, Headship.Deputy => Leadership.Deputy, _ => null }));

    private IEnumerable<BoardCard> Members(UnitOn cell) => cell.Members
        .Select(member => Card(member.Person, cell, member.Offices.FirstOrDefault(office => office.UnitId == cell.Id)?.Facts.Post switch
        {
            PartyPost.Secretary => Leadership.Head, PartyPost.DeputySecretary => Leadership.Deputy, PartyPost.CommitteeMember => Leadership.Member, _ => null,
        }))
        .OrderBy(card => card.Was is { } was ? (int)was : int.MaxValue);

    /// <summary>Whoever stays where they are, in a unit that stays, leads on what they led.</summary>
    private BoardCard Card(PersonLine person, UnitOn unit, Leadership? was)
    {
        var at = _plan.Place(person.Code, unit.Code);
        return new(person.Code, person.FullName, unit.Code, unit.Facts.ShortName ?? unit.Code, was, at, _plan.Leads(person.Code, unit.Code) ?? (at == unit.Code ? was : null), _plan.IsPlaced(person.Code, unit.Code));
    }

    /// <summary>The unit as the steps leave it, as far as they can be done.</summary>
    public UnitOn? After(string unit) => _tried.After.Unit(unit);

    public UnitOn? Before(string unit) => _tried.Before.Unit(unit);
}
