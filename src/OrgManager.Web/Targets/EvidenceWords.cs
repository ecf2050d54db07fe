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
        return (evidence.Kind, evidence.Others.Count) switch
        {
            (EvidenceKind.Merged, 0) => t["Evidence.Founded"],
            (EvidenceKind.Merged, 1) => t["Evidence.Merged.From", evidence.Others[0]],
            (EvidenceKind.Merged, _) => t["Evidence.Merged", t.List(evidence.Others)],
            (EvidenceKind.Ended, 1) => t["Evidence.Ended.Into", evidence.Others[0]],
            (EvidenceKind.Ended, > 1) => t["Evidence.Ended.Split", t.List(evidence.Others)],
            (EvidenceKind.BaselineAdjusted, _) => t["Evidence.BaselineAdjusted", Format.Change(evidence.Amount ?? 0), evidence.Note ?? ""],
            var (kind, _) => t[$"Evidence.{kind}", category, Or(evidence.Before), Or(evidence.After)],
        };
    }

    private static string Or(int? count) => count is { } known ? Format.Number(known) : Format.None;
}
