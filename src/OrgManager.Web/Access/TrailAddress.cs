using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Web.Common;

namespace OrgManager.Web.Access;

/// <summary>What the address of the trail asks for; the page and its export read it alike.</summary>
internal static class TrailAddress
{
    public static TrailQuery Of(Func<string, string?> value, Actor? actor) =>
        new(Day(value("from")), Day(value("to")), Blank(value("user")), One<TrailArea>(value("area")), Blank(value("unit")), Blank(value("person")), Blank(value("account")), One<FieldClass>(value("class")))
        {
            WithoutSignIns = OffersSignIns(actor, value("account")) && value("signins") != "1",
        };

    /// <summary>Whoever reads the trail of accounts sees who signed in only on request: dozens a day, among which nothing else would be found.</summary>
    public static bool OffersSignIns(Actor? actor, string? account) => Reads(actor, Reach.Accounts) && Blank(account) is null;

    /// <summary>Who reads only accounts, or only what is their own, has no unit to choose and nothing to take out of the house.</summary>
    public static bool OffersUnits(Actor? actor) => Reads(actor, Reach.Granted);

    private static bool Reads(Actor? actor, Reach reach) => actor?.Roles.Any(role => RoleGrants.Of(role, Permission.ViewAuditTrail) == reach) == true;

    private static DateOnly? Day(string? text) => DayParser.TryParseIso(text, out var day) ? day : null;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static TEnum? One<TEnum>(string? name) where TEnum : struct, Enum => Enum.TryParse<TEnum>(name, out var value) && Enum.IsDefined(value) ? value : null;
}
