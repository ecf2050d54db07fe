using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;

namespace OrgManager.Reports;

/// <summary>Figures for other programs and for paper; the same as the pages show, from the same snapshot.</summary>
public sealed class ReportService(Database database)
{
    /// <summary>Units of the government branch that exist on the day and are in the reader's scope, with assigned, allocated and present posts.</summary>
    [UseCase(Permission.ViewQuota, IsList = true)]
    public Task<HeadcountReport> HeadcountAsync(DateOnly on, CancellationToken ct = default) =>
        database.ReadAsync(db =>
        {
            var scope = db.DemandScope(Permission.ViewQuota, on);
            var units = db.Timeline.On(on).Tree(Branch.Government).Where(u => scope.Includes(u.Id)).ToList();
            return Task.FromResult(new HeadcountReport(on,
                new(OrganisationService.Sum(units, u => u.Assigned ?? PostCounts.None), OrganisationService.Sum(units, u => u.Allocated), OrganisationService.Sum(units, u => u.Present)),
                [.. units.Select(u => new HeadcountUnit(u.Code, u.Name, u.Facts.Kind, u.Parent?.Code, u.Assigned, u.Allocated, u.Present))]));
        }, ct);

    /// <summary>Cells that exist on the day and are in the reader's scope, with official and probationary members; exempt and suspended ones count.</summary>
    [UseCase(Permission.ViewPartyBasics, IsList = true)]
    public Task<PartyReport> PartyAsync(DateOnly on, CancellationToken ct = default) =>
        database.ReadAsync(db =>
        {
            var scope = db.DemandScope(Permission.ViewPartyBasics, on);
            var snapshot = db.Timeline.On(on);
            var cells = snapshot.Tree(Branch.Party).Where(u => u.Kind.Cell && scope.IncludesCell(u))
                .Select(c => new PartyReportCell(c.Code, c.Name, c.Official + c.Probationary, c.Official, c.Probationary)).ToList();
            return Task.FromResult(new PartyReport(on, cells.Count, cells.Sum(c => c.Members), cells.Sum(c => c.Official), cells.Sum(c => c.Probationary), cells));
        }, ct);
}
