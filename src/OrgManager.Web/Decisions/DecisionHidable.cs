using Microsoft.Extensions.Localization;
using OrgManager.Web.Common;

namespace OrgManager.Web.Decisions;

/// <summary>The columns of the register that a reader may hide: the number always stands.</summary>
public static class DecisionHidable
{
    public const string List = "decisions", Kind = "kind", SignedOn = "signed", Effective = "effective", Issuer = "issuer", Subject = "subject", Files = "files", Changes = "changes";

    public static IReadOnlyList<(string Name, string Text)> Of(IStringLocalizer<Texts> t) =>
    [
        (Kind, t["Decision.Kind"]), (SignedOn, t["Decision.SignedOn"]), (Effective, t["Decisions.Effective"]), (Issuer, t["Decision.Issuer"]), (Subject, t["Decision.Subject"]),
        (Files, t["Decisions.Files"]), (Changes, t["Decisions.Changes"]),
    ];
}
