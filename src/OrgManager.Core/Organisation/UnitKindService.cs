using OrgManager.Access;
using OrgManager.Data;

namespace OrgManager.Organisation;

/// <summary>The kinds of units as data.</summary>
public sealed class UnitKindService(Database database)
{
    /// <summary>Adds kinds of units; the codes must be new.</summary>
    [UseCase(Permission.Administer)]
    public Task DefineAsync(IReadOnlyList<UnitKindFacts> kinds, CancellationToken ct = default) =>
        database.ChangeAsync(new("UnitKind.Define"), db =>
        {
            db.Demand(Permission.Administer, null, db.Today);
            db.AddRange(kinds.Select(UnitKind.Define));
            return Task.CompletedTask;
        }, ct);
}
