using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Reports;
using OrgManager.Restructuring;
using OrgManager.Reviews;
using OrgManager.Reviews.Statistics;
using OrgManager.Staff;
using OrgManager.Targets;
using OrgManager.Web.Access;
using OrgManager.Web.Decisions;
using OrgManager.Web.Decisions.Pending;
using OrgManager.Web.Establishment;
using OrgManager.Web.Establishment.Forecast;
using OrgManager.Web.Establishment.Streamlining;
using OrgManager.Web.Establishment.Ledger;
using OrgManager.Web.Establishment.Plans;
using OrgManager.Web.Establishment.Positions;
using OrgManager.Web.Organisation;
using OrgManager.Web.Organisation.Chart;
using OrgManager.Web.Organisation.Compare;
using OrgManager.Web.Organisation.Functions;
using OrgManager.Web.Party;
using OrgManager.Web.Party.Due;
using OrgManager.Web.Party.Meetings;
using OrgManager.Web.Party.Regulations;
using OrgManager.Web.Party.Fees;
using OrgManager.Web.Party.Movements;
using OrgManager.Web.Party.Registers;
using OrgManager.Web.Party.Transfers;
using OrgManager.Web.Restructuring;
using OrgManager.Web.Reviews;
using OrgManager.Web.Reviews.Files;
using OrgManager.Web.Reviews.Statistics;
using OrgManager.Web.Staff;

namespace OrgManager.Web.Common.Export;

/// <summary>Lists as files, exactly as their page shows them, for those who may take them out of the house.</summary>
public static class ExportDownloads
{
    public static IEndpointRouteBuilder MapExports(this IEndpointRouteBuilder routes)
    {
        var export = routes.MapGroup("/export").RequireAuthorization();
        export.MapGet("/staff.{format}", (string format, HttpRequest request, RosterService people, AccountService accounts, ExportWords words, CancellationToken ct) => AnswerAsync(format, "staff", request, words, async day =>
        {
            var address = RosterAddress.Of(request.Query, day);
            return RosterExport.Table(words.T, await people.ExportAsync(address.Query, address.Order, ct), await accounts.HiddenColumnsAsync(RosterHidable.List, ct));
        }));
        export.MapPost("/staff.{format}", ChosenStaffAsync);
        export.MapGet("/cells.{format}", (string format, HttpRequest request, CellService cells, AccountService accounts, ExportWords words, CancellationToken ct) => AnswerAsync(format, "cells", request, words, async day =>
            CellExport.Table(words.T, await cells.ExportAsync(day, ct), await accounts.HiddenColumnsAsync(CellHidable.List, ct))));
        export.MapGet("/meetings.{format}", (string format, HttpRequest request, MeetingBoardService boards, ExportWords words, CancellationToken ct) => AnswerAsync(format, "meetings", request, words, async day =>
            MeetingExport.Table(words.T, await boards.ExportAsync(MeetingBoardPage.YearOf(request.Query["year"], day), day, ct))));
        export.MapGet("/due.{format}", (string format, HttpRequest request, PartyDueService due, ExportWords words, CancellationToken ct) => AnswerAsync(format, "due", request, words, async day =>
            DueExport.Table(words.T, DueAddress.Of(name => request.Query[name]).Shown(await due.ExportAsync(day, DueAddress.Of(name => request.Query[name]).Months, ct)))));
        export.MapGet("/regulations.{format}", (string format, HttpRequest request, PartyPaperService papers, ExportWords words, CancellationToken ct) => AnswerAsync(format, "regulations", request, words, async day =>
            RegulationExport.Table(words.T, await papers.ExportAsync(day, ct))));
        export.MapGet("/decisions.{format}", (string format, HttpRequest request, DecisionRegister register, AccountService accounts, ExportWords words, CancellationToken ct) => AnswerAsync(format, "decisions", request, words, async _ =>
        {
            var address = DecisionAddress.Of(name => request.Query[name]);
            return DecisionExport.Table(words.T, await register.ExportAsync(address.Query, address.Order, ct), await accounts.HiddenColumnsAsync(DecisionHidable.List, ct));
        }));
        export.MapGet("/quota.{format}", (string format, HttpRequest request, EstablishmentService establishment, AccountService accounts, ExportWords words, CancellationToken ct) => AnswerAsync(format, "quota", request, words, async day =>
            EstablishmentExport.Table(words.T, await establishment.ExportAsync(day, request.Query["unit"] is [{ Length: > 0 } unit] ? unit : null, ct), request.Query, await accounts.HiddenColumnsAsync(ShownEstablishment.List, ct))));
        export.MapGet("/forecast.{format}", (string format, HttpRequest request, ForecastService forecasts, ExportWords words, CancellationToken ct) => AnswerAsync(format, "forecast", request, words, async day =>
            ForecastExport.Table(words.T, ShownForecast.Of(await forecasts.ExportAsync(day, request.Query["unit"] is [{ Length: > 0 } unit] ? unit : null, request.Query[ShownForecast.Approved] != ShownForecast.Without, ct), name => request.Query[name]))));
        export.MapGet("/streamlining.{format}", (string format, HttpRequest request, StreamliningService streamlining, ExportWords words, CancellationToken ct) => AnswerAsync(format, "streamlining", request, words, async _ =>
            StreamliningExport.Table(words.T, await streamlining.RegisterAsync(StreamliningPage.QueryOf(request.Query["state"], request.Query["year"]), ct)), ofToday: true));
        export.MapGet("/positions.{format}", (string format, HttpRequest request, PositionService positions, ExportWords words, CancellationToken ct) => AnswerAsync(format, "positions", request, words, async day =>
            PositionExport.Table(words.T, await positions.ExportAsync(PositionPage.QueryOf(name => request.Query[name], day), ct))));
        export.MapGet("/ledger.{format}", (string format, HttpRequest request, LedgerService ledger, ExportWords words, CancellationToken ct) => AnswerAsync(format, "ledger", request, words, async day =>
            LedgerExport.Table(words.T, await ledger.ExportAsync(LedgerAddress.Of(name => request.Query[name], day), ct))));
        export.MapGet("/plan.{format}", (string format, HttpRequest request, QuotaPlanService plans, ExportWords words, CancellationToken ct) => AnswerAsync(format, "plan", request, words, async _ =>
            PlanExport.Table(words.T, await plans.ExportAsync(Guid.TryParse(request.Query["id"], out var id) ? id : Guid.Empty, ct), ShownEstablishment.CategoryOf(request.Query["category"]), request.Query["differs"] == "1"), ofToday: true));
        export.MapGet("/plan-annex.xlsx", PlanAnnexDownload.BookAsync);
        export.MapGet("/plan-annex.docx", PlanAnnexDownload.PaperAsync);
        export.MapGet("/units.{format}", (string format, HttpRequest request, OrganisationService organisation, AccountService accounts, ExportWords words, CancellationToken ct) => AnswerAsync(format, "units", request, words, async day =>
            UnitExport.Table(words.T, await organisation.ExportAsync(day, ct), name => request.Query[name], await accounts.HiddenColumnsAsync(UnitHidable.List, ct))));
        export.MapGet("/units-compare.{format}", (string format, HttpRequest request, OrganisationService organisation, ExportWords words, CancellationToken ct) => AnswerAsync(format, "units-compare", request, words, async day =>
            CompareExport.Table(words.T, await organisation.ExportComparisonAsync(DayParser.TryParseIso(request.Query[WithDay.Key], out var other) ? other : day.AddYears(-1), day, request.Query["branch"] == "party" ? Branch.Party : Branch.Government, ct))));
        export.MapGet("/units-ahead.{format}", (string format, HttpRequest request, PendingChanges pending, ExportWords words, CancellationToken ct) => AnswerAsync(format, "units-ahead", request, words, async _ =>
            PendingExport.Table(words.T, await pending.ExportAsync(PendingAddress.Of(name => request.Query[name]), ct)), ofToday: true));
        export.MapGet("/transfers.{format}", (string format, HttpRequest request, TransferRegister register, OrgClock clock, ExportWords words, CancellationToken ct) => AnswerAsync(format, "transfers", request, words, async _ =>
            TransferExport.Table(words.T, await register.ExportAsync(TransferPage.QueryOf(request.Query["state"], request.Query["cell"], request.Query["year"], clock.Today), ct)), ofToday: true));
        export.MapGet("/fees.{format}", (string format, HttpRequest request, FeeService fees, OrgClock clock, ExportWords words, CancellationToken ct) => AnswerAsync(format, "fees", request, words, async _ =>
            request.Query["cell"].ToString() is { Length: > 0 } cell
                ? FeeExport.Table(words.T, await fees.ExportAsync(cell, FeeWords.Read(request.Query["month"], clock.Today), ct))
                : FeeExport.Table(words.T, await fees.ExportYearAsync(FeeWords.ReadYear(request.Query["year"], clock.Today.Year), ct)), ofToday: true));
        export.MapGet("/register.{format}", (string format, HttpRequest request, MemberRegister registers, ExportWords words, CancellationToken ct) => AnswerAsync(format, "register", request, words, async day =>
            RegisterExport.Table(await registers.ExportAsync(request.Query["unit"].ToString() is { Length: > 0 } unit ? unit : await registers.UnitsAsync(day, ct) is [var first, ..] ? first.Code : throw new AccessDeniedException(Permission.ViewPartyRecord), day, ct))));
        export.MapGet("/movements.{format}", (string format, HttpRequest request, MovementService movements, OrgClock clock, ExportWords words, CancellationToken ct) => AnswerAsync(format, "movements", request, words, async _ =>
            MovementColumns.Table(words.T, await movements.ExportAsync(FeeWords.ReadYear(request.Query["year"], clock.Today.Year), ct)), ofToday: true));
        export.MapGet("/functions.{format}", (string format, HttpRequest request, FunctionRegister register, ExportWords words, CancellationToken ct) => AnswerAsync(format, "functions", request, words, async day =>
            FunctionExport.Table(words.T, await register.ExportAsync(FunctionAddress.Of(name => request.Query[name]), day, ct))));
        export.MapGet("/functions-matrix.{format}", (string format, HttpRequest request, FunctionRegister register, ExportWords words, CancellationToken ct) => AnswerAsync(format, "functions-matrix", request, words, async day =>
            FunctionExport.Matrix(words.T, await register.ExportMatrixAsync(day, ct))));
        export.MapGet("/scenarios.{format}", (string format, HttpRequest request, ScenarioViewService scenarios, ExportWords words, CancellationToken ct) => AnswerAsync(format, "scenarios", request, words, async _ =>
            ScenarioExport.Table(words.T, ScenarioFilter.Of(await scenarios.ExportAsync(ct), request.Query["state"], request.Query["search"])), ofToday: true));
        export.MapGet("/scenarios-compare.{format}", (string format, HttpRequest request, ScenarioViewService scenarios, ExportWords words, CancellationToken ct) => AnswerAsync(format, "scenarios-compare", request, words, async _ =>
            ScenarioExport.Table(words.T, await scenarios.ExportComparisonAsync(ScenarioFigures.Ids(request.Query["ids"]), ct)), ofToday: true));
        export.MapGet("/units-chart.svg", ChartDownload.AnswerAsync);
        export.MapGet("/missing.{format}", (string format, HttpRequest request, MissingDecisions missing, AccountService accounts, ExportWords words, CancellationToken ct) => AnswerAsync(format, "missing", request, words, async _ =>
            MissingExport.Table(words.T, await missing.ExportAsync(Enum.TryParse<ChangeArea>(request.Query["area"], ignoreCase: true, out var area) && Enum.IsDefined(area) ? area : null, ct), await accounts.HiddenColumnsAsync(MissingHidable.List, ct))));
        export.MapGet("/reviews.{format}", (string format, HttpRequest request, ReviewCycleService cycles, AccountService accounts, ExportWords words, CancellationToken ct) => AnswerAsync(format, "reviews", request, words, async _ =>
            ReviewExport.Table(words.T, ReviewSubject.Member, await cycles.ExportAsync(int.TryParse(request.Query["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null, BoardAddress.Of(name => request.Query[name], 1), ct), await accounts.HiddenColumnsAsync(BoardHidable.List, ct))));
        export.MapGet("/staff-reviews.{format}", (string format, HttpRequest request, ReviewCycleService cycles, AccountService accounts, ExportWords words, CancellationToken ct) => AnswerAsync(format, "staff-reviews", request, words, async _ =>
            ReviewExport.Table(words.T, ReviewSubject.Staff, await cycles.ExportStaffAsync(int.TryParse(request.Query["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null, BoardAddress.Of(name => request.Query[name], 1), ct), await accounts.HiddenColumnsAsync(BoardHidable.List, ct))));
        export.MapGet("/review-statistics.{format}", (string format, HttpRequest request, ReviewStatisticsService statistics, ExportWords words, CancellationToken ct) => AnswerAsync(format, "review-statistics", request, words, async _ =>
            FigureExport.Table(words.T, await statistics.ExportAsync(YearOf(request), Named(request, "committee"), ct)), ofToday: true));
        export.MapGet("/staff-statistics.{format}", (string format, HttpRequest request, ReviewStatisticsService statistics, ExportWords words, CancellationToken ct) => AnswerAsync(format, "staff-statistics", request, words, async _ =>
            FigureExport.Table(words.T, await statistics.ExportStaffAsync(YearOf(request), ct)), ofToday: true));
        export.MapGet("/review-members.{format}", (string format, HttpRequest request, ReviewStatisticsService statistics, ExportWords words, CancellationToken ct) => AnswerAsync(format, "review-members", request, words, async _ =>
            FigureExport.Members(words.T, ReviewSubject.Member, await statistics.ExportMembersAsync(YearOf(request), MembersAddress.Filter(name => request.Query.ContainsKey(name) ? request.Query[name].ToString() : null), Named(request, "committee"), ct)), ofToday: true));
        export.MapGet("/staff-members.{format}", (string format, HttpRequest request, ReviewStatisticsService statistics, ExportWords words, CancellationToken ct) => AnswerAsync(format, "staff-members", request, words, async _ =>
            FigureExport.Members(words.T, ReviewSubject.Staff, await statistics.ExportStaffRowsAsync(YearOf(request), MembersAddress.Filter(name => request.Query.ContainsKey(name) ? request.Query[name].ToString() : null), ct)), ofToday: true));
        export.MapGet("/remedies.{format}", (string format, HttpRequest request, RemedyService remedies, ExportWords words, CancellationToken ct) => AnswerAsync(format, "remedies", request, words, async _ =>
            FileExport.Table(words.T, await remedies.ExportAsync(RemedyListPage.QueryOf(Named(request, "cell"), Named(request, "show")), ct)), ofToday: true));
        export.MapGet("/staff-comments.{format}", (string format, HttpRequest request, StaffCommentService comments, ExportWords words, CancellationToken ct) => AnswerAsync(format, "staff-comments", request, words, async _ =>
            FileExport.Table(words.T, await comments.ExportAsync(ct)), ofToday: true));
        export.MapGet("/party-year.{format}", (string format, HttpRequest request, PartyYearService statistics, ExportWords words, CancellationToken ct) => AnswerAsync(format, "party-year", request, words, async _ =>
            FigureExport.Table(words.T, await statistics.ExportAsync(YearOf(request), ct)), ofToday: true));
        export.MapGet("/audit.{format}", (string format, HttpRequest request, TrailService trail, TargetService targets, AccountService accounts, ICurrentActor actor, OrgClock clock, ExportWords words, CancellationToken ct) => AnswerAsync(format, "audit", request, words, async day =>
        {
            var page = await trail.ExportAsync(TrailAddress.Of(name => request.Query[name], await actor.GetAsync(ct)), ct);
            return TrailExport.Table(words.T, clock, page, await targets.ProgressAsync(day, ct), await accounts.HiddenColumnsAsync(TrailHidable.List, ct));
        }, ofToday: true));
        export.MapGet("/accounts.{format}", (string format, HttpRequest request, UserViewService users, OrgClock clock, ExportWords words, CancellationToken ct) => AnswerAsync(format, "accounts", request, words, async _ =>
            UserExport.Table(words.T, clock, await users.ExportAsync(UserAddress.Of(name => request.Query[name]), ct)), ofToday: true));
        return routes;
    }

    /// <summary>Who was chosen on the page, whatever its filters were since; in a form, for an address is too short for many.</summary>
    private static async Task<IResult> ChosenStaffAsync(string format, HttpContext context, IAntiforgery antiforgery, RosterService people, AccountService accounts, ExportWords words, CancellationToken ct)
    {
        if (!await antiforgery.IsRequestValidAsync(context)) return Results.BadRequest();
        var form = await context.Request.ReadFormAsync(ct);
        var codes = form["people"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        return await AnswerAsync(format, "staff", context.Request, words, async day =>
        {
            var order = RosterAddress.Of(context.Request.Query, day).Order;
            return RosterExport.Table(words.T, await people.ExportAsync(new(day) { Codes = codes }, order, ct), await accounts.HiddenColumnsAsync(RosterHidable.List, ct));
        });
    }

    private static int YearOf(HttpRequest request) => int.TryParse(request.Query["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 3000 ? year : 1901;

    private static string? Named(HttpRequest request, string name) => request.Query[name] is [{ Length: > 0 } value] ? value : null;

    /// <param name="ofToday">It is a list as it stands now, whatever day its page is looked at on.</param>
    private static async Task<IResult> AnswerAsync(string format, string name, HttpRequest request, ExportWords words, Func<DateOnly, Task<ExportTable>> read, bool ofToday = false)
    {
        if (format is not ("xlsx" or "csv")) return Results.NotFound();
        var day = !ofToday && DayParser.TryParseIso(request.Query[AsOf.Key], out var asked) ? asked : words.Today;
        try
        {
            var table = await words.AboutAsync(await read(day), day);
            var file = $"{name}-{day:yyyy-MM-dd}.{format}";
            request.HttpContext.Response.Headers.CacheControl = "private, no-store";
            return format == "csv" ? Results.File(CsvFile.Write(table), CsvFile.Type, file) : Results.File(XlsxFile.Write(table), XlsxFile.Type, file);
        }
        catch (AccessDeniedException)
        {
            return Results.Text(words.T["Error.NotAllowed"], statusCode: StatusCodes.Status403Forbidden);
        }
        catch (NotFoundException)
        {
            return Results.Text(words.T["Error.Gone"], statusCode: StatusCodes.Status404NotFound);
        }
    }
}
