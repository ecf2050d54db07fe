using OrgManager.Common;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Establishment;

/// <summary>Each unit's own posts and people at many days: every level, post and person is looked at once and adds its part to the days it covers, so that no day is built to be counted.</summary>
internal sealed class ForecastSweep
{
    private readonly OrgTimeline _timeline;
    private readonly DateOnly[] _days;
    private readonly Dictionary<Guid, Series> _units = [];

    public ForecastSweep(OrgTimeline timeline, DateOnly[] days) : this(timeline, days, timeline.Employments) { }

    private ForecastSweep(OrgTimeline timeline, DateOnly[] days, IEnumerable<EmploymentLine> people)
    {
        (_timeline, _days) = (timeline, days);
        foreach (var quota in timeline.Quotas) Add(quota);
        foreach (var employment in people) Add(employment);
    }

    /// <summary>Posts alone.</summary>
    public static ForecastSweep OfLevels(OrgTimeline timeline, DateOnly[] days) => new(timeline, days, []);

    public IEnumerable<Guid> Units => _units.Keys;

    /// <summary>The unit's own figures at one of the days; null where it has none on any.</summary>
    public ForecastPoint? At(Guid unitId, int day) => _units.GetValueOrDefault(unitId)?.At(_days[day], day);

    private void Add(QuotaLine quota)
    {
        if (quota.History.Until <= _days[0]) return;
        foreach (var span in quota.History)
        {
            var (first, end) = (At(span.From), At(span.Until));
            if (first == end) continue;
            var unit = Of(quota.UnitId);
            for (var day = first; day < end; day++)
                if (quota.Kind == QuotaKind.Allocated) unit.Allocated[day] = unit.Allocated[day].Plus(quota.Category, span.Facts.Posts);
                else unit.Assigned[day] = (unit.Assigned[day] ?? default).Plus(quota.Category, span.Facts.Posts);
        }
    }

    private void Add(EmploymentLine employment)
    {
        var history = employment.Primary.History;
        if (history.Until <= _days[0] || history.From > _days[^1] || _timeline.People.Find(employment.PersonId) is not { } person) return;
        var (leaves, kind) = ForecastPeople.LeavesOn(employment, person, _days[0]);
        for (var at = history.Count - 1; at >= 0 && history[at].Until > _days[0]; at--)
        {
            var span = history[at];
            var (first, end) = (At(span.From), At(span.Until < leaves ? span.Until : leaves));
            if (first >= end) continue;
            var present = Of(span.Facts.UnitId).Present;
            for (var day = first; day < end; day++) present[day] = present[day].Plus(span.Facts.Category, 1);
        }
        if (history.From > _days[0]) Turn(history[0], history.From, unit => unit.Arriving);
        if (leaves != Effective.Open && history.SpanOn(leaves.AddDays(-1)) is { } last) Turn(last, leaves, unit => kind == DepartureKind.Known ? unit.Leaving : unit.Retiring);
        if (history.SpanOn(_days[0]) is { Facts.Headship: not Headship.None } post) AddTerm(history, post, leaves);
    }

    private void Turn(DatedSpan<AssignmentFacts> post, DateOnly on, Func<Series, PostCounts[]> which)
    {
        var day = At(on);
        if (day >= _days.Length) return;
        var counts = which(Of(post.Facts.UnitId));
        counts[day] = counts[day].Plus(post.Facts.Category, 1);
    }

    /// <summary>An appointment runs out where nothing known ends it before, nor renews it.</summary>
    private void AddTerm(Dated<AssignmentFacts> history, DatedSpan<AssignmentFacts> post, DateOnly leaves)
    {
        var ends = AppointmentTerms.EndOf((history.SetBy((int)AssignmentFields.Headship, post.From) ?? post).From);
        if (ends <= _days[0] || ends >= leaves || At(ends) is var day && day >= _days.Length) return;
        if (history.Any(span => span.From > _days[0] && span.From <= ends && (span.Sets & (int)AssignmentFields.Headship) != 0)) return;
        if (history.On(ends) is { } held) Of(held.UnitId).Terms[day]++;
    }

    private Series Of(Guid unitId) => _units.TryGetValue(unitId, out var known) ? known : _units[unitId] = new(_days.Length);

    /// <summary>The first of the days that is not before this one.</summary>
    private int At(DateOnly day) => Array.BinarySearch(_days, day) is >= 0 and var exact ? exact : ~Array.BinarySearch(_days, day);

    private sealed class Series(int days)
    {
        public PostCounts?[] Assigned { get; } = new PostCounts?[days];
        public PostCounts[] Allocated { get; } = new PostCounts[days];
        public PostCounts[] Present { get; } = new PostCounts[days];
        public PostCounts[] Retiring { get; } = new PostCounts[days];
        public PostCounts[] Leaving { get; } = new PostCounts[days];
        public PostCounts[] Arriving { get; } = new PostCounts[days];
        public int[] Terms { get; } = new int[days];

        public ForecastPoint At(DateOnly on, int day) => new(on, Assigned[day], Allocated[day], Present[day], Allocated[day].Left(Present[day]), Allocated[day].Over(Present[day]),
            Retiring[day], Leaving[day], Arriving[day], Terms[day]);
    }
}
