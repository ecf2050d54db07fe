namespace OrgManager.Web.Tests.Access;

/// <summary>A page, an address of it in the model organisation, and whom the table of rights (DESIGN §7) opens it to.</summary>
internal sealed record PageLine(string Route, string Address, string For)
{
    /// <summary>In an address: a quota plan of the whole department.</summary>
    public const string Plan = "{plan}";

    private const string Everybody = "admin hr partyclerk secretary cell1 director unithead inspector self";
    private const string Quota = "hr director unithead inspector", PartyBasics = "hr partyclerk secretary director inspector", PartyRecord = "partyclerk secretary inspector";
    private const string Trail = "hr partyclerk secretary director inspector", Enters = "hr partyclerk cell1";

    /// <summary>Within the shell, on one day. CB035 and CB033 work in QLCN and are of CB-CN, CB049 and CB056 of QLTM and CB-TM, CB005 of VP and CB-VP.</summary>
    public static readonly PageLine[] InTheShell =
    [
        new("/", "/", Everybody), new("/units", "/units", Everybody), new("/units", "/units?branch=party", Everybody),
        new("/units/{Code}", "/units/QLCN", Everybody), new("/units/{Code}", "/units/QLTM", Everybody), new("/units/{Code}", "/units/CB-TM", Everybody),
        new("/units/chart", "/units/chart", Everybody), new("/units/chart", "/units/chart?branch=party&with=2018-10-21&depth=9", Everybody),
        new("/units/compare", "/units/compare?with=2014-10-21", Everybody), new("/units/compare", "/units/compare?branch=party&with=2021-10-21", Everybody),
        new("/units/functions", "/units/functions", Everybody), new("/units/functions", "/units/functions?field=Thanh%20tra&lead=TTR", Everybody), new("/units/functions/matrix", "/units/functions/matrix", Everybody),
        new("/units/rules", "/units/rules", Everybody), new("/units/ahead", "/units/ahead", Everybody), new("/units/ahead", "/units/ahead?area=quota&unit=QLCN&in=2027", Everybody),
        new("/targets", "/targets", Everybody), new("/targets/{Code}", "/targets/B", Everybody), new("/help", "/help", Everybody), new("/help/{Part}", "/help/cells", Everybody),
        new("/quota", "/quota", Quota), new("/quota", "/quota?unit=TTR", "hr director inspector"), new("/quota/ledger", "/quota/ledger?kind=allocated", Quota), new("/quota/ledger", "/quota/ledger?unit=TTR", "hr director inspector"), new("/quota/plans", "/quota/plans", Quota), new("/quota/plans/{Id:guid}", "/quota/plans/{plan}", "hr director inspector"), new("/reports/headcount", "/reports/headcount", Quota),
        new("/quota/forecast", "/quota/forecast", Quota), new("/quota/forecast", "/quota/forecast?unit=TTR&by=year&period=2027", "hr director inspector"),
        new("/quota/positions", "/quota/positions", Quota),
        new("/quota/streamlining", "/quota/streamlining", Quota), new("/staff", "/staff", Quota), new("/staff/{Code}", "/staff/CB035", Quota + " self"), new("/staff/{Code}", "/staff/CB033", Quota),
        new("/staff/{Code}", "/staff/CB056", "hr director inspector"), new("/staff/{Code}", "/staff/CB005", "hr director inspector cell1"),
        new("/import", "/import", "hr"),
        new("/cells", "/cells", PartyBasics + " cell1"), new("/cells/{Code}", "/cells/CB-TM", PartyBasics), new("/cells/{Code}", "/cells/CB-VP", PartyBasics + " cell1"),
        new("/cells/transfers", "/cells/transfers", PartyRecord + " cell1"), new("/cells/fees", "/cells/fees", PartyRecord + " cell1"), new("/cells/fees", "/cells/fees?cell=CB-TM&month=2019-10", PartyRecord), new("/cells/movements", "/cells/movements?year=2019", PartyRecord + " cell1"), new("/cells/register", "/cells/register", PartyRecord + " cell1"), new("/cells/register", "/cells/register?unit=CB-TM", PartyRecord),
        new("/cells/meetings", "/cells/meetings?year=2019", PartyRecord + " cell1"), new("/cells/due", "/cells/due?months=12&group=meetings", PartyRecord + " cell1"), new("/cells/regulations", "/cells/regulations", PartyRecord + " cell1"),
        new("/members/{Code}", "/members/CB049", PartyRecord), new("/members/{Code}", "/members/CB005", PartyRecord + " cell1"), new("/members/{Code}", "/members/CB035", PartyRecord + " self"), new("/members/{Code}", "/members/CB033", PartyRecord + " unithead"),
        new("/reviews", "/reviews?year=2019", PartyRecord + " cell1"), new("/reviews/{YearIn:int}", "/reviews/2019", PartyRecord + " cell1"),
        new("/reviews/staff", "/reviews/staff", PartyRecord + " cell1 director unithead"), new("/reviews/above", "/reviews/above", "hr"), new("/reviews/staff/{Year:int}/statistics", "/reviews/staff/2020/statistics", PartyRecord + " cell1 director unithead"), new("/reviews/staff/{Year:int}/members", "/reviews/staff/2020/members", PartyRecord + " cell1 director unithead"), new("/reviews/rules", "/reviews/rules", Everybody), new("/reviews/rules/{Code}", "/reviews/rules/132-2018", Everybody),
        new("/reviews/{Year:int}/{Code}", "/reviews/2019/CB-TM", PartyRecord), new("/reviews/{Year:int}/{Code}", "/reviews/2019/CB-VP", PartyRecord + " cell1"),
        new("/reviews/{Year:int}/statistics", "/reviews/2019/statistics", PartyRecord + " cell1"), new("/reviews/statistics", "/reviews/statistics?by=Sex", PartyRecord + " cell1"), new("/reviews/{Year:int}/members", "/reviews/2019/members?grade=HTXSNV", PartyRecord + " cell1"),
        new("/reviews/{Year:int}/papers", "/reviews/2019/papers", "hr partyclerk secretary cell1 director unithead inspector self"), new("/reviews/papers", "/reviews/papers", "hr partyclerk secretary cell1 director unithead inspector self"), new("/cells/statistics", "/cells/statistics?year=2019", PartyRecord + " cell1"),
        new("/reviews/mine", "/reviews/mine", "hr partyclerk secretary cell1 director unithead inspector self"), new("/reviews/comments", "/reviews/comments", "director unithead"), new("/reviews/remedies", "/reviews/remedies", "hr partyclerk secretary cell1 director unithead inspector self"),
        new("/reviews/{Year:int}/members/{Code}", "/reviews/2019/members/CB049", PartyRecord), new("/reviews/{Year:int}/members/{Code}", "/reviews/2019/members/CB035", PartyRecord + " self"), new("/reviews/{Year:int}/members/{Code}", "/reviews/2019/members/CB005", PartyRecord + " cell1"),
        new("/reviews/{Year:int}/excellent/{Code}", "/reviews/2019/excellent/DB-SCT", PartyRecord),
        new("/reviews/{Year:int}/{CellCode}/file", "/reviews/2019/CB-VP/file", PartyRecord + " cell1"), new("/reviews/{Year:int}/{Code}/criteria", "/reviews/2019/CB-TM/criteria", PartyRecord), new("/reviews/{Year:int}/{Code}/criteria", "/reviews/2019/CB-VP/criteria", PartyRecord + " cell1"),
        new("/scenarios", "/scenarios", Everybody), new("/scenarios/compare", "/scenarios/compare", Everybody), new("/scenarios/{Id:guid}", "/scenarios/{Phương án 01: hợp nhất QLTM và XNK}", "hr partyclerk director"),
        new("/decisions", "/decisions", Everybody), new("/decisions/missing", "/decisions/missing", Enters),
        new("/decisions/{Id:guid}", "/decisions/{315/QĐ-SCT}", Everybody), new("/decisions/{Id:guid}", "/decisions/{09-QĐ/ĐU}", Everybody),
        new("/audit", "/audit", Everybody), new("/audit", "/audit?person=CB056", Everybody),
        new("/why", "/why?person=CB035", Trail + " self"), new("/why", "/why?person=CB056", "hr partyclerk secretary director inspector"),
        new("/me", "/me", Everybody), new("/privacy", "/privacy", Everybody),
        new("/admin", "/admin", "admin"), new("/admin/accounts", "/admin/accounts", "admin"), new("/admin/accounts/{Name}", "/admin/accounts/hr", "admin"), new("/admin/backup", "/admin/backup", "admin"),
        new("/styleguide", "/styleguide", Everybody), new("/not-found", "/not-found", Everybody),
    ];

    /// <summary>Of the account itself or of nothing: for everybody, and nobody else is in them.</summary>
    public static readonly PageLine[] Apart =
    [
        new("/account/password", "/account/password", Everybody), new("/account/first-administrator", "/account/first-administrator", Everybody), new("/account/signin", "/account/signin", Everybody),
        new("/account/access-denied", "/account/access-denied", Everybody), new("/error", "/error", Everybody),
    ];

    /// <summary>Lists as files: who sees the list and may take it out of the house.</summary>
    public static readonly PageLine[] Downloads =
    [
        new("/staff.{format}", "/export/staff.csv", Quota), new("/staff.{format}", "/export/staff.xlsx", Quota), new("/quota.{format}", "/export/quota.csv", Quota),
        new("/quota.{format}", "/export/quota.xlsx?unit=TTR", "hr director inspector"),
        new("/ledger.{format}", "/export/ledger.csv?kind=allocated", Quota), new("/ledger.{format}", "/export/ledger.xlsx?unit=TTR", "hr director inspector"), new("/plan.{format}", "/export/plan.csv?id={plan}", "hr director inspector"), new("/plan-annex.xlsx", "/export/plan-annex.xlsx?id={plan}&form=ib", "hr director inspector"),
        new("/plan-annex.docx", "/export/plan-annex.docx?id={plan}&form=ia", "hr director inspector"),
        new("/forecast.{format}", "/export/forecast.csv", Quota), new("/forecast.{format}", "/export/forecast.xlsx?unit=TTR", "hr director inspector"),
        new("/positions.{format}", "/export/positions.csv", Quota),
        new("/streamlining.{format}", "/export/streamlining.xlsx", "hr inspector"),
        new("/cells.{format}", "/export/cells.csv", PartyBasics + " cell1"), new("/decisions.{format}", "/export/decisions.csv", Enters + " secretary director unithead inspector"),
        new("/transfers.{format}", "/export/transfers.csv", PartyRecord + " cell1"), new("/fees.{format}", "/export/fees.csv?cell=CB-TM&month=2019-10", PartyRecord), new("/fees.{format}", "/export/fees.csv", PartyRecord + " cell1"), new("/register.{format}", "/export/register.csv?unit=CB-TM", PartyRecord), new("/movements.{format}", "/export/movements.csv?year=2019", PartyRecord + " cell1"), new("/register.{format}", "/export/register.csv", PartyRecord + " cell1"),
        new("/meetings.{format}", "/export/meetings.csv?year=2019", PartyRecord + " cell1"), new("/due.{format}", "/export/due.xlsx?months=3", PartyRecord + " cell1"), new("/regulations.{format}", "/export/regulations.csv", PartyRecord + " cell1"),
        new("/units.{format}", "/export/units.csv", "hr partyclerk secretary cell1 director unithead inspector"), new("/missing.{format}", "/export/missing.csv", Enters), new("/reviews.{format}", "/export/reviews.csv?year=2019", PartyRecord + " cell1"),
        new("/staff-statistics.{format}", "/export/staff-statistics.csv?id=2020", PartyRecord + " cell1 director unithead"), new("/staff-reviews.{format}", "/export/staff-reviews.csv?year=2020", PartyRecord + " cell1 director unithead"), new("/review-statistics.{format}", "/export/review-statistics.csv?id=2019", PartyRecord + " cell1"), new("/review-members.{format}", "/export/review-members.csv?id=2019&grade=HTXSNV", PartyRecord + " cell1"), new("/party-year.{format}", "/export/party-year.csv?id=2019", PartyRecord + " cell1"),
        new("/staff-members.{format}", "/export/staff-members.csv?id=2020", PartyRecord + " cell1 director unithead"), new("/remedies.{format}", "/export/remedies.csv", PartyRecord + " cell1"), new("/staff-comments.{format}", "/export/staff-comments.csv", "director unithead"),
        new("/units-compare.{format}", "/export/units-compare.csv?with=2021-10-21", "hr partyclerk secretary cell1 director unithead inspector"), new("/units-chart.svg", "/export/units-chart.svg?with=2021-10-21", "hr partyclerk secretary cell1 director unithead inspector"),
        new("/functions.{format}", "/export/functions.csv", "hr partyclerk secretary cell1 director unithead inspector"), new("/functions-matrix.{format}", "/export/functions-matrix.csv", "hr partyclerk secretary cell1 director unithead inspector"),
        new("/units-ahead.{format}", "/export/units-ahead.csv", "hr partyclerk secretary cell1 director unithead inspector"),
        new("/scenarios.{format}", "/export/scenarios.csv", "hr partyclerk secretary cell1 director unithead inspector"), new("/scenarios-compare.{format}", "/export/scenarios-compare.csv", "hr partyclerk secretary cell1 director unithead inspector"),
        new("/audit.{format}", "/export/audit.csv", "hr partyclerk secretary director inspector"), new("/accounts.{format}", "/export/accounts.csv", ""), // who administers may take no list out, unless another right says so
    ];

    public bool IsFor(string user) => For.Split(' ').Contains(user);
}
