using OrgManager.Common;
using OrgManager.Decisions;
using OrgManager.Reviews.Papers;
using OrgManager.Reviews.Statistics;

namespace OrgManager.Tests.Access.Matrix;

/// <summary>Papers, templates and statistics of the annual review.</summary>
internal static class MatrixOfPapers
{
    public static readonly Dictionary<string, MatrixCase> Cases = new()
    {
        ["PaperService.PageAsync"] = MatrixCase.Listing(Aim.Cell, async c => Places((await c.Get<PaperService>().PageAsync(2019)).Committees.SelectMany(b => b.Cells).Select(cell => cell.Cell.Code))),
        ["PaperService.OfCellAsync"] = MatrixCase.Of(Aim.Cell, c => c.Get<PaperService>().OfCellAsync(2019, c.Place.Cell, PaperKind.Minutes)),
        ["PaperService.OfMemberAsync"] = MatrixCase.Of(Aim.Member, c => c.Get<PaperService>().OfMemberAsync(2019, c.Place.Person, PaperKind.SelfReview)),
        ["PaperService.OfCommitteeAsync"] = MatrixCase.Of(Aim.Committee, c => c.Get<PaperService>().OfCommitteeAsync(2019, c.Place.Committee, PaperKind.Summary)),
        ["PaperService.ListOfCellAsync"] = MatrixCase.Of(Aim.Cell, c => c.Get<PaperService>().ListOfCellAsync(2019, c.Place.Cell, PaperKind.Proposed)),
        ["PaperService.ListOfCommitteeAsync"] = MatrixCase.Of(Aim.Committee, c => c.Get<PaperService>().ListOfCommitteeAsync(2019, c.Place.Committee, PaperKind.Decision)),
        ["PaperTemplateService.ListAsync"] = MatrixCase.Of(Aim.Committee, c => c.Get<PaperTemplateService>().ListAsync(2019, c.Place.Committee)),
        ["PaperTemplateService.DefaultAsync"] = MatrixCase.Of(Aim.Committee, c => c.Get<PaperTemplateService>().DefaultAsync(2019, c.Place.Committee, PaperKind.Tally, false)),
        ["PaperTemplateService.AddAsync"] = MatrixCase.Of(Aim.Committee, async c =>
        {
            var file = await DefaultAsync(c);
            return () => c.Get<PaperTemplateService>().AddAsync(2019, c.Place.Committee, PaperKind.Tally, false, file);
        }) with { Repeats = true },
        ["PaperTemplateService.TakeAsync"] = MatrixCase.Of(Aim.Committee, async c =>
        {
            var id = await AddedAsync(c);
            return () => c.Get<PaperTemplateService>().TakeAsync(new Seen(id, 0), inUse: false);
        }) with { Repeats = true },
        ["PaperTemplateService.DownloadAsync"] = MatrixCase.Of(Aim.Committee, async c =>
        {
            var id = await AddedAsync(c);
            return () => c.Get<PaperTemplateService>().DownloadAsync(id);
        }) with { Repeats = true },

        ["ReviewStatisticsService.OfYearAsync"] = MatrixCase.Listing(Aim.Cell, async c => Places(Cells(await c.Get<ReviewStatisticsService>().OfYearAsync(2019)))),
        ["ReviewStatisticsService.ExportAsync"] = MatrixCase.Listing(Aim.Cell, async c => Places(Cells(await c.Get<ReviewStatisticsService>().ExportAsync(2019)))),
        ["ReviewStatisticsService.MembersAsync"] = MatrixCase.Listing(Aim.Cell, async c => Places((await c.Get<ReviewStatisticsService>().MembersAsync(2019, new())).Rows.Select(r => r.Cell.Code))),
        ["ReviewStatisticsService.ExportMembersAsync"] = MatrixCase.Listing(Aim.Cell, async c => Places((await c.Get<ReviewStatisticsService>().ExportMembersAsync(2019, new())).Rows.Select(r => r.Cell.Code))),
        ["PartyYearService.OfYearAsync"] = MatrixCase.Listing(Aim.Cell, async c => Places((await c.Get<PartyYearService>().OfYearAsync(2019)).Cells.Select(r => r.Cell!.Code))),
        ["PartyYearService.ExportAsync"] = MatrixCase.Listing(Aim.Cell, async c => Places((await c.Get<PartyYearService>().ExportAsync(2019)).Cells.Select(r => r.Cell!.Code))),
    };

    private static IEnumerable<string> Cells(ReviewFigures figures) => figures.Dimensions.Single(d => d.By == TallyBy.Cell).Groups!.Select(g => g.Key);

    private static IEnumerable<MatrixPlace> Places(IEnumerable<string> cells)
    {
        var shown = cells.ToHashSet();
        return MatrixPlace.All.Where(place => shown.Contains(place.Cell));
    }

    private static async Task<Guid> AddedAsync(MatrixCall c) => await c.Get<PaperTemplateService>().AddAsync(2019, c.Place.Committee, PaperKind.Tally, false, await DefaultAsync(c));

    private static async Task<NewFile> DefaultAsync(MatrixCall c) =>
        new("mau.docx", new MemoryStream((await c.Get<PaperTemplateService>().DefaultAsync(2019, c.Place.Committee, PaperKind.Tally, false)).Bytes));
}
