using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Restructuring;

/// <summary>Who may read and edit a scenario: a draft its author and the readers named, from its submission on whoever drafts, approves or applies scenarios, too.</summary>
internal static class ScenarioSight
{
    private static readonly Permission[] OfficeHolders = [Permission.DraftScenarios, Permission.ApproveScenarios, Permission.ApplyScenarios];

    public static bool IsOwn(OrgDbContext db, Scenario scenario) => scenario.AuthorId is { } author && author == db.Actor.UserId;

    public static bool MayRead(OrgDbContext db, Scenario scenario) =>
        MayRead(db, scenario.IsPrivate, scenario.AuthorId, scenario.ReaderIds);

    public static bool MayRead(OrgDbContext db, bool isPrivate, Guid? author, IReadOnlyList<Guid> readers) =>
        IsNamed(db, author, readers) || (!isPrivate && Array.Exists(OfficeHolders, permission => Grants(db, permission)));

    /// <exception cref="AccessDeniedException">It is a draft that does not name the reader, or they have to do with no scenarios.</exception>
    public static void DemandRead(OrgDbContext db, Scenario scenario)
    {
        if (!MayRead(db, scenario)) throw new AccessDeniedException(Permission.DraftScenarios);
    }

    /// <summary>Those not carried out that the reader may not see, of which no page tells, and the change sets in which each was not its drafters' alone: these the trail shows.</summary>
    public static async Task<Dictionary<Guid, HashSet<long>>> ClosedAsync(OrgDbContext db, CancellationToken ct)
    {
        var closed = (await ScenarioHead.OpenAsync(db, ct)).FindAll(head => !head.MayRead(db)).ConvertAll(head => head.Id);
        var turns = closed.Count == 0 ? [] : await ScenarioTurns.OfAsync(db, closed, ct);
        return closed.ToDictionary(id => id, id => ScenarioTurns.Open(turns.Where(turn => turn.Scenario == id)));
    }

    /// <summary>Drafting together: the author, and the readers who may draft themselves.</summary>
    public static bool MayEdit(OrgDbContext db, Scenario scenario) => IsNamed(db, scenario.AuthorId, scenario.ReaderIds) && Grants(db, Permission.DraftScenarios);

    /// <exception cref="AccessDeniedException">Not among those who draft it.</exception>
    public static void DemandEdit(OrgDbContext db, Scenario scenario)
    {
        if (!MayEdit(db, scenario)) throw new AccessDeniedException(Permission.DraftScenarios);
    }

    /// <summary>Those who draft it; once it was submitted, whoever applies scenarios over all units it is about, too.</summary>
    public static bool MayTakeBack(OrgDbContext db, Scenario scenario) => MayEdit(db, scenario) || (!scenario.IsPrivate && Decides(db, Permission.ApplyScenarios, scenario));

    /// <summary>Whether the permission reaches all units of the government it is about.</summary>
    public static bool Decides(OrgDbContext db, Permission permission, Scenario scenario) => Grants(db, permission) && ScenarioDrafters.ReachesUnits(db, permission, scenario);

    /// <exception cref="AccessDeniedException">The permission is not granted, or the scenario may not be read.</exception>
    public static void Demand(OrgDbContext db, Permission permission, Scenario scenario)
    {
        if (!Grants(db, permission)) throw new AccessDeniedException(permission);
        DemandRead(db, scenario);
    }

    /// <summary>A scenario to change, as the user saw it.</summary>
    /// <exception cref="ConflictException">Somebody changed it since.</exception>
    public static Task<Scenario> LoadAsync(OrgDbContext db, Seen seen, Action<Scenario> demand, CancellationToken ct) => db.LoadAsync(seen, demand, scenario => RowOf(db, scenario, 0), ct);

    public static ScenarioRow RowOf(OrgDbContext db, Scenario scenario, int conflicts) =>
        new(scenario.Id, scenario.Name, scenario.EffectiveOn, scenario.State, scenario.Author, IsOwn(db, scenario), scenario.Steps.Count, conflicts);

    public static ScenarioRights RightsOf(OrgDbContext db, Scenario scenario)
    {
        var (draft, submitted, approved) = (scenario.State == ScenarioState.Draft, scenario.State == ScenarioState.Submitted, scenario.State == ScenarioState.Approved);
        var (edits, open) = (MayEdit(db, scenario), draft || submitted || approved);
        var takesBack = open && MayTakeBack(db, scenario) && Grants(db, Permission.DraftScenarios);
        var approves = (submitted || approved) && Decides(db, Permission.ApproveScenarios, scenario);
        return new(draft && edits, open && edits, draft && Grants(db, Permission.ApplyScenarios), approves, submitted && approves, takesBack,
            approved && Decides(db, Permission.ApplyScenarios, scenario), takesBack,
            scenario.State == ScenarioState.Applied && Grants(db, Permission.Administer));
    }

    private static bool IsNamed(OrgDbContext db, Guid? author, IReadOnlyList<Guid> readers) =>
        db.Actor.IsSystem || (author is { } id && id == db.Actor.UserId) || (db.Actor.PersonId is { } person && readers.Contains(person));

    private static bool Grants(OrgDbContext db, Permission permission) => AccessRules.IsGranted(db.Actor, permission, db.Today);
}
