using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>Reads the register of a day out of the timeline: who is in a cell, and who left it since the year began.</summary>
internal sealed class RegisterView(OrgTimeline timeline, DateOnly on)
{
    private readonly OrgSnapshot _snapshot = timeline.On(on);
    private readonly DateOnly _yearBegan = new(on.Year, 1, 1);

    public Register Of(UnitLine line)
    {
        var unit = _snapshot.Unit(line.Id);
        var cells = unit?.WithDescendants().Where(u => u.Kind.Cell).Select(u => new RegisterCell(Ref(u), [.. Rows(u).OrderBy(r => r.SortKey, StringComparer.Ordinal).Select(r => r.Row)])) ?? [];
        return new(UnitNames.Ref(line, on), unit?.Parent is { } above ? Ref(above) : null, unit?.Kind.Cell ?? timeline.Kind(UnitNames.FactsNear(line, on).Kind).Cell, on, [.. cells]);
    }

    private IEnumerable<(string SortKey, RegisterRow Row)> Rows(UnitOn cell)
    {
        foreach (var line in timeline.Members.By(LineKeys.MemberCells)[cell.Id])
            if (StayIn(line, cell.Id) is { } stay && timeline.People.Find(line.PersonId) is { } person) yield return (person.SortKey, Row(person, line, stay));
    }

    /// <summary>The last stretch in the cell that began by the day and did not end before the year.</summary>
    private (DateOnly From, DateOnly Until, Guid? Before, Guid? After)? StayIn(MemberLine line, Guid cellId)
    {
        (DateOnly From, DateOnly Until, Guid? Before, Guid? After)? stay = null;
        Guid? before = null;
        foreach (var span in line.History)
        {
            if (span.Facts.CellId == cellId && span.From <= on) stay = before == cellId && stay is { } goes ? goes with { Until = span.Until, After = null } : (span.From, span.Until, before, null);
            else if (before == cellId && stay is { } ended && ended.Until == span.From) stay = ended with { After = span.Facts.CellId };
            before = span.Facts.CellId;
        }
        return stay is { } last && last.Until >= _yearBegan ? last : null;
    }

    private RegisterRow Row(PersonLine person, MemberLine line, (DateOnly From, DateOnly Until, Guid? Before, Guid? After) stay)
    {
        var left = stay.Until <= on;
        var member = left ? null : _snapshot.Member(person.Id);
        var facts = line.History.On(left ? stay.Until.AddDays(-1) : on)!;
        return new(new(person.Code, person.FullName), person.Id, person.Sex, person.Born, _snapshot.Work(person.Id), line.Admission, stay.From, Ref(stay.Before, stay.From),
            left ? stay.Until : null, left ? Ref(stay.After, stay.Until) : null, left && stay.After is null ? line.EndReason : null, facts, member is null ? [] : [.. _snapshot.Offices(member, facts.CellId)]);
    }

    private UnitRef? Ref(Guid? id, DateOnly day) => id is { } known ? UnitNames.Ref(timeline.Units.Find(known)!, day) : null;

    private static UnitRef Ref(UnitOn unit) => new(unit.Id, unit.Code, unit.Name);
}
