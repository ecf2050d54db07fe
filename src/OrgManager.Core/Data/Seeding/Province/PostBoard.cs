using OrgManager.Establishment;
using OrgManager.Staff;

namespace OrgManager.Data.Seeding.Province;

/// <summary>The posts by the unit they stand in now, and by the days on which they change.</summary>
internal sealed class PostBoard
{
    private const int YearsToLead = 5, TriesElsewhere = 4;

    private readonly Dictionary<PlannedUnit, List<PlannedPost>> _byUnit = [];
    private readonly Dictionary<PlannedUnit, List<PlannedUnit>> _units = [];
    private readonly Dictionary<DateOnly, List<(PlannedPost, PostStretch)>> _turns = [];
    private readonly Dictionary<DateOnly, int> _openedOn = [];
    private int _later;

    public PostBoard(IReadOnlyList<PlannedPost> posts)
    {
        foreach (var post in posts)
            foreach (var stretch in post.Stretches)
            {
                if (!_turns.TryGetValue(stretch.From, out var turns)) _turns[stretch.From] = turns = [];
                turns.Add((post, stretch));
            }
        foreach (var opened in posts.GroupBy(p => p.From)) _openedOn[opened.Key] = opened.Count();
        _later = posts.Count;
    }

    /// <summary>What posts become on a day, in the order in which they were planned.</summary>
    public List<(PlannedPost Post, PostStretch Stretch)> TurnsOn(DateOnly day)
    {
        _later -= _openedOn.GetValueOrDefault(day);
        return _turns.GetValueOrDefault(day) ?? [];
    }

    /// <summary>Posts still to be opened.</summary>
    public int Later() => _later;

    public void Put(PlannedPost post, PostStretch stretch)
    {
        if (stretch != post.Stretches[0]) Remove(post);
        post.Now = stretch;
        PostsOf(stretch.Unit).Add(post);
    }

    public void Remove(PlannedPost post) => PostsOf(post.Now.Unit).Remove(post);

    /// <summary>Who is to lead: a deputy of the unit, else the longest-serving of its staff, else somebody of the department.</summary>
    public PlannedPost? Successor(PlannedPost post, DateOnly day, Dice dice)
    {
        var unit = post.Now.Unit;
        return PostsOf(unit).Where(p => IsReady(p, post, day)).MinBy(p => (p.Now.Headship == Headship.Deputy ? p.Now.Order : 9, p.Holder!.From, p.Holder.Index))
            ?? Elsewhere(unit, dice).Select(other => PostsOf(other).Where(p => !p.Leads && IsReady(p, post, day)).MinBy(p => (p.Holder!.From, p.Holder.Index))).FirstOrDefault(p => p is not null);
    }

    /// <summary>Somebody of the same department and pay who moves into a vacant post.</summary>
    public PlannedPost? Mover(PlannedPost post, DateOnly day, Dice dice) =>
        Elsewhere(post.Now.Unit, dice).Select(other => PostsOf(other).FirstOrDefault(p => !p.Leads && p.Now.Category == post.Now.Category && HasServed(p, day, 2))).FirstOrDefault(p => p is not null);

    private static bool IsReady(PlannedPost post, PlannedPost lead, DateOnly day) =>
        post != lead && post.Now.Category != QuotaCategory.SupportContract && HasServed(post, day, YearsToLead) && Fits(post.Now.Category, lead.Now.Category)
        && (!post.Leads || (post.Now.Headship == Headship.Deputy && lead.Now.Headship == Headship.Head));

    private static bool HasServed(PlannedPost post, DateOnly day, int years) => post.Holder is { } holder && holder.Career[^1].From.AddYears(years) <= day;

    private static bool Fits(QuotaCategory of, QuotaCategory to) => (of == QuotaCategory.CivilServant) == (to == QuotaCategory.CivilServant);

    /// <summary>A few other units of the department, at random.</summary>
    private IEnumerable<PlannedUnit> Elsewhere(PlannedUnit unit, Dice dice)
    {
        var among = _units[unit.Department];
        for (var i = 0; i < TriesElsewhere; i++)
            if (dice.Pick<PlannedUnit>(among) is var other && other != unit) yield return other;
    }

    private List<PlannedPost> PostsOf(PlannedUnit unit)
    {
        if (_byUnit.TryGetValue(unit, out var posts)) return posts;
        if (!_units.TryGetValue(unit.Department, out var units)) _units[unit.Department] = units = [];
        units.Add(unit);
        return _byUnit[unit] = [];
    }
}
