using OrgManager.Access;
using OrgManager.Data;

namespace OrgManager.Decisions;

/// <summary>
/// Decisions are public inside the house, but what a decision says of party matters alone is party data of those it names: its subject and its files are told to whom at least one of its changes is told,
/// and to those of whom alone it speaks. One of many who are named in it reads of the own record, not of the others.
/// Number, kind, days and issuer are told to everybody, since changes are named by them.
/// </summary>
internal sealed class DecisionSight
{
    private readonly HashSet<Guid> _closed = [];

    public DecisionSight(OrgDbContext db)
    {
        var party = db.Timeline.Members.SelectMany(m => new MemberChanges(db.Timeline, m).All()).Where(c => c.DecisionId is not null).ToLookup(c => c.DecisionId!.Value);
        var reach = new ChangeReach(db);
        foreach (var decision in party)
            if (!decision.Any(reach.MaySeeOfOthers) && !decision.All(reach.MaySee)) _closed.Add(decision.Key);
        if (_closed.Count == 0) return;
        var open = new HashSet<Guid>();
        foreach (var change in new ChangeReader(db.Timeline).Where(id => id is { } known && _closed.Contains(known)))
            if (change.Area != ChangeArea.Party || reach.MaySeeOfOthers(change)) open.Add(change.DecisionId!.Value);
        _closed.ExceptWith(open);
    }

    /// <summary>Of which subject and files are not told.</summary>
    public IReadOnlyCollection<Guid> Closed => _closed;

    public bool Closes(Guid decisionId) => _closed.Contains(decisionId);

    /// <exception cref="AccessDeniedException">The files of this decision are not for the reader.</exception>
    public void Demand(Guid decisionId)
    {
        if (Closes(decisionId)) throw new AccessDeniedException(Permission.ViewPartyRecord);
    }
}
