using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrgManager.Organisation;

/// <summary>Quy định về tổ chức: the one place where the rule that holds for a unit on a day is looked up. The rules are data, each from the day of its decree.</summary>
public static class UnitRules
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
    private static readonly CapFile CapData = Read<CapFile>("deputy-caps.json");

    public static IReadOnlyList<CapRule> Caps => CapData.Rules;
    public static IReadOnlyList<SizeRule> Sizes { get; } = Read<File<SizeRule>>("minimum-sizes.json").Rules;
    public static IReadOnlyList<PlaceRule> Places { get; } = Read<File<PlaceRule>>("unit-placements.json").Rules;
    public static IReadOnlyList<GraceRule> Grace => CapData.Grace;

    /// <summary>The newest rule of one matter that holds for the unit on the day of its snapshot; null where none is known.</summary>
    internal static TRule? Of<TRule>(IReadOnlyList<TRule> rules, UnitOn unit, DateOnly day) where TRule : UnitRule => rules.Where(r => r.From <= day && r.Holds(unit)).MaxBy(r => r.From);

    /// <summary>Every version of one matter for a kind of unit, the newest first; of those in force on the day there may be one for autonomous units and one for others.</summary>
    internal static IEnumerable<TRule> For<TRule>(IReadOnlyList<TRule> rules, string kind, ProvinceClass province) where TRule : UnitRule =>
        rules.Where(r => r.IsOf(kind, province)).OrderByDescending(r => r.From).ThenBy(r => r.Autonomous);

    /// <summary>Until when a surplus that a reorganisation on that day leaves is tolerated; null where no rule says so.</summary>
    internal static DateOnly? ToleratedUntil(DateOnly reorganised) => Grace.Where(g => g.From <= reorganised).MaxBy(g => g.From) is { } grace ? reorganised.AddYears(grace.Years) : null;

    private static T Read<T>(string name)
    {
        using var stream = typeof(UnitRules).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<T>(stream, Json)!;
    }

    private sealed record File<TRule>(TRule[] Rules);

    private sealed record CapFile(GraceRule[] Grace, CapRule[] Rules);
}

/// <summary>How many years a surplus of deputies is tolerated after a reorganisation from that day on.</summary>
public sealed record GraceRule(DateOnly From, int Years, bool Confirmed);
