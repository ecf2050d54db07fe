using Microsoft.Extensions.Localization;
using OrgManager.Party;
using OrgManager.Web.Common;

namespace OrgManager.Web.Party.Record;

/// <summary>Rewards and discipline as officials name them.</summary>
public static class RecordWords
{
    public static string Honour(this IStringLocalizer<Texts> t, HonourFacts honour) => honour.BadgeYears is { } years ? t["Honour.BadgeOf", years].Value : honour.Name;

    /// <summary>"12-QĐ/ĐUK, Đảng ủy khối, 12/2010": what is there of it.</summary>
    public static string Paper(string? number, string? issuer, string day, string? note = null) => string.Join(", ", new[] { number, issuer, day, note }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>Until when it counts, as well as that is known.</summary>
    public static string Until(this IStringLocalizer<Texts> t, DisciplineFacts facts) => facts.Until switch
    {
        null => t["Discipline.NoEnd"].Value,
        { IsDay: true } until => t["Discipline.Until", Format.Day(until.First.AddDays(-1))].Value,
        { } until => t["Discipline.UntilAbout", Format.Day(until)].Value,
    };
}
