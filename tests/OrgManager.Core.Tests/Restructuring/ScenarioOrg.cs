using OrgManager.Organisation;

namespace OrgManager.Tests.Restructuring;

/// <summary>One day of the organisation in words, by codes alone: what was only tried out has no lasting numbers.</summary>
internal static class ScenarioOrg
{
    public static string Told(OrgSnapshot day) => string.Join('\n', Lines(day).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Lines(OrgSnapshot day)
    {
        foreach (var unit in day.Units)
            yield return $"unit {unit.Code} '{unit.Name}' '{unit.Facts.ShortName}' {unit.Facts.Kind} under {unit.Parent?.Code} {unit.Facts.Order} {unit.Facts.Autonomy} assigned {unit.Assigned} allocated {unit.Allocated}";
        foreach (var post in day.Posts)
            yield return $"post {post.Person.Code} {post.Unit?.Code} {post.Facts.Category} {post.Facts.Headship} {post.Facts.Order} {post.Facts.Position}";
        foreach (var member in day.Members)
            yield return $"member {member.Person.Code} {day.Unit(member.Facts.CellId)?.Code} {member.Facts.Standing} {string.Join(',', member.Offices.Select(o => $"{day.Unit(o.UnitId)?.Code}:{o.Facts.Post}").Order(StringComparer.Ordinal))}";
        foreach (var coverage in day.Timeline.Coverages)
            if (coverage.History.On(day.Day) is { } facts)
                yield return $"serves {(coverage.UnitId is { } unit ? day.Unit(unit)?.Code : $"{coverage.PersonId}")} by {day.Unit(facts.CellId)?.Code}";
        foreach (var succession in day.Timeline.Successions.Where(s => s.On <= day.Day))
            yield return $"became {day.Timeline.Units.Find(succession.PredecessorId)?.Code} {succession.Kind} {day.Timeline.Units.Find(succession.SuccessorId)?.Code} {succession.On}";
    }
}
