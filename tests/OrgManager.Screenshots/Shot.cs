namespace OrgManager.Screenshots;

/// <summary>One picture: who looks at what, and how.</summary>
internal sealed record Shot(string User, string Page, string Path, string Theme, int Width, string Language)
{
    private const string Then = "on=2019-10-21";

    private static readonly string[] Users = ["admin", "hr", "partyclerk", "secretary", "cell1", "director", "unithead", "inspector", "self"];

    private static readonly (string Name, string Path)[] Pages =
    [
        ("home", $"/?{Then}"), ("units", $"/units?{Then}"), ("units-party", $"/units?branch=party&{Then}"), ("unit", "/units/TM?on=2021-06-30"), ("quota", $"/quota?{Then}"),
        ("staff", $"/staff?{Then}"), ("person", $"/staff/CB035?{Then}"), ("decisions", "/decisions"), ("decision", "/decisions/{first}"), ("decisions-missing", "/decisions/missing"),
        ("cells", $"/cells?{Then}"), ("cell", $"/cells/CB-CN?{Then}"), ("member", $"/members/CB035?{Then}"), ("reviews", "/reviews?year=2019"), ("review-sheet", "/reviews/2019/CB-VP"),
        ("targets", "/targets?on=2020-12-31"), ("target", "/targets/B?on=2020-12-31"), ("headcount", $"/reports/headcount?{Then}"), ("audit", "/audit"),
        ("accounts", "/admin/accounts"), ("account", "/admin/accounts/hr"), ("backup", "/admin/backup"), ("me", "/me"), ("privacy", "/privacy"), ("why", "/why?person=CB035"), ("help", "/help"), ("help-quota", "/help/quota"), ("password", "/account/password"), ("not-found", "/nowhere"),
    ];

    public static IEnumerable<Shot> All =>
        from user in Users
        from theme in new[] { "light", "dark" }
        from width in new[] { 1440, 390 }
        from language in new[] { "vi", "en" }
        from page in Pages
        select new Shot(user, page.Name, page.Path, theme, width, language);

    public string Name => $"{Page}.{User}.{Theme}.{Width}.{Language}";

    /// <summary>Pictures that can be taken in the same browser, signed in once.</summary>
    public string Session => $"{User} {Theme} {Width} {Language}";
}
