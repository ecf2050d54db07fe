using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Organisation;
using OrgManager.Reports;
using OrgManager.Reports.Documents;
using OrgManager.Reports.Templates;

namespace OrgManager.Reviews.Papers;

/// <summary>The papers of a year's reviews, filled in as far as is known. Whoever prints others' is in the read log; the papers are in Vietnamese.</summary>
public sealed class PaperService(Database database, ReadLog log)
{
    /// <summary>What may be printed of a year: of the cells in reach, of the committee, of oneself.</summary>
    /// <param name="year">0 for the latest kept.</param>
    [UseCase(Permission.EnterReviews, Permission.DecideReviews, Any = true, IsList = true)]
    public Task<PapersOfYear> PageAsync(int year, CancellationToken ct = default) => database.ReadAsync(async db =>
    {
        PaperSight.DemandAny(db);
        return await new PapersView(db, year).PageAsync(ct);
    }, ct);

    /// <summary>A paper of one cell; of those that are one for each member, all of them in one file, each on a page of its own.</summary>
    /// <exception cref="NotFoundException">No such cell, no review of it in that year, or no such paper of a cell.</exception>
    [UseCase(Permission.EnterReviews, Permission.DecideReviews, Any = true)]
    public Task<FileContent> OfCellAsync(int year, string cellCode, PaperKind paper, CancellationToken ct = default) => database.ReadAsync(async db =>
    {
        var (source, cell) = await CellAsync(db, year, cellCode, ct);
        if (!paper.IsOfCell()) throw new NotFoundException(typeof(PaperKind), paper);
        var (values, members) = (new PaperValues(source), source.MembersOf(cell));
        var papers = paper.IsOfMember() ? members.Select(m => values.OfMember(paper, cell, m)).ToList() : [values.OfCell(paper, cell)];
        var file = DocxTemplate.Fill(await PaperTemplateService.LayoutAsync(db, source, paper, ofCommittee: false, ct), papers);
        await LogAsync(db, source, ct);
        return new FileContent($"{PaperNames.File(paper)}-{year}-{cellCode}.docx", DocxFile.Type, file);
    }, ct);

    /// <summary>A paper about one member, who may have their own.</summary>
    /// <exception cref="NotFoundException">No review of that person in that year, or no such paper of a member.</exception>
    /// <exception cref="AccessDeniedException">Not in reach; whether there is a review is not told.</exception>
    [UseCase(Permission.EnterReviews, Permission.DecideReviews, Any = true)]
    public Task<FileContent> OfMemberAsync(int year, string personCode, PaperKind paper, CancellationToken ct = default) => database.ReadAsync(async db =>
    {
        var (personId, isOwn) = db.Timeline.PersonByCode(personCode) is { } person ? (person.Id, person.Id == db.Actor.PersonId) : (Guid.Empty, false);
        var cellId = await db.Set<ReviewCycle>().Where(c => c.Year == year)
            .Join(db.Set<Review>().Where(r => r.PersonId == personId && r.Subject == ReviewSubject.Member), c => c.Id, r => r.CycleId, (_, r) => (Guid?)r.CellId).FirstOrDefaultAsync(ct);
        if (!isOwn) PaperSight.Demand(db, cellId ?? Guid.Empty);
        else PaperSight.DemandAny(db);
        if (cellId is null || !paper.IsOfMember()) throw new NotFoundException(typeof(Review), personCode);
        var source = await PaperSource.OfCellAsync(db, year, cellId.Value, ct);
        var cell = source.Cells().Single();
        var member = source.MembersOf(cell).Single(m => m.Person.Id == personId);
        var isSubject = isOwn && !PaperSight.MayPrint(db, cellId.Value);
        if (isSubject && paper == PaperKind.Notice && !ReviewFileView.IsTold(member.Review, source.Cycle)) throw new NotFoundException(typeof(Review), personCode);
        var values = new PaperValues(source).OfMember(paper, cell, member);
        PaperSight.HideOthers(values);
        if (isSubject) PaperSight.Hide(values, source, member.Review);
        var file = DocxTemplate.Fill(await PaperTemplateService.LayoutAsync(db, source, paper, ofCommittee: false, ct), values);
        if (!isOwn) await log.WriteAsync(db.Actor, "ReviewPaper", FieldClass.Review, [personCode], ct);
        return new FileContent($"{PaperNames.File(paper)}-{year}-{personCode}.docx", DocxFile.Type, file);
    }, ct);

    /// <summary>A paper of the committee about all its cells.</summary>
    /// <exception cref="NotFoundException">No such committee, no review of it in that year, or no such paper of a committee.</exception>
    [UseCase(Permission.EnterReviews, Permission.DecideReviews, Any = true)]
    public Task<FileContent> OfCommitteeAsync(int year, string committeeCode, PaperKind paper, CancellationToken ct = default) => database.ReadAsync(async db =>
    {
        var source = await CommitteeAsync(db, year, committeeCode, ct);
        if (!paper.IsOfCommittee()) throw new NotFoundException(typeof(PaperKind), paper);
        var file = DocxTemplate.Fill(await PaperTemplateService.LayoutAsync(db, source, paper, ofCommittee: true, ct), new PaperValues(source).OfCommittee(paper));
        await LogAsync(db, source, ct);
        return new FileContent($"{PaperNames.File(paper)}-{year}-{committeeCode}.docx", DocxFile.Type, file);
    }, ct);

    /// <summary>The list of a cell's paper, for a workbook.</summary>
    /// <inheritdoc cref="OfCellAsync" path="/exception"/>
    [UseCase(Permission.EnterReviews, Permission.DecideReviews, Any = true)]
    public Task<ExportTable> ListOfCellAsync(int year, string cellCode, PaperKind paper, CancellationToken ct = default) => database.ReadAsync(async db =>
    {
        var (source, _) = await CellAsync(db, year, cellCode, ct);
        if (!paper.IsOfCell() || !paper.HasList()) throw new NotFoundException(typeof(PaperKind), paper);
        await LogAsync(db, source, ct);
        return new PaperSheets(source).Of(paper);
    }, ct);

    /// <summary>The list of a committee's paper, for a workbook.</summary>
    /// <inheritdoc cref="OfCommitteeAsync" path="/exception"/>
    [UseCase(Permission.EnterReviews, Permission.DecideReviews, Any = true)]
    public Task<ExportTable> ListOfCommitteeAsync(int year, string committeeCode, PaperKind paper, CancellationToken ct = default) => database.ReadAsync(async db =>
    {
        var source = await CommitteeAsync(db, year, committeeCode, ct);
        if (!paper.IsOfCommittee() || !paper.HasList()) throw new NotFoundException(typeof(PaperKind), paper);
        await LogAsync(db, source, ct);
        return new PaperSheets(source).Of(paper);
    }, ct);

    private static async Task<(PaperSource Source, Review Cell)> CellAsync(OrgDbContext db, int year, string code, CancellationToken ct)
    {
        var cell = db.Timeline.UnitByCode(code) ?? throw new NotFoundException(typeof(OrgUnit), code);
        PaperSight.Demand(db, cell.Id);
        var source = await PaperSource.OfCellAsync(db, year, cell.Id, ct);
        return (source, source.Cells().Single());
    }

    private static async Task<PaperSource> CommitteeAsync(OrgDbContext db, int year, string code, CancellationToken ct)
    {
        var committee = db.Timeline.UnitByCode(code) ?? throw new NotFoundException(typeof(OrgUnit), code);
        PaperSight.Demand(db, committee.Id);
        return await PaperSource.OfCommitteeAsync(db, year, committee.Id, ct);
    }

    private Task LogAsync(OrgDbContext db, PaperSource source, CancellationToken ct) => log.WriteAsync(db.Actor, "ReviewPaper", FieldClass.Review,
        source.Reviews.Select(r => r.PersonId).OfType<Guid>().Where(id => id != db.Actor.PersonId).Select(id => db.Timeline.People.Find(id)?.Code).OfType<string>(), ct);
}
