using Microsoft.EntityFrameworkCore;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>Cells that have not met in the last month, or not yet in this one, and those without a thematic meeting in the quarter. What is older stands on the board of meetings.</summary>
internal sealed class MeetingDues : IPartyDueSource
{
    private const int InQuarter = 3;

    /// <summary>So many days before the end of a month, or of a quarter, what was not held yet is to be seen to.</summary>
    private const int LastOfMonth = 10, LastOfQuarter = 30;

    public async Task<IReadOnlyList<PartyDue>> OfAsync(PartyDueReading reading, CancellationToken ct)
    {
        var month = new DateOnly(reading.Day.Year, reading.Day.Month, 1);
        var quarter = new DateOnly(reading.Day.Year, (reading.Day.Month - 1) / InQuarter * InQuarter + 1, 1);
        var (from, cells) = (quarter.AddMonths(-InQuarter), reading.Cells.Select(c => c.Id).ToList());
        var held = (await reading.Db.Set<CellMeeting>().Where(m => m.On >= from && m.On <= reading.Day && EF.Parameter(cells).Contains(m.CellId)).Select(m => new { m.CellId, m.On, m.Kind }).ToListAsync(ct))
            .ToLookup(m => m.CellId, m => (m.On, m.Kind));
        return [.. reading.Cells.SelectMany(cell => Of(reading, cell, month, quarter, [.. held[cell.Id]]))];
    }

    private static IEnumerable<PartyDue> Of(PartyDueReading reading, UnitOn cell, DateOnly month, DateOnly quarter, List<(DateOnly On, MeetingKind Kind)> held)
    {
        foreach (var first in new[] { month.AddMonths(-1), month })
        {
            var (next, rule) = (first.AddMonths(1), MeetingRules.On(first));
            if (IsThere(cell, first, next) && !held.Exists(m => m.On >= first && m.On < next && rule.CountsAsMonthly.Contains(m.Kind)))
                yield return Due(first == month ? PartyDueKind.MeetingOpen : PartyDueKind.MeetingMissing, reading, cell, first, next, rule);
        }
        foreach (var first in new[] { quarter.AddMonths(-InQuarter), quarter })
        {
            var (next, rule) = (first.AddMonths(InQuarter), MeetingRules.On(first.AddMonths(InQuarter).AddDays(-1)));
            if (IsThere(cell, first, next) && held.Count(m => m.Kind == MeetingKind.Thematic && m.On >= first && m.On < next) < rule.ThematicPerQuarter)
                yield return Due(first == quarter ? PartyDueKind.ThematicOpen : PartyDueKind.ThematicMissing, reading, cell, first, next, rule);
        }
    }

    private static bool IsThere(UnitOn cell, DateOnly first, DateOnly next) => cell.Line.History.Covers(first) && cell.Line.History.Covers(next.AddDays(-1));

    private static PartyDue Due(PartyDueKind kind, PartyDueReading reading, UnitOn cell, DateOnly first, DateOnly next, MeetingRule rule)
    {
        var monthly = kind is PartyDueKind.MeetingOpen or PartyDueKind.MeetingMissing;
        var urgency = next <= reading.Day ? PartyDueUrgency.Overdue : next.AddDays(-(monthly ? LastOfMonth : LastOfQuarter)) <= reading.Day ? PartyDueUrgency.Now : PartyDueUrgency.Ahead;
        var source = RuleSource.Of(rule) with { Confirmed = rule.Confirmed && rule.Unconfirmed?.Contains("thematicPerQuarter") != true };
        return new(kind, urgency, next.AddDays(-1), PartyDueReading.Ref(cell)) { Of = first, Rule = monthly ? RuleSource.Of(MeetingRules.All[0]) : source };
    }
}
