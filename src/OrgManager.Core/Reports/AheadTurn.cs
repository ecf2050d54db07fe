using OrgManager.Access;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Reports;

/// <summary>One day ahead: what is other on it than on the day before.</summary>
internal sealed class AheadTurn(OrgTimeline timeline, DateOnly day)
{
    private readonly OrgSnapshot _before = timeline.On(day.AddDays(-1)), _after = timeline.On(day);

    /// <summary>Units of the government; what became of a unit is told once, not again as its end or beginning.</summary>
    public IEnumerable<AheadLine> Units()
    {
        var successions = timeline.Successions.Where(s => s.On == day && IsGovernment(s.SuccessorId)).ToList();
        var told = successions.SelectMany(s => new[] { s.PredecessorId, s.SuccessorId }).ToHashSet();
        foreach (var group in successions.GroupBy(s => (s.Kind, Key: s.Kind is SuccessionKind.Divide or SuccessionKind.Separate ? s.PredecessorId : s.SuccessorId)))
            yield return new(day, Enum.Parse<AheadKind>(group.Key.Kind.ToString()), Refs(group.Select(s => s.PredecessorId)))
            {
                Becomes = Refs(group.Select(s => s.SuccessorId)), DecisionId = group.Select(s => s.DecisionId).FirstOrDefault(id => id is not null),
            };
        foreach (var unit in OrgSnapshot.InOrder(_before.Units.Concat(_after.Units).Where(u => u.Branch == Branch.Government).DistinctBy(u => u.Id)))
            foreach (var line in Of(_before.Unit(unit.Id), _after.Unit(unit.Id), told.Contains(unit.Id))) yield return line;
    }

    /// <summary>Posts of units that are there before and after; a new level of what is allocated is told only where none is assigned.</summary>
    public IEnumerable<AheadLine> Posts(Scope quota)
    {
        foreach (var after in OrgSnapshot.InOrder(_after.Units.Where(u => u.Branch == Branch.Government && quota.Includes(u.Id))))
        {
            if (_before.Unit(after.Id) is not { } before) continue;
            var assigned = (before.Assigned ?? PostCounts.None, After: after.Assigned ?? PostCounts.None);
            if (assigned.Item1 != assigned.After) yield return Line(AheadKind.Assigned, after, assigned, QuotaKind.Assigned);
            else if (before.Allocated != after.Allocated) yield return Line(AheadKind.Allocated, after, (before.Allocated, after.Allocated), QuotaKind.Allocated);
        }
    }

    /// <summary>Where there are more deputies than there may be, or no more, unlike the day before.</summary>
    public IEnumerable<AheadLine> Deputies(Scope quota) =>
        from unit in OrgSnapshot.InOrder(_after.Units.Where(u => u.Branch == Branch.Government && quota.Includes(u.Id)))
        let was = _before.Unit(unit.Id) is { } before ? Surplus(before, day.AddDays(-1)) : 0
        let surplus = Surplus(unit, day)
        where was != surplus
        select new AheadLine(day, surplus > 0 ? AheadKind.Surplus : AheadKind.SurplusEnds, [Ref(unit)]) { Count = surplus };

    /// <summary>Posts left on the day in units that go on, as far as nobody is known to follow, the unit keeps the post and may still have such a deputy.</summary>
    /// <param name="leaving">All who leave, in reach or not: they count among the posts that are free.</param>
    public IEnumerable<AheadLine> Vacancies(Scope staff, IReadOnlyList<Leaving> leaving)
    {
        var left = leaving.Where(l => l.On == day).Select(l => _before.Post(l.Post.Person.Id)).OfType<PostHolder>().Concat(Moved())
            .Where(p => staff.IncludesPerson(p.Person.Id, p.Facts.UnitId, null)).DistinctBy(p => p.Person.Id);
        foreach (var group in left.GroupBy(p => (p.Facts.UnitId, p.Facts.Headship, p.Facts.Category, Title: PostTitles.Of(p.Facts, p.Unit?.Kind))))
        {
            if (_after.Unit(group.Key.UnitId) is not { } unit) continue;
            var follow = unit.Posts.Count(p => p.Facts.Headship == group.Key.Headship && p.Facts.Category == group.Key.Category && !Stood(p));
            var vacant = Math.Min(group.Count() - follow, Room(unit, group.Key.Headship, group.Key.Category, leaving));
            if (vacant <= 0) continue;
            var one = group.First();
            yield return new(day, AheadKind.Vacancy, [Ref(unit)])
            {
                Post = group.Key.Title, PostEn = PostTitles.EnglishOf(one.Facts, one.Unit?.Kind), Category = group.Key.Category, Headship = group.Key.Headship, Count = vacant,
                DecisionId = group.Select(EndDecision).FirstOrDefault(id => id is not null),
            };
        }
    }

    /// <summary>How many more such posts there may be in the unit from the day on; those who have left by then still stand in the timeline where no decision ends their post.</summary>
    private int Room(UnitOn unit, Headship headship, QuotaCategory category, IReadOnlyList<Leaving> leaving)
    {
        var gone = leaving.Where(l => l.On <= day).Select(l => l.Post.Person.Id).ToHashSet();
        var there = unit.Posts.Where(p => !gone.Contains(p.Person.Id)).ToList();
        return headship switch
        {
            Headship.Head => 1,
            Headship.Deputy => DeputyCaps.Of(unit, day) is { } cap ? cap.Most - there.Count(p => p.Facts.Headship == Headship.Deputy) : int.MaxValue,
            _ => unit.Allocated[category] - there.Count(p => p.Facts.Category == category),
        };
    }

    private static int Surplus(UnitOn unit, DateOnly on) => DeputyCaps.Of(unit, on) is { IsAbove: true } cap ? cap.Deputies - cap.Most : 0;

    /// <summary>Heads and deputies who go to another post: the one they leave is vacant.</summary>
    private IEnumerable<PostHolder> Moved() => _before.Posts.Where(p => p.Facts.Headship != Headship.None
        && _after.Post(p.Person.Id) is { } next && (next.Facts.UnitId, next.Facts.Headship) != (p.Facts.UnitId, p.Facts.Headship));

    private bool Stood(PostHolder post) => _before.Post(post.Person.Id) is { } before && (before.Facts.UnitId, before.Facts.Headship) == (post.Facts.UnitId, post.Facts.Headship);

    private Guid? EndDecision(PostHolder post) => post.Span.Until != day ? null : post.Span.EndDecisionId ?? _after.Post(post.Person.Id)?.Span.Says.FirstOrDefault(s => s.DecisionId is not null)?.DecisionId;

    private IEnumerable<AheadLine> Of(UnitOn? before, UnitOn? after, bool told)
    {
        if (before is null || after is null)
        {
            if (!told) yield return new(day, after is null ? AheadKind.Ended : AheadKind.Founded, [Ref((after ?? before)!)]) { DecisionId = after is null ? before!.Span.EndDecisionId : Said(after) };
            yield break;
        }
        if (before.Name != after.Name && !told) yield return new(day, AheadKind.Renamed, [Ref(before)]) { Becomes = [Ref(after)], DecisionId = Said(after) };
        if (before.Parent?.Id != after.Parent?.Id && after.Parent is { } parent) yield return new(day, AheadKind.Moved, [Ref(after)]) { Becomes = [Ref(parent)], DecisionId = Said(after) };
        if (before.Facts.Autonomy != after.Facts.Autonomy) yield return new(day, AheadKind.Autonomy, [Ref(after)]) { Autonomy = (before.Facts.Autonomy, after.Facts.Autonomy), DecisionId = Said(after) };
    }

    private AheadLine Line(AheadKind kind, UnitOn unit, (PostCounts, PostCounts) posts, QuotaKind quota) => new(day, kind, [Ref(unit)])
    {
        Posts = posts,
        DecisionId = timeline.Quotas.By(LineKeys.QuotaUnit)[unit.Id].Where(q => q.Kind == quota).Select(q => q.History.SpanOn(day)).OfType<Common.DatedSpan<QuotaFacts>>()
            .Where(s => s.From == day).SelectMany(s => s.Says).Select(s => s.DecisionId).FirstOrDefault(id => id is not null),
    };

    private static Guid? Said(UnitOn unit) => unit.Span.Says.Select(s => s.DecisionId).FirstOrDefault(id => id is not null);

    private bool IsGovernment(Guid unitId) => timeline.Units.Find(unitId)?.Branch == Branch.Government;

    private UnitRef[] Refs(IEnumerable<Guid> units) => [.. units.Distinct().Select(id => _after.Unit(id) ?? _before.Unit(id)).OfType<UnitOn>().Select(Ref)];

    private static UnitRef Ref(UnitOn unit) => new(unit.Id, unit.Code, unit.Name);
}
