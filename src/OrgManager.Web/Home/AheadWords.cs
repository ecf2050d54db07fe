using Microsoft.Extensions.Localization;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Reports;
using OrgManager.Web.Common;
using OrgManager.Web.Targets;

namespace OrgManager.Web.Home;

/// <summary>What is known to happen, in whole things: "KHTCTH: trống 1 vị trí Phó Trưởng phòng từ 01/07/2021".</summary>
public sealed class AheadWords(IStringLocalizer<Texts> t)
{
    public string Of(AheadLine line) => line.Kind switch
    {
        AheadKind.Vacancy => t["Ahead.Vacancy", line.Units[0].Code, Format.Number(line.Count), Post(line), Format.Day(line.On)],
        AheadKind.Surplus => t["Ahead.Surplus", line.Units[0].Code, Format.Number(line.Count), Format.Day(line.On)],
        AheadKind.SurplusEnds => t["Ahead.SurplusEnds", line.Units[0].Code, Format.Day(line.On)],
        AheadKind.Assigned or AheadKind.Allocated => t[$"Ahead.{line.Kind}", line.Units[0].Code, Posts(line.Posts!.Value), Format.Day(line.On)],
        AheadKind.Autonomy => t["Ahead.Autonomy", Names(line.Units), Group(line.Autonomy?.Before), Group(line.Autonomy?.After)],
        AheadKind.Founded or AheadKind.Ended => t[$"Ahead.{line.Kind}", Names(line.Units)],
        _ => t[$"Ahead.{line.Kind}", Names(line.Units), Names(line.Becomes)],
    };

    /// <summary>"B: −8,8 % → −10,0 %".</summary>
    public string Of(AheadTarget target) => $"{target.After.Code}: {new TargetWords(t, target.Before).Achieved} → {new TargetWords(t, target.After).Achieved}";

    private string Post(AheadLine line) =>
        Language.Pick(line.Post ?? "", line.PostEn) is { Length: > 0 } post ? post : t.Name(line.Category!.Value).ToLower(System.Globalization.CultureInfo.CurrentUICulture);

    private string Posts((PostCounts Before, PostCounts After) posts) => string.Join(", ",
        Enum.GetValues<QuotaCategory>().Where(c => posts.Before[c] != posts.After[c]).Select(c => $"{t.ShortName(c)} {Format.Number(posts.Before[c])} → {Format.Number(posts.After[c])}"));

    private static string Group(int? group) => group is { } known ? Format.Number(known) : Format.None;

    private string Names(IReadOnlyList<UnitRef> units) => t.List([.. units.Select(u => u.Name)]);
}
