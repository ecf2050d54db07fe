using OrgManager.Access;
using OrgManager.Data;

namespace OrgManager.Organisation;

/// <summary>The kinds of units as data.</summary>
public sealed class UnitKindService(Database database)
{
    /// <summary>The kinds of one tree, in their order.</summary>
    [UseCase(Permission.ViewOrganisation)]
    public Task<IReadOnlyList<UnitKindFacts>> ListAsync(Branch branch, CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<UnitKindFacts>>(db =>
        {
            db.Demand(Permission.ViewOrganisation, null, db.Today);
            return Task.FromResult<IReadOnlyList<UnitKindFacts>>([.. db.Timeline.Kinds.Select(k => k.Facts).Where(k => k.Branch == branch).OrderBy(k => k.Order)]);
        }, ct);

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
