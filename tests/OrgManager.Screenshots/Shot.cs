namespace OrgManager.Screenshots;

/// <summary>One page as somebody sees it, of which a picture is taken at each width.</summary>
internal sealed record Shot(string User, string Page, string Path, string Theme, string Language)
{
    public static readonly IReadOnlyList<(int Width, int Height)> Sizes = [(1440, 900), (390, 844)];

    private const string Then = "on=2019-10-21";

    private static readonly string[] Users = ["admin", "hr", "partyclerk", "secretary", "cell1", "director", "unithead", "inspector", "self"];

    private static readonly (string Name, string Path)[] Pages =
    [
        ("home", $"/?{Then}"), ("units", $"/units?{Then}"), ("chart", "/units/chart?on=2021-01-01&with=2019-10-21"), ("chart-now", "/units/chart"), ("chart-party", "/units/chart?branch=party&on=2021-01-01&with=2019-10-21"), ("compare", "/units/compare?on=2021-01-01&with=2019-10-21"), ("ahead", "/units/ahead"), ("units-party", $"/units?branch=party&{Then}"), ("unit", "/units/TM?on=2021-06-30"), ("quota", $"/quota?{Then}"), ("ledger", "/quota/ledger?kind=allocated"), ("plans", "/quota/plans"), ("forecast", $"/quota/forecast?{Then}&period=2020"), ("forecast-now", "/quota/forecast"), ("positions", "/quota/positions"), ("streamlining", "/quota/streamlining"),
        ("functions", "/units/functions"), ("functions-matrix", "/units/functions/matrix"),
        ("rules", "/units/rules"),
        ("staff", $"/staff?{Then}"), ("person", $"/staff/CB035?{Then}"), ("import", "/import"), ("decisions", "/decisions"), ("decision", "/decisions/{first}"), ("decisions-missing", "/decisions/missing"),
        ("scenarios", "/scenarios"), ("scenario", "/scenarios/{first}"), ("scenarios-compare", "/scenarios/compare"),
        ("cells", $"/cells?{Then}"), ("cell", $"/cells/CB-CN?{Then}"), ("member", $"/members/CB035?{Then}"), ("transfers", "/cells/transfers"), ("fees", "/cells/fees"), ("fees-cell", "/cells/fees?cell=CB-VP"), ("register", $"/cells/register?{Then}"), ("movements", "/cells/movements?year=2019"), ("reviews", "/reviews?year=2019"), ("staff-reviews", "/reviews/staff"), ("staff-above", "/reviews/above"), ("review-sheet", "/reviews/2019/CB-VP"), ("review-file", "/reviews/2019/members/CB035"), ("review-criteria", "/reviews/2019/CB-VP/criteria"), ("reviews-mine", "/reviews/mine"), ("review-comments", "/reviews/comments"), ("remedies", "/reviews/remedies"), ("excellent", "/reviews/2019/excellent/DB-SCT"), ("rule-sets", "/reviews/rules"), ("rule-set", "/reviews/rules/366-2025"), ("review-papers", "/reviews/2019/papers"), ("review-statistics", "/reviews/2019/statistics"), ("review-members", "/reviews/2019/members?grade=HTXSNV"), ("party-year", "/cells/statistics?year=2019"),
        ("cells-meetings", $"/cells/meetings?{Then}"), ("cells-due", $"/cells/due?{Then}"), ("cells-regulations", $"/cells/regulations?{Then}"),
        ("targets", "/targets?on=2020-12-31"), ("target", "/targets/B?on=2020-12-31"), ("headcount", $"/reports/headcount?{Then}"), ("audit", "/audit"),
        ("accounts", "/admin/accounts"), ("account", "/admin/accounts/hr"), ("backup", "/admin/backup"), ("me", "/me"), ("privacy", "/privacy"), ("why", "/why?person=CB035"), ("help", "/help"), ("help-quota", "/help/quota"), ("password", "/account/password"), ("not-found", "/nowhere"),
    ];

    public static IEnumerable<Shot> All =>
        from user in Users
        from theme in new[] { "light", "dark" }
        from language in new[] { "vi", "en" }
        from page in Pages
        select new Shot(user, page.Name, page.Path, theme, language);

    /// <summary>Pages that can be opened one after the other, signed in once.</summary>
    public string Session => $"{User} {Theme} {Language}";

    public string Name(int width) => $"{Page}.{User}.{Theme}.{width}.{Language}";
}
