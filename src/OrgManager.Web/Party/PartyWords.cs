using Microsoft.Extensions.Localization;
using OrgManager.Party;
using OrgManager.Web.Common;

namespace OrgManager.Web.Party;

/// <summary>Party offices and memberships as officials name them.</summary>
public static class PartyWords
{
    public static FindingLevel LevelOf(CellFinding kind) => kind switch
    {
        CellFinding.UnderThreeOfficial => FindingLevel.Block,
        CellFinding.ProbationEnds => FindingLevel.Info,
        _ => FindingLevel.Warn,
    };

    /// <summary>A member of a cell's committee is a chi ủy viên, one of the committee above a đảng ủy viên; the secretaries of the two are told apart as well.</summary>
    public static string Post(this IStringLocalizer<Texts> t, PartyPost post, bool inCell) => t[$"PartyPost.{(inCell ? "Cell." : "")}{post}"].Value;

    /// <summary>"Bí thư (bầu, chuẩn y)".</summary>
    public static string Office(this IStringLocalizer<Texts> t, OfficeFacts office, bool inCell) => $"{t.Post(office.Post, inCell)} ({t[$"OfficeBasis.{office.Basis}"]})";

    /// <summary>What a stretch of a member's file is, or what ended.</summary>
    public static string Period(this IStringLocalizer<Texts> t, MemberPeriod period) => period.Kind switch
    {
        MemberPeriodKind.Left => t["Member.LeftFor", t[$"MembershipEnd.{period.EndReason}"].Value],
        MemberPeriodKind.OfficeEnded => t["Member.OfficeEnded", t.Post(period.Office!.Post, period.InCell)],
        MemberPeriodKind.Office => t.Office(period.Office!, period.InCell),
        _ => t.Membership(period.Membership!, null),
    };

    public static string Membership(this IStringLocalizer<Texts> t, MembershipFacts facts, string? cell) => string.Join(", ", new[]
    {
        cell, t[$"Standing.{facts.Standing}"].Value, facts.Participation == Participation.Active ? null : t[$"Participation.{facts.Participation}"].Value,
    }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>What a cell serves: units, and leaders by name or, where that would tell too much, by number.</summary>
    public static string Covered(this IStringLocalizer<Texts> t, CellRow cell) =>
        string.Join("; ", cell.Covers.Concat(cell.CoversUnnamed == 0 ? [] : [t.Count("Noun.Leader", cell.CoversUnnamed)]));
}
