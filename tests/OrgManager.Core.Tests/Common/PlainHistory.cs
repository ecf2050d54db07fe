namespace OrgManager.Tests.Common;

/// <summary>The plainest history there is: for each field, what was said on which day. Every verb answers with the code of its refusal, or null.</summary>
internal sealed class PlainHistory
{
    private readonly SortedDictionary<int, (int Value, Guid? Decision)>[] _said;

    public PlainHistory(int fields, int start, Guid? decision)
    {
        _said = [.. Enumerable.Range(0, fields).Select(_ => new SortedDictionary<int, (int, Guid?)> { [start] = (0, decision) })];
        Start = start;
    }

    public int Start { get; private set; }
    public int? End { get; private set; }
    public Guid? EndDecision { get; private set; }
    public IReadOnlyList<int> Turns => [.. _said.SelectMany(said => said.Keys).Distinct().Order()];

    public int[]? On(int day) => Holds(day) ? [.. _said.Select(said => said.Last(s => s.Key <= day).Value.Value)] : null;

    public int SetOn(int day) => Enumerable.Range(0, _said.Length).Where(f => _said[f].ContainsKey(day)).Sum(f => 1 << f);

    public Guid? DecisionOf(int field, int day) => _said[field][day].Decision;

    public string? Change(int day, int fields, int[] values, Guid? decision)
    {
        if (!Holds(day)) return "History.NotThere";
        if (Named(fields).Any(f => _said[f].TryGetValue(day, out var known) && known.Value != values[f])) return "History.SetThatDay";
        foreach (var f in Named(fields)) _said[f].TryAdd(day, (values[f], decision));
        return null;
    }

    public string? Correct(int day, int fields, int[] values, string reason)
    {
        if (reason == "") return "History.ReasonMissing";
        if ((SetOn(day) & fields) != fields) return "History.NotSetHere";
        foreach (var f in Named(fields)) _said[f][day] = (values[f], _said[f][day].Decision);
        return null;
    }

    public string? CorrectDay(int day, int to, string reason)
    {
        if (reason == "") return "History.ReasonMissing";
        var moved = Named(SetOn(day)).ToList();
        if (day == Start)
        {
            if (Turns.Skip(1).Append(End ?? int.MaxValue).First() <= to) return "History.ChangesBefore";
            Start = to;
        }
        else
        {
            if (!Holds(to)) return "History.NotThere";
            if (to != day && moved.Exists(f => _said[f].TryGetValue(to, out var known) && known.Value != _said[f][day].Value)) return "History.SetThatDay";
        }
        foreach (var f in moved)
            if (_said[f].Remove(day, out var what)) _said[f].TryAdd(to, what);
        return null;
    }

    public string? Withdraw(int day, int today, int? fields)
    {
        if (day <= today) return "History.InForce";
        if (day == Start) return "History.StartStays";
        if (fields is { } some && (SetOn(day) & some) != some) return "History.NotSetHere";
        foreach (var f in Named(fields ?? SetOn(day))) _said[f].Remove(day);
        return null;
    }

    public string? EndOn(int day, Guid? decision)
    {
        if (End is not null) return "History.Ended";
        if (day <= Turns[^1]) return "History.ChangesAfterEnd";
        (End, EndDecision) = (day, decision);
        return null;
    }

    public string? CorrectEnd(int? day, string reason)
    {
        if (reason == "") return "History.ReasonMissing";
        if (End is null) return "History.NoEnd";
        if (day <= Turns[^1]) return "History.ChangesAfterEnd";
        (End, EndDecision) = (day, day is null ? null : EndDecision);
        return null;
    }

    public string? WithdrawEnd(int today)
    {
        if (End is null) return "History.NoEnd";
        if (End <= today) return "History.InForce";
        (End, EndDecision) = (null, null);
        return null;
    }

    private bool Holds(int day) => Start <= day && !(End <= day);

    private IEnumerable<int> Named(int fields) => Enumerable.Range(0, _said.Length).Where(f => (fields & (1 << f)) != 0);
}
