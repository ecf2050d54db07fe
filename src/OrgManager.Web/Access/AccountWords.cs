using Microsoft.Extensions.Localization;
using OrgManager.Access;
using OrgManager.Web.Common;

namespace OrgManager.Web.Access;

/// <summary>Grants and accounts in words.</summary>
internal static class AccountWords
{
    /// <summary>"Trưởng đơn vị · Văn phòng".</summary>
    public static string What(this IStringLocalizer<Texts> t, Role role, string? scope) =>
        $"{t[$"Role.{role}"]} · {t.Over(role, scope)}";

    /// <summary>The same with what is to be known of its time: from when it is to hold, until when it does, or that its unit is there no more; and who lent it.</summary>
    public static string Grant(this IStringLocalizer<Texts> t, GrantRow grant) => t.What(grant.Role, grant.Scope?.Name) + (grant.LentBy is { } lender ? $", {t["Grant.LentBy", lender]}" : "") + grant switch
    {
        { State: GrantState.Ahead } => $" ({t["Grant.From", Format.Day(grant.From)]})",
        { ScopeEnded: true } => $" ({t["Grant.ScopeEndedShort"]})",
        { Until: { } until } => $" ({t["Grant.To", Format.Day(until.AddDays(-1))]})",
        _ => "",
    };

    /// <summary>The unit a role reaches over, or what it reaches without one.</summary>
    public static string Over(this IStringLocalizer<Texts> t, Role role, string? scope) => scope ?? role switch
    {
        Role.Admin => t["Grant.OverAccounts"].Value,
        Role.Self => t["Grant.OverOneself"].Value,
        _ => t["Grant.OverAll"].Value,
    };

    /// <summary>"từ 01/02/2026 đến hết 31/03/2026": the last day it holds, not the first it does not.</summary>
    public static string Period(this IStringLocalizer<Texts> t, DateOnly? from, DateOnly? until) => (from, until) switch
    {
        (null, _) => t["Grant.WhileLinked"].Value,
        ({ } begin, { } end) => t["Grant.FromTo", Format.Day(begin), Format.Day(end.AddDays(-1))].Value,
        ({ } begin, null) => t["Grant.From", Format.Day(begin)].Value,
    };
}
