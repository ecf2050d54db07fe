using OrgManager.Common;
using OrgManager.Decisions;
using OrgManager.Establishment;

namespace OrgManager.Organisation;

/// <summary>Reads the history of one unit out of the timeline.</summary>
internal sealed class UnitEvents(OrgTimeline timeline, UnitLine unit)
{
    private static readonly (OrgUnitFields Field, UnitEventKind Kind)[] Fields =
    [
        (OrgUnitFields.Name, UnitEventKind.NameChanged), (OrgUnitFields.ShortName, UnitEventKind.ShortNameChanged), (OrgUnitFields.Kind, UnitEventKind.KindChanged),
        (OrgUnitFields.Parent, UnitEventKind.ParentChanged), (OrgUnitFields.Order, UnitEventKind.OrderChanged), (OrgUnitFields.Autonomy, UnitEventKind.AutonomyChanged),
    ];

    public IEnumerable<UnitEvent> OfUnit()
    {
        var first = unit.History[0];
        yield return new(first.From, UnitEventKind.Founded)
        {
            After = new(first.Facts.Name), DecisionId = first.DecisionFor((int)OrgUnitFields.Kind), VersionId = first.VersionId, Changes = [Ref(first.VersionId, first.Sets)],
        };
        foreach (var (before, after) in unit.History.Zip(unit.History.Skip(1)))
            foreach (var (field, kind) in Fields.Where(f => (after.Sets & (int)f.Field) != 0))
                yield return new(after.From, kind)
                {
                    Before = Value(field, before), After = Value(field, after), DecisionId = after.DecisionFor((int)field), VersionId = after.VersionId,
                    Changes = [Ref(after.VersionId, (int)field)],
                };
        if (unit.History[^1] is { IsOpen: false } last)
            yield return new(last.Until, UnitEventKind.Ended) { DecisionId = last.EndDecisionId, Changes = [Ref(last.VersionId, 0)] };
    }

    private ChangeRef Ref(Guid versionId, int fields) => new(ChangeOwner.Unit, unit.Id, new(versionId, fields));

    public IEnumerable<UnitEvent> OfQuota() => timeline.Quotas.By(LineKeys.QuotaUnit)[unit.Id].SelectMany(Levels)
        .GroupBy(level => (level.On, level.Kind, level.Quota, level.DecisionId))
        .Select(together => new UnitEvent(together.Key.On, together.Key.Kind)
        {
            Quota = together.Key.Quota, DecisionId = together.Key.DecisionId, Posts = [.. together.Select(level => level.Posts).OrderBy(posts => posts.Category)],
            Changes = [.. together.Select(level => level.Change)],
        });

    private static IEnumerable<(DateOnly On, UnitEventKind Kind, QuotaKind Quota, Guid? DecisionId, UnitQuotaChange Posts, ChangeRef Change)> Levels(QuotaLine quota)
    {
        int? before = null;
        foreach (var level in quota.History)
        {
            yield return (level.From, UnitEventKind.QuotaSet, quota.Kind, level.DecisionFor(1), new(quota.Category, before, level.Facts.Posts), Ref(level, 1));
            before = level.Facts.Posts;
        }
        if (quota.History[^1] is { IsOpen: false } last) yield return (last.Until, UnitEventKind.QuotaEnded, quota.Kind, last.EndDecisionId, new(quota.Category, before, null), Ref(last, 0));

        ChangeRef Ref(DatedSpan<QuotaFacts> level, int fields) => new(ChangeOwner.Quota, quota.Id, new(level.VersionId, fields));
    }

    /// <summary>Who came and who went, those of one day and decision together.</summary>
    public IEnumerable<UnitEvent> OfPeople() => timeline.Employments.By(LineKeys.PostUnits)[unit.Id].SelectMany(Moves)
        .GroupBy(m => (m.On, m.Kind, m.DecisionId))
        .Select(g => new UnitEvent(g.Key.On, g.Key.Kind)
        {
            DecisionId = g.Key.DecisionId,
            People = [.. g.Select(m => m.Person).OrderBy(p => p.SortKey, StringComparer.Ordinal).Select(p => new PersonRef(p.Code, p.FullName))],
        });

    private IEnumerable<(DateOnly On, UnitEventKind Kind, Guid? DecisionId, PersonLine Person)> Moves(EmploymentLine employment)
    {
        if (timeline.People.Find(employment.PersonId) is not { } person) yield break;
        const int place = (int)Staff.AssignmentFields.Unit;
        DatedSpan<Staff.AssignmentFacts>? before = null;
        foreach (var span in employment.Primary.History)
        {
            var (was, comes) = (before?.Facts.UnitId == unit.Id, span.Facts.UnitId == unit.Id);
            if (comes && !was) yield return (span.From, UnitEventKind.Joined, span.DecisionFor(place), person);
            if (was && !comes) yield return (span.From, UnitEventKind.Left, span.DecisionFor(place), person);
            before = span;
        }
        if (before is { IsOpen: false } && before.Facts.UnitId == unit.Id) yield return (before.Until, UnitEventKind.Left, before.EndDecisionId, person);
    }

    private UnitValue? Value(OrgUnitFields field, DatedSpan<OrgUnitFacts> span) => field switch
    {
        OrgUnitFields.Name => new(span.Facts.Name),
        OrgUnitFields.ShortName => span.Facts.ShortName is { } name ? new(name) : null,
        OrgUnitFields.Kind => timeline.Kind(span.Facts.Kind) is var kind ? new(kind.Name, kind.NameEn) : null,
        OrgUnitFields.Parent => span.Facts.ParentId is { } id && timeline.Units.Find(id) is { } parent ? new(UnitNames.On(parent, span.From)) : null,
        OrgUnitFields.Order => new($"{span.Facts.Order}"),
        OrgUnitFields.Autonomy => span.Facts.Autonomy is { } group ? new($"{group}") : null,
        _ => null,
    };
}

internal static class UnitNames
{
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<OrgUnitFacts, string> SortKeys = [];

    /// <summary>What it was called on the day; before its time or after, what it was called first or last.</summary>
    public static string On(UnitLine unit, DateOnly day) => FactsNear(unit, day).Name;

    public static OrgUnitFacts FactsNear(UnitLine unit, DateOnly day) =>
        unit.History.On(day) ?? (day < unit.History.From ? unit.History[0] : unit.History[^1]).Facts;

    public static string SortKey(UnitOn unit) => SortKeys.GetValue(unit.Facts, facts => VietnameseText.SortKey(facts.Name));

    public static UnitRef Ref(UnitLine unit, DateOnly day) => new(unit.Id, unit.Code, On(unit, day));
}
