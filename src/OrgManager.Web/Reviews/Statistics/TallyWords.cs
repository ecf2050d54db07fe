using Microsoft.Extensions.Localization;
using OrgManager.Reviews.Statistics;

namespace OrgManager.Web.Reviews.Statistics;

/// <summary>What the groups of a figure are called.</summary>
public static class TallyWords
{
    public static string NameOf(IStringLocalizer<Texts> t, TallyBy by, TallyGroup group) => NameOf(t, by, group.Key, group.Name);

    public static string NameOf(IStringLocalizer<Texts> t, TallyBy by, string key, string? name) => (by, key) switch
    {
        (_, "") => t["Figures.Nowhere"],
        (TallyBy.Cell or TallyBy.Unit, _) => name ?? key,
        (TallyBy.Sex, _) => t[$"Sex.{key}"],
        (TallyBy.Post, _) => t[$"PostKind.{key}"],
        (TallyBy.Office, _) => t[$"OfficeKind.{key}"],
        _ => Band(t, by, key),
    };

    /// <summary>"31–40", and with signs for less and more: for narrow columns.</summary>
    public static string Brief(TallyBy by, string key) => (key, TallyBands.LastOf(by, key)) switch
    {
        ("0", { } last) => $"<\u00A0{last + 1}",
        (_, null) => $"≥\u00A0{key}",
        (_, { } last) => $"{key}–{last}",
    };

    private static string Band(IStringLocalizer<Texts> t, TallyBy by, string key) => (key, TallyBands.LastOf(by, key)) switch
    {
        ("0", { } last) => t["Staff.AgeUnder", last + 1],
        (_, null) => t["Staff.AgeOver", key],
        (_, { } last) => $"{key}–{last}",
    };
}
