using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Organisation;

namespace OrgManager.Staff;

/// <summary>Danh sách cán bộ, công chức, viên chức: who is in post on a day.</summary>
public sealed class RosterService(Database database, DecisionNames names, ReadLog log)
{
    /// <summary>How many people may be chosen at once for one change or one file.</summary>
    public const int MostChosen = 500;

    /// <summary>
    /// One page in protocol order (unit, then head, deputies by order, then given name), or sorted by "name", "unit" or "since". Only people in the
    /// reader's scope; personal and party columns, and the party filter, only for people in those permissions' scope.
    /// </summary>
    [UseCase(Permission.ViewStaffWork, IsList = true)]
    public Task<Roster> ListAsync(RosterQuery query, PageRequest page, CancellationToken ct = default) =>
        ReadAsync("Roster", query, page, _ => null, ct);

    /// <summary>The whole list in the same order, of people whose lists the reader may take out of the house; told to the read log as such.</summary>
    [UseCase(Permission.Export, Permission.ViewStaffWork, IsList = true)]
    public Task<Roster> ExportAsync(RosterQuery query, PageRequest order, CancellationToken ct = default) =>
        ReadAsync("RosterExport", query, order with { Skip = 0, Take = int.MaxValue }, db => db.DemandExport(Permission.ViewStaffWork, query.On), ct);

    private Task<Roster> ReadAsync(string what, RosterQuery query, PageRequest page, Func<OrgDbContext, Scope?> narrowed, CancellationToken ct) =>
        database.ReadAsync(async db =>
        {
            var (view, scope) = (new RosterView(db, query), narrowed(db));
            var shown = view.Page(page, scope);
            var decisions = await names.OfAsync(db, shown.People.Select(p => p.DecisionId), ct);
            List<RosterRow> rows = [.. shown.People.Select(p => view.Row(p, decisions))];

            await log.WriteAsync(db.Actor, what, FieldClass.Party, rows.Where(r => r.PartyMember is not null && r.PersonId != db.Actor.PersonId).Select(r => r.Code), ct);
            return new Roster(rows, shown.Total, view.Columns, view.Units(), shown.Groups());
        }, ct);
}
