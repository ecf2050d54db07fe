using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Restructuring;

namespace OrgManager.Decisions;

/// <summary>The change set by which a change came into the books.</summary>
/// <param name="Scenario">The name of the scenario it carried out.</param>
internal sealed record Origin(long Seq, string Verb, string UserName, DateTime AtUtc, string? Scenario)
{
    public bool IsOfScenario => Verb == "Scenario.Apply";
    public bool IsOfTransfer => Verb == "Quota.Transfer";
    public bool IsOfStreamlining => Verb == "Streamlining.Execute";
    public bool IsOfOutside => Verb == "Quota.MoveOutside";
    public bool IsOfPlan => Verb == "QuotaPlan.Lock";

    /// <summary>It takes levels on by a difference, or as a plan has them, and be it from a level that begins that very day.</summary>
    public bool Shifts => IsOfTransfer || IsOfStreamlining || IsOfOutside || IsOfPlan;

    /// <summary>What such sets are called as this one takes one of them back.</summary>
    public string? TakesBack => Verb switch { "QuotaPlan.Unlock" => "QuotaPlan.Lock", "Streamlining.Revoke" => "Streamlining.Execute", "Quota.RevokeOutside" => "Quota.MoveOutside", _ => null };
    public bool Undoes => Verb == "Scenario.Undo";
}

/// <summary>
/// Plays the trail of some owners again, to tell by which change set each of their changes came to stand. Rows alone do not tell: one row holds what several
/// sets said of its first day, and an end, or a change whose day is corrected, goes on to another row.
/// </summary>
internal sealed class Origins(OrgDbContext db)
{
    private sealed record Row(Guid LineId, DateOnly From, DateOnly Until, int Fields);
    private sealed record Touch(Guid RowId, Row? Before, Row? After)
    {
        public Guid LineId => (After ?? Before!).LineId;
        public int Gained => (After?.Fields ?? 0) & ~(Before?.Fields ?? 0);
        public int Lost => (Before?.Fields ?? 0) & ~(After?.Fields ?? 0);
    }

    private readonly HashSet<Guid> _owners = [];
    private readonly Dictionary<(Guid RowId, int Field), Origin> _said = [];
    private readonly Dictionary<Guid, List<Origin>> _shifted = [];
    private readonly Dictionary<Guid, Dictionary<Guid, Row>> _lines = [];
    private readonly Dictionary<Guid, List<(Origin By, DateOnly Day)>> _ends = [];
    private readonly Dictionary<Guid, Guid> _lineOf = [];
    private readonly Dictionary<string, string?> _keys = [];

    /// <summary>By which sets it stands; of a scenario first, else the earliest first. None where the trail does not tell.</summary>
    public IReadOnlyList<Origin> Of(Change change) => [.. change.Refs.SelectMany(r => Of(r.What)).Distinct().OrderBy(o => !o.IsOfScenario).ThenBy(o => o.Seq)];

    private IEnumerable<Origin> Of(Said what)
    {
        if (!what.IsEnd) return Bits(what.Fields).Select(field => _said.GetValueOrDefault((what.VersionId, field))).OfType<Origin>().Concat(_shifted.GetValueOrDefault(what.VersionId) ?? []);
        if (!_lineOf.TryGetValue(what.VersionId, out var line) || !_ends.TryGetValue(line, out var ends) || ends.Count == 0) return [];
        return [ends.LastOrDefault(e => e.By.IsOfScenario).By ?? ends[^1].By]; // where one edited the end after a scenario had set it, it is still the scenario's
    }

    public async Task LoadAsync(IEnumerable<Guid> owners, CancellationToken ct)
    {
        var asked = owners.Distinct().Where(_owners.Add).ToList();
        if (asked.Count == 0) return;
        var touches = await (
            from entry in db.Set<ChangeSetEntry>()
            join set in db.Set<ChangeSet>() on entry.ChangeSetSeq equals set.Seq
            where EF.Parameter(asked).Contains(entry.OwnerId)
            select new { set.Seq, set.Verb, set.UserName, set.AtUtc, entry.EntityType, entry.EntityId, entry.Before, entry.After }).ToListAsync(ct);
        var names = await ScenariosAsync([.. touches.Select(t => t.Seq).Distinct()], ct);
        foreach (var set in touches.GroupBy(t => t.Seq).OrderBy(g => g.Key))
        {
            var one = set.First();
            var origin = new Origin(one.Seq, one.Verb, one.UserName, one.AtUtc, names.GetValueOrDefault(one.Seq));
            Play(origin, [.. set.Select(t => new Touch(t.EntityId, Read(t.EntityType, t.Before), Read(t.EntityType, t.After))).Where(t => t.Before is not null || t.After is not null)]);
        }
    }

    private Task<Dictionary<long, string>> ScenariosAsync(List<long> sets, CancellationToken ct) =>
        db.Set<Scenario>().Where(s => s.AppliedIn != null && EF.Parameter(sets).Contains(s.AppliedIn.Value)).Select(s => new { Seq = s.AppliedIn!.Value, s.Name }).ToDictionaryAsync(s => s.Seq, s => s.Name, ct);

    private void Play(Origin set, List<Touch> touches)
    {
        foreach (var touch in touches)
        {
            foreach (var field in Bits(touch.Gained)) Say(set, touch, field, touches);
            if (touch.Before is { } level && level == touch.After) Shift(set, touch.RowId); // neither its days nor what it says but the posts
        }
        foreach (var line in touches.GroupBy(t => t.LineId))
        {
            if (!_lines.TryGetValue(line.Key, out var rows)) _lines[line.Key] = rows = [];
            foreach (var touch in line)
                if (touch.Before is { } before) rows[touch.RowId] = before;
            var was = EndOf(rows);
            foreach (var touch in line)
            {
                _lineOf[touch.RowId] = line.Key;
                if (touch.After is { } after) rows[touch.RowId] = after;
                else rows.Remove(touch.RowId);
            }
            End(set, line.Key, was, EndOf(rows));
        }
    }

    private void Shift(Origin set, Guid rowId)
    {
        if (set.Shifts) (_shifted.TryGetValue(rowId, out var sets) ? sets : _shifted[rowId] = []).Add(set);
        else if (set.TakesBack is { } verb && _shifted.GetValueOrDefault(rowId) is { } known && known.FindLastIndex(o => o.Verb == verb) is >= 0 and var last) known.RemoveAt(last);
    }

    /// <summary>What one edit takes from a row and gives to another of the same history has only moved; what comes back with an undoing is what it was.</summary>
    private void Say(Origin set, Touch touch, int field, List<Touch> touches)
    {
        if (set.Undoes && _said.ContainsKey((touch.RowId, field))) return;
        var moved = set.IsOfScenario ? null : touches.Find(t => t.LineId == touch.LineId && (t.Lost & field) != 0);
        _said[(touch.RowId, field)] = moved is null ? set : _said.GetValueOrDefault((moved.RowId, field)) ?? set;
    }

    private void End(Origin set, Guid line, DateOnly? was, DateOnly? now)
    {
        if (was == now) return;
        if (!_ends.TryGetValue(line, out var known)) _ends[line] = known = [];
        if (now is not { } day) known.Clear();
        else if (set.Undoes && known.FindLastIndex(e => e.Day == day) is >= 0 and var before) known.RemoveRange(before + 1, known.Count - before - 1);
        else known.Add((set, day));
    }

    private static DateOnly? EndOf(Dictionary<Guid, Row> rows) => rows.Values.MaxBy(r => r.From) is { } last && last.Until < Effective.Open ? last.Until : null;

    private static IEnumerable<int> Bits(int fields) => Enumerable.Range(0, 31).Select(bit => 1 << bit).Where(bit => (fields & bit) != 0);

    /// <summary>None of what has no history.</summary>
    private Row? Read(string type, string? image)
    {
        if (image is null || LineKeyOf(type) is not { } key) return null;
        using var document = JsonDocument.Parse(image);
        DateOnly Day(string name) => document.RootElement.GetProperty(name).Deserialize<DateOnly>();
        return new(document.RootElement.GetProperty(key).GetGuid(), Day(nameof(Effective.ValidFrom)), Day(nameof(Effective.Until)),
            document.RootElement.GetProperty("Says").EnumerateArray().Aggregate(0, (all, saying) => all | saying.GetProperty(nameof(Saying.Fields)).GetInt32()));
    }

    /// <summary>The column by which the rows of one history hang together.</summary>
    private string? LineKeyOf(string type)
    {
        if (_keys.TryGetValue(type, out var known)) return known;
        var table = db.Model.GetEntityTypes().FirstOrDefault(t => t.ClrType.Name == type);
        return _keys[type] = table?.FindProperty("Says") is null ? null : table.GetForeignKeys().First(k => k.PrincipalToDependent is { IsCollection: true }).Properties[0].Name;
    }
}
