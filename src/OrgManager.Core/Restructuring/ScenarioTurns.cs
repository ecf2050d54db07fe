using Microsoft.EntityFrameworkCore;
using OrgManager.Data;

namespace OrgManager.Restructuring;

/// <summary>The turns in the lives of scenarios, read off the trail.</summary>
internal static class ScenarioTurns
{
    /// <summary>What is written down of a draft being drafted is no turn of its life.</summary>
    private static readonly string[] Verbs =
        ["Scenario.Create", "Scenario.Import", "Scenario.Copy", "Scenario.Submit", "Scenario.Return", "Scenario.Approve", "Scenario.Withdraw", "Scenario.Rebase", "Scenario.Apply", "Scenario.Undo"];

    public sealed record Turn(Guid Scenario, ScenarioTurn Of);

    /// <summary>The oldest first.</summary>
    public static async Task<List<Turn>> OfAsync(OrgDbContext db, List<Guid> scenarios, CancellationToken ct)
    {
        var found = await (from c in db.Set<ChangeSet>()
                           where Verbs.Contains(c.Verb)
                           from e in db.Set<ChangeSetEntry>()
                           where e.ChangeSetSeq == c.Seq && EF.Parameter(scenarios).Contains(e.OwnerId)
                           orderby c.Seq
                           select new { e.OwnerId, c.Seq, c.Verb, c.AtUtc, c.UserName, c.Reason }).ToListAsync(ct);
        return [.. found.Select(c => new Turn(c.OwnerId, new(c.Seq, c.Verb, c.AtUtc, c.UserName, c.Reason)))];
    }

    /// <summary>The change sets by which it came before others or was taken back from them.</summary>
    public static HashSet<long> Open(IEnumerable<Turn> turns)
    {
        var (open, found) = (false, new HashSet<long>());
        foreach (var turn in turns.Select(t => t.Of))
        {
            var was = open;
            open = turn.Verb is "Scenario.Submit" or "Scenario.Approve" or "Scenario.Apply" or "Scenario.Undo";
            if (open || was) found.Add(turn.ChangeSet);
        }
        return found;
    }
}
