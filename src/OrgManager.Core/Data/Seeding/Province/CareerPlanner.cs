using OrgManager.Staff;

namespace OrgManager.Data.Seeding.Province;

/// <summary>The years month by month: who leaves, which posts change or are cut, who follows whom, who is taken on.</summary>
internal sealed class CareerPlanner(ProvinceSize size, IReadOnlyList<PlannedPost> posts, int lastPosts, PeopleDrawer people, DecisionBook decisions)
{
    private const double MovesIntoVacancy = 0.25, LeaderFoundAtOnce = 0.6;

    private readonly Dice _dice = new(size.Seed, "careers");
    private readonly PostBoard _board = new(posts);
    private readonly Queue<PlannedPost> _vacant = new();
    private readonly List<PlannedPost> _leaderless = [];
    private readonly Dictionary<PlannedPerson, PlannedPost> _held = [];
    private readonly Dictionary<DateOnly, List<PlannedPerson>> _leaving = [];
    private int _open;

    private int Present => _held.Count;

    public void Run()
    {
        var months = size.Years * 12;
        for (var month = 0; month <= months; month++)
        {
            var day = size.FirstDay.AddMonths(month);
            Leave(day);
            OpenAndChange(day);
            if (day.Month == 1 && PostCuts.IsYear(size, day.Year)) Cut(day);
            FindLeaders(day, always: month == 0);
            Recruit(day, month == months ? size.People : Wanted(day));
            if (month == months) LetGo(day);
        }
    }

    private void Leave(DateOnly day)
    {
        if (!_leaving.Remove(day, out var leaving)) return;
        foreach (var person in leaving) Leave(person, day);
    }

    private void Leave(PlannedPerson person, DateOnly day)
    {
        _held.Remove(person, out var post);
        person.LeavesDecision = decisions.Staff(post!.Now.Unit.Department, day);
        Vacate(post);
    }

    private void Vacate(PlannedPost post)
    {
        post.Holder = null;
        if (post.Leads) _leaderless.Add(post);
        else _vacant.Enqueue(post);
    }

    private void OpenAndChange(DateOnly day)
    {
        foreach (var (post, stretch) in _board.TurnsOn(day))
        {
            if (post.Until <= day) continue;
            var led = post.Leads;
            _board.Put(post, stretch);
            if (post.Holder is { } holder) Step(holder, post, day);
            else if (stretch == post.Stretches[0]) { _open++; Vacate(post); }
            else if (led && !post.Leads) { _leaderless.Remove(post); _vacant.Enqueue(post); }
        }
    }

    /// <summary>Tinh giản: vacant posts are cut on a first of January.</summary>
    private void Cut(DateOnly day)
    {
        var most = Math.Min(_open + _board.Later() - lastPosts, (int)Math.Ceiling(_open * PostCuts.PerYear));
        for (var seen = _vacant.Count; seen > 0; seen--)
        {
            var post = _vacant.Dequeue();
            if (most <= 0 || post.From == day) { _vacant.Enqueue(post); continue; }
            (post.Until, _open, most) = (day, _open - 1, most - 1);
            _board.Remove(post);
        }
    }

    /// <summary>Room is left for the cuts of the next year.</summary>
    private int Wanted(DateOnly day)
    {
        var planned = Math.Max(lastPosts - _board.Later(), _open * (PostCuts.IsYear(size, day.Year + 1) ? 1 - PostCuts.PerYear : 1));
        return Math.Min((int)(planned * size.People / lastPosts), PostCuts.IsOver(size, day.Year) ? size.People : int.MaxValue);
    }

    private void FindLeaders(DateOnly day, bool always)
    {
        for (var i = 0; i < _leaderless.Count; i++)
        {
            var post = _leaderless[i];
            if (!always && !_dice.Chance(LeaderFoundAtOnce)) continue;
            if (_board.Successor(post, day, _dice) is { } next) Move(next, post, day);
            else if (always || Present < size.People) TakeOn(post, day);
            else continue;
            _leaderless.RemoveAt(i--);
        }
    }

    private void Recruit(DateOnly day, int wanted)
    {
        for (var waiting = _vacant.Count; waiting > 0 && Present < wanted; waiting--)
        {
            var post = _vacant.Dequeue();
            if (day > size.FirstDay && _dice.Chance(MovesIntoVacancy) && _board.Mover(post, day, _dice) is { } mover) Move(mover, post, day);
            else TakeOn(post, day);
        }
        while (Present < wanted && _vacant.TryDequeue(out var post)) TakeOn(post, day);
        for (var i = 0; Present < wanted && i < _leaderless.Count; i++) TakeOn(_leaderless[i], day);
        _leaderless.RemoveAll(p => p.Holder is not null);
    }

    /// <summary>A small province may have more people on the last day than it was to have.</summary>
    private void LetGo(DateOnly day)
    {
        foreach (var person in people.All.Where(_held.ContainsKey).Where(p => !_held[p].Leads && p.From < day && p.Career[^1].From < day).Reverse().Take(Present - size.People).ToList())
        {
            (person.LeavesOn, person.LeavesBy) = (day, EmploymentEnd.Transfer);
            Leave(person, day);
        }
    }

    private void Move(PlannedPost from, PlannedPost to, DateOnly day)
    {
        var person = from.Holder!;
        Vacate(from);
        Hold(person, to, day);
    }

    private void TakeOn(PlannedPost post, DateOnly day)
    {
        var person = people.Draw(day, day == size.FirstDay, post.Now);
        if (person.LeavesOn <= ProvinceSize.LastDay)
        {
            var on = new DateOnly(person.LeavesOn.Year, person.LeavesOn.Month, 1);
            person.LeavesOn = on;
            if (!_leaving.TryGetValue(on, out var leaving)) _leaving[on] = leaving = [];
            leaving.Add(person);
        }
        Hold(person, post, day);
    }

    private void Hold(PlannedPerson person, PlannedPost post, DateOnly day)
    {
        (post.Holder, _held[person]) = (person, post);
        Step(person, post, day);
    }

    private void Step(PlannedPerson person, PlannedPost post, DateOnly day) => person.Step(day, post.Now, decisions.Staff(post.Now.Unit.Department, day));
}
