using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>Biến động đảng viên: who came and went by cell and year. It names nobody.</summary>
public sealed class MovementService(Database database)
{
    /// <summary>The cells in reach in a year.</summary>
    [UseCase(Permission.ViewPartyRecord, IsList = true)]
    public Task<MovementYear> YearAsync(int year, CancellationToken ct = default) => ReadAsync(year, Permission.ViewPartyRecord, db => db.DemandScope(Permission.ViewPartyRecord, db.Today), ct);

    /// <summary>The same, of the cells whose lists the reader may take out of the house.</summary>
    [UseCase(Permission.Export, Permission.ViewPartyRecord, IsList = true)]
    public Task<MovementYear> ExportAsync(int year, CancellationToken ct = default) => ReadAsync(year, Permission.Export, db => db.DemandExport(Permission.ViewPartyRecord, db.Today), ct);

    /// <summary>Cells that ended within the year count with it, so the scope is the lasting one.</summary>
    private Task<MovementYear> ReadAsync(int year, Permission reach, Func<OrgDbContext, Scope> demand, CancellationToken ct) =>
        database.ReadAsync(db =>
        {
            RuleBrokenException.Unless(year is > 1900 and < 2200, "History.DayImplausible", year);
            demand(db);
            return Task.FromResult(new MovementView(db.Timeline, AccessRules.LastingScopeFor(db, reach)).Of(year, db.Today));
        }, ct);
}
