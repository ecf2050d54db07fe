using Microsoft.Extensions.Localization;
using OrgManager.Party;
using OrgManager.Web.Common;
using OrgManager.Web.Party.Meetings;

namespace OrgManager.Web.Party.Due;

/// <summary>What falls due as officials say it, with the rule behind it and the page that mends it.</summary>
internal static class DueWords
{
    public static DueGroup GroupOf(PartyDueKind kind) => kind switch
    {
        PartyDueKind.MeetingMissing or PartyDueKind.MeetingOpen or PartyDueKind.ThematicMissing or PartyDueKind.ThematicOpen => DueGroup.Meetings,
        PartyDueKind.TermEnds or PartyDueKind.TermOver or PartyDueKind.RegulationEnds or PartyDueKind.RegulationMissing => DueGroup.Papers,
        PartyDueKind.UnderThreeOfficial or PartyDueKind.NineWithoutCommittee or PartyDueKind.NoSecretary or PartyDueKind.ThirtyInCell or PartyDueKind.CommitteeUnderThirty => DueGroup.Cells,
        _ => DueGroup.Members,
    };

    public static FindingLevel LevelOf(PartyDue due) => due.Kind == PartyDueKind.UnderThreeOfficial ? FindingLevel.Block : due.Urgency switch
    {
        PartyDueUrgency.Ahead => FindingLevel.Info,
        _ => due.Kind is PartyDueKind.MeetingOpen or PartyDueKind.ThematicOpen ? FindingLevel.Info : FindingLevel.Warn,
    };

    /// <summary>"Chưa sinh hoạt tháng 12/2025", "Huy hiệu 30 năm tuổi đảng".</summary>
    public static string What(this IStringLocalizer<Texts> t, PartyDue due) => due.Kind switch
    {
        PartyDueKind.MeetingMissing or PartyDueKind.MeetingOpen => t[$"PartyDue.{due.Kind}", $"{due.Of!.Value.Month}/{due.Of.Value.Year}"],
        PartyDueKind.ThematicMissing or PartyDueKind.ThematicOpen => t[$"PartyDue.{due.Kind}", $"{Roman((due.Of!.Value.Month - 1) / 3)}/{due.Of.Value.Year}"],
        PartyDueKind.Badge => t["PartyDue.Badge", due.Number ?? 0] + (due.Counted is { } counted ? " " + t["PartyDue.BadgeAbout", Format.Day(counted)] : ""),
        PartyDueKind.UnderThreeOfficial or PartyDueKind.NineWithoutCommittee or PartyDueKind.ThirtyInCell or PartyDueKind.CommitteeUnderThirty => t[$"PartyDue.{due.Kind}", Format.Number(due.Number ?? 0), Format.Number(due.Asked ?? 0)],
        PartyDueKind.ExemptionLong => t["PartyDue.ExemptionLong", Format.Number(due.Asked ?? 0), Day(due.Of)],
        PartyDueKind.Probation or PartyDueKind.ProbationOver or PartyDueKind.MemberLeftWork or PartyDueKind.TransferLetter => t[$"PartyDue.{due.Kind}", Day(due.Of)],
        _ => t[$"PartyDue.{due.Kind}"],
    };

    /// <summary>What the rule asks, and where it is written.</summary>
    public static string Rule(this IStringLocalizer<Texts> t, PartyDue due) =>
        t[$"PartyDueRule.{due.Kind}", Format.Number(due.Asked ?? 0)].Value + (due.Rule is { } rule ? $" {MeetingWords.Source(rule)}." : "");

    /// <summary>The page, or the dialog on it, where it is mended.</summary>
    public static string Href(AsOf asOf, PartyDue due)
    {
        var (cell, member) = ($"/cells/{Uri.EscapeDataString(due.Unit.Code)}", due.Person is { } person ? $"/members/{Uri.EscapeDataString(person.Code)}" : null);
        return due.Kind switch
        {
            PartyDueKind.MeetingMissing => asOf.Link(cell, (AsOf.Act, "meeting"), ("day", Iso(due.On!.Value))),
            PartyDueKind.MeetingOpen => asOf.Link(cell, (AsOf.Act, "meeting")),
            PartyDueKind.ThematicMissing => asOf.Link(cell, (AsOf.Act, "thematic"), ("day", Iso(due.On!.Value))),
            PartyDueKind.ThematicOpen => asOf.Link(cell, (AsOf.Act, "thematic")),
            PartyDueKind.TermEnds or PartyDueKind.TermOver => asOf.Link("/cells/regulations", (AsOf.Act, "term"), ("unit", due.Unit.Code)),
            PartyDueKind.RegulationEnds or PartyDueKind.RegulationMissing => asOf.Link("/cells/regulations", (AsOf.Act, "issue"), ("unit", due.Unit.Code)),
            PartyDueKind.NineWithoutCommittee or PartyDueKind.NoSecretary => asOf.Link(cell, (AsOf.Act, "office")),
            PartyDueKind.UnderThreeOfficial or PartyDueKind.ThirtyInCell => asOf.Link(cell),
            PartyDueKind.CommitteeUnderThirty => asOf.Link($"/units/{Uri.EscapeDataString(due.Unit.Code)}"),
            PartyDueKind.Badge => asOf.Link(member!),
            PartyDueKind.TransferMove or PartyDueKind.TransferLetter or PartyDueKind.TransferStay => asOf.Link("/cells/transfers"),
            _ => asOf.Link(member!, (AsOf.Act, "change")),
        };
    }

    private static string Roman(int quarter) => new[] { "I", "II", "III", "IV" }[quarter];

    private static string Day(DateOnly? day) => day is { } known ? Format.Day(known) : Format.None;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
