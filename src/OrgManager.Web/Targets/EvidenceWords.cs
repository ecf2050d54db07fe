using System.Globalization;
using Microsoft.Extensions.Localization;
using OrgManager.Targets;
using OrgManager.Web.Common;

namespace OrgManager.Web.Targets;

/// <summary>What moved a figure, in words; the same on screen and in reports.</summary>
public static class EvidenceWords
{
    public static string What(this IStringLocalizer<Texts> t, TargetEvidence evidence)
    {
        var category = evidence.Category is { } of ? t.Name(of).ToLower(CultureInfo.CurrentUICulture) : "";
        var what = t[$"Evidence.{evidence.Kind}", category, Or(evidence.Before), Or(evidence.After)].Value;
        return evidence.Others.Count == 0 ? what : t["Evidence.With", what, string.Join(", ", evidence.Others)];
    }

    private static string Or(int? count) => count is { } known ? Format.Number(known) : Format.None;
}
