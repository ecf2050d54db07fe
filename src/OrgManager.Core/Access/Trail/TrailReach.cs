using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;

namespace OrgManager.Access;

/// <summary>An entry of the trail without what it says.</summary>
internal sealed record TrailHead(int Number, string OwnerType, Guid OwnerId, Guid? UnitId, FieldClass FieldClass);

/// <summary>
/// Which entries of the trail one reader may see: in reach of the permission to read the trail, and of the one to see what the entry is about.
/// The unit an entry was written down for counts; what belongs to no unit counts where its person is, or, being public, for every reader of units.
/// </summary>
internal sealed class TrailReach
{
    private readonly OrgDbContext _db;
    private readonly bool _leaves;
    private readonly Dictionary<Permission, Scope> _scopes = [];

    /// <param name="leaves">It is cut besides to what the reader may take out of the house, which one's own record is not for being one's own.</param>
    /// <exception cref="AccessDeniedException">The reader may read no trail at all.</exception>
    public TrailReach(OrgDbContext db, bool leaves = false)
    {
        (_db, _leaves) = (db, leaves);
        Trail = ScopeOf(Permission.ViewAuditTrail);
        var administers = db.Actor.Grants.Any(g => g.IsActive(db.Today) && RoleGrants.Of(g.Role, Permission.ViewAuditTrail) == Reach.Accounts);
        ReadsAccounts = administers || Trail.IsEverything; // who inspects both trees inspects the rights given, too
        if (Trail.IsNothing && !administers && !AccessRules.IsGiven(db.Actor, Permission.ViewAuditTrail, db.Today)) throw new AccessDeniedException(Permission.ViewAuditTrail);
    }

    public Scope Trail { get; }

    /// <summary>Accounts, grants, sign-ins and backups.</summary>
    public bool ReadsAccounts { get; }

    /// <summary>The classes of which anything may be in reach.</summary>
    public IReadOnlyList<FieldClass> Classes =>
        [.. Enum.GetValues<FieldClass>().Where(c => c == FieldClass.Account ? ReadsAccounts : !Trail.IsNothing && !ScopeOf(PermissionFor(c)).IsNothing)];

    /// <param name="seq">The change set it stands in.</param>
    public bool Includes(TrailHead entry, long seq) => entry.FieldClass == FieldClass.Account
        ? ReadsAccounts
        : !IsClosed(entry.OwnerId, seq) && Reaches(Trail, entry) && Reaches(ScopeOf(PermissionFor(entry.OwnerType, entry.FieldClass)), entry) && (!_leaves || Reaches(ScopeOf(Permission.Export), entry));

    /// <summary>Whether a class of fields of a person is in reach, for the question who else sees it.</summary>
    public bool Includes(Permission permission, PersonPlace place) => place.IsIn(Trail) && place.IsIn(ScopeOf(permission));

    /// <summary>Quota is public as a total only; whom a cell serves may name people.</summary>
    private static Permission PermissionFor(string ownerType, FieldClass fieldClass) => ownerType switch
    {
        nameof(Quota) or nameof(PositionPosts) or nameof(QuotaMove) or nameof(QuotaPlan) => Permission.ViewQuota,
        nameof(CellCoverage) => Permission.ViewPartyBasics,
        _ => PermissionFor(fieldClass),
    };

    private static Permission PermissionFor(FieldClass fieldClass) => fieldClass switch
    {
        FieldClass.Public => Permission.ViewOrganisation,
        FieldClass.Work => Permission.ViewStaffWork,
        FieldClass.Personal => Permission.ViewStaffPersonal,
        FieldClass.Party => Permission.ViewPartyRecord,
        FieldClass.Review => Permission.ViewReviews,
        FieldClass.Discipline => Permission.ViewDiscipline,
        _ => Permission.Administer,
    };

    private Scope ScopeOf(Permission permission)
    {
        if (_scopes.TryGetValue(permission, out var known)) return known;
        var scope = AccessRules.LastingScopeFor(_db, permission);
        return _scopes[permission] = _leaves ? scope.OfOthers : scope;
    }

    private bool Reaches(Scope scope, TrailHead entry)
    {
        if (scope.IsEverything || scope.Includes(entry.UnitId)) return true;
        var person = TrailPeople.Of(_db.Timeline, entry.OwnerType, entry.OwnerId);
        if (person is not null && person == scope.PersonId || scope.PersonId is not null && OwnReviews.Contains(entry.OwnerId)) return true;
        if (entry.UnitId is not null) return false;
        return person is { } id ? PersonPlace.Of(_db, id).IsIn(scope) : entry.FieldClass == FieldClass.Public && scope.HasUnits;
    }

    private bool IsClosed(Guid owner, long seq) => ClosedScenarios.TryGetValue(owner, out var open) && !open.Contains(seq);

    /// <summary>Scenarios that are not carried out yet and that the reader may not see; the turns by which they came before others are shown.</summary>
    public Dictionary<Guid, HashSet<long>> ClosedScenarios { get; init; } = [];

    /// <summary>Reviews are not in the timeline; whoever reads only what is their own has theirs looked up beforehand.</summary>
    public HashSet<Guid> OwnReviews { get; init; } = [];
}
