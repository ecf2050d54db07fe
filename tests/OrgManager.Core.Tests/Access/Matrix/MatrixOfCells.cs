using OrgManager.Common;
using OrgManager.Import;
using OrgManager.Party;

namespace OrgManager.Tests.Access.Matrix;

/// <summary>The life of cells: meetings, terms, working regulations and what falls due.</summary>
internal static class MatrixOfCells
{
    public static readonly Dictionary<string, MatrixCase> Cases = new()
    {
        ["CellMeetingService.OfCellAsync"] = MatrixCase.Of(Aim.Cell, c => c.Get<CellMeetingService>().OfCellAsync(c.Place.Cell, c.Org.Today)),
        ["CellMeetingService.GetAsync"] = OfMeeting((c, seen) => c.Get<CellMeetingService>().GetAsync(seen.Id)),
        ["CellMeetingService.SuggestAsync"] = MatrixCase.Of(Aim.Cell, c => c.Get<CellMeetingService>().SuggestAsync(c.Place.Cell, c.Org.Today)),
        ["CellMeetingService.EnterAsync(cellId)"] = MatrixCase.Of(Aim.Cell, async c => await c.Get<CellMeetingService>().EnterAsync(await c.CellAsync(), Facts(c))),
        ["CellMeetingService.EnterAsync(several)"] = MatrixCase.Of(Aim.Cell, async c => await c.Get<CellMeetingService>().EnterAsync([new(await c.CellAsync(), Facts(c))])),
        ["CellMeetingService.CorrectAsync"] = OfMeeting((c, seen) => c.Get<CellMeetingService>().CorrectAsync(seen, Facts(c) with { Minutes = 120 }, "Nhầm")),
        ["CellMeetingService.WithdrawAsync"] = OfMeeting((c, seen) => c.Get<CellMeetingService>().WithdrawAsync(seen, "Nhầm")),
        ["MeetingBoardService.BoardAsync"] = Listing(async c => (await c.Get<MeetingBoardService>().BoardAsync(c.Org.Today.Year, c.Org.Today, new(0, 999))).Rows.Select(r => r.Cell.Code)),
        ["MeetingBoardService.ExportAsync"] = Listing(async c => (await c.Get<MeetingBoardService>().ExportAsync(c.Org.Today.Year, c.Org.Today)).Rows.Select(r => r.Cell.Code)),
        ["MeetingBoardService.TryAsync"] = Listing(async c =>
            (await c.Get<MeetingBoardService>().TryAsync([.. MatrixPlace.All.Select((place, at) => new SheetRow(at + 1, [place.Cell, "1/12/2025", "", "3", "3"]))], c.Org.Today)).Rows.Select(r => r.Cell?.Code).OfType<string>()),
        ["MeetingPaperService.MinutesAsync"] = OfMeeting((c, seen) => c.Get<MeetingPaperService>().MinutesAsync(seen.Id)),
        ["MeetingPaperService.AttachAsync"] = OfMeeting((c, seen) => c.Get<MeetingPaperService>().AttachAsync(seen.Id, TestFiles.Pdf("a.pdf", c.Number))),
        ["MeetingPaperService.DetachAsync"] = OfMeetingFile((c, seen, file) => c.Get<MeetingPaperService>().DetachAsync(seen.Id, file, "Nhầm")),
        ["MeetingPaperService.DownloadAsync"] = OfMeetingFile((c, _, file) => c.Get<MeetingPaperService>().DownloadAsync(file)),

        ["PartyPaperService.OfUnitAsync"] = MatrixCase.Of(Aim.Cell, c => c.Get<PartyPaperService>().OfUnitAsync(c.Place.Cell, c.Org.Today)),
        ["PartyPaperService.RegisterAsync"] = Listing(async c => InRegister(await c.Get<PartyPaperService>().RegisterAsync(c.Org.Today))),
        ["PartyPaperService.ExportAsync"] = Listing(async c => InRegister(await c.Get<PartyPaperService>().ExportAsync(c.Org.Today))),
        ["RegulationService.IssueAsync"] = MatrixCase.Of(Aim.Cell, async c => await c.Get<RegulationService>().IssueAsync(await c.CellAsync(), Regulation(c))),
        ["RegulationService.CorrectAsync"] = OfRegulation((c, seen) => c.Get<RegulationService>().CorrectAsync(seen, Regulation(c) with { Note = "Sửa" }, "Nhầm")),
        ["RegulationService.WithdrawAsync"] = OfRegulation((c, seen) => c.Get<RegulationService>().WithdrawAsync(seen, "Nhầm")),
        ["RegulationService.AttachAsync"] = OfRegulation((c, seen) => c.Get<RegulationService>().AttachAsync(seen.Id, TestFiles.Pdf("a.pdf", c.Number))),
        ["RegulationService.DetachAsync"] = OfRegulationFile((c, seen, file) => c.Get<RegulationService>().DetachAsync(seen.Id, file, "Nhầm")),
        ["RegulationService.DownloadAsync"] = OfRegulationFile((c, _, file) => c.Get<RegulationService>().DownloadAsync(file)),
        ["PartyTermService.BeginAsync"] = MatrixCase.Of(Aim.Cell, async c => await c.Get<PartyTermService>().BeginAsync(await c.CellAsync(), Term(c))),
        ["PartyTermService.CorrectAsync"] = OfTerm((c, seen) => c.Get<PartyTermService>().CorrectAsync(seen, Term(c) with { Name = "Khác" }, "Nhầm")),
        ["PartyTermService.WithdrawAsync"] = OfTerm((c, seen) => c.Get<PartyTermService>().WithdrawAsync(seen, "Nhầm")),

        ["PartyDueService.ListAsync"] = Listing(async c => (await c.Get<PartyDueService>().ListAsync(c.Org.Today)).Select(d => d.Unit.Code)),
        ["PartyDueService.ExportAsync"] = Listing(async c => (await c.Get<PartyDueService>().ExportAsync(c.Org.Today)).Select(d => d.Unit.Code)),
    };

    /// <summary>Another day for each call, all of them since the places are there.</summary>
    private static DateOnly Day(MatrixCall c) => c.Org.Today.AddDays(-1 - c.Number % 3000);

    private static MeetingFacts Facts(MatrixCall c) => new(MeetingKind.Extraordinary, Day(c), new(3, 3));

    private static RegulationFacts Regulation(MatrixCall c) => new($"{c.Number}-QC/CB", Day(c), "Quy chế làm việc", Day(c));

    /// <summary>Between two congresses of the model's cells.</summary>
    private static TermFacts Term(MatrixCall c) => new($"Nhiệm kỳ {c.Number}", new DateOnly(2023, 1, 1).AddDays(c.Number % 700));

    private static IEnumerable<string> InRegister(RegulationRegister register) => register.Rows.Select(r => r.Unit.Code).Concat(register.Gaps.Select(g => g.Unit.Code));

    private static MatrixCase Listing(Func<MatrixCall, Task<IEnumerable<string>>> cells) => MatrixCase.Listing(Aim.Cell, async c =>
    {
        var shown = (await cells(c)).ToHashSet();
        return MatrixPlace.All.Where(place => shown.Contains(place.Cell));
    });

    private static MatrixCase OfMeeting(Func<MatrixCall, Seen, Task> call) => MatrixCase.Of(Aim.Cell, async c =>
    {
        var seen = new Seen(await c.Get<CellMeetingService>().EnterAsync(await c.CellAsync(), Facts(c)), 0);
        return () => call(c, seen);
    });

    private static MatrixCase OfMeetingFile(Func<MatrixCall, Seen, Guid, Task> call) => MatrixCase.Of(Aim.Cell, async c =>
    {
        var seen = new Seen(await c.Get<CellMeetingService>().EnterAsync(await c.CellAsync(), Facts(c)), 1);
        var file = await c.Get<MeetingPaperService>().AttachAsync(seen.Id, TestFiles.Pdf("a.pdf", c.Number));
        return () => call(c, seen, file);
    });

    private static MatrixCase OfRegulation(Func<MatrixCall, Seen, Task> call) => MatrixCase.Of(Aim.Cell, async c =>
    {
        var seen = new Seen(await c.Get<RegulationService>().IssueAsync(await c.CellAsync(), Regulation(c)), 0);
        return () => call(c, seen);
    });

    private static MatrixCase OfRegulationFile(Func<MatrixCall, Seen, Guid, Task> call) => MatrixCase.Of(Aim.Cell, async c =>
    {
        var seen = new Seen(await c.Get<RegulationService>().IssueAsync(await c.CellAsync(), Regulation(c)), 1);
        var file = await c.Get<RegulationService>().AttachAsync(seen.Id, TestFiles.Pdf("a.pdf", c.Number));
        return () => call(c, seen, file);
    });

    private static MatrixCase OfTerm(Func<MatrixCall, Seen, Task> call) => MatrixCase.Of(Aim.Cell, async c =>
    {
        var seen = new Seen(await c.Get<PartyTermService>().BeginAsync(await c.CellAsync(), Term(c)), 0);
        return () => call(c, seen);
    });
}
