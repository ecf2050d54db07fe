using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Decisions;

/// <summary>
/// Decisions are public inside the house, but what a decision says of party matters alone is party data of those it names: its subject and its files are told to whom at least one of its changes is told,
/// and to those of whom alone it speaks. One of many who are named in it reads of the own record, not of the others.
/// Number, kind, days and issuer are told to everybody, since changes are named by them.
/// </summary>
internal sealed class DecisionSight(OrgDbContext db)
{
    private readonly ChangeReader _changes = new(db.Timeline);
    private readonly ChangeReach _reach = new(db);
    private readonly Dictionary<Guid, bool> _known = [];

    /// <summary>All of which subject and files are not told. Who asks for a few asks <see cref="Closes"/>.</summary>
    public IReadOnlyCollection<Guid> Closed => field ??= [.. db.Timeline.Members.By(LineKeys.MemberDecisions).Keys.Where(Closes)];

    public bool Closes(Guid decisionId) => _known.TryGetValue(decisionId, out var closes) ? closes : _known[decisionId] = IsClosed(decisionId);

    /// <exception cref="AccessDeniedException">The files of this decision are not for the reader.</exception>
    public void Demand(Guid decisionId)
    {
        if (Closes(decisionId)) throw new AccessDeniedException(Permission.ViewPartyRecord);
    }

    private bool IsClosed(Guid decisionId)
    {
        var party = _changes.OfMembers(decisionId).ToList();
        if (party.Count == 0 || party.Exists(_reach.MaySeeOfOthers) || party.TrueForAll(_reach.MaySee)) return false;
        return !_changes.Of(decisionId).Any(change => change.Area != ChangeArea.Party || _reach.MaySeeOfOthers(change));
    }
}
