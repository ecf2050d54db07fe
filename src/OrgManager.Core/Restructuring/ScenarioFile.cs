using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using OrgManager.Common;
using OrgManager.Decisions;

namespace OrgManager.Restructuring;

/// <summary>A restructuring as it is shipped and exchanged: ordered steps on one day, each group with its own decision.</summary>
public sealed partial record ScenarioFile
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    private static readonly JsonSerializerOptions Told = new(Strict)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public required string Name { get; init; }
    public required DateOnly EffectiveOn { get; init; }
    public required ScenarioDecisions Decisions { get; init; }
    public required IReadOnlyList<ScenarioStep> Steps { get; init; }

    /// <exception cref="RuleBrokenException">Scenario.Unreadable: with the place and what is wrong; unknown operations and fields are, by the number of their step.</exception>
    public static ScenarioFile Read(string json)
    {
        try
        {
            var file = JsonSerializer.Deserialize<ScenarioFile>(json, Strict);
            return file is not null && file.Steps.All(IsWhole) ? file : throw new JsonException("null");
        }
        catch (Exception e) when (e is JsonException or NotSupportedException) // the latter for a step without an operation
        {
            var path = (e as JsonException)?.Path ?? e.Message;
            var unreadable = new RuleBrokenException("Scenario.Unreadable", (e as JsonException)?.Path, e.Message);
            throw StepOf().Match(path) is { Success: true } step ? unreadable.At(int.Parse(step.Groups[1].ValueSpan, CultureInfo.InvariantCulture) + 1, "") : unreadable;
        }
    }

    /// <summary>As <see cref="Read"/> takes it, to be read by people too.</summary>
    public string Write() => JsonSerializer.Serialize(this, Told);

    /// <summary>Nothing is null among what a list holds, which no annotation tells the reader.</summary>
    private static bool IsWhole(ScenarioStep? step) => step switch
    {
        null => false,
        MergeStep merge => IsWhole(merge.Units),
        AbsorbStep absorb => IsWhole(absorb.Units),
        DivideStep divide => divide.Into.All(IsWhole),
        SeparateStep separate => separate.Into.All(IsWhole),
        ConvertPaySourceStep convert => IsWhole(convert.People),
        MovePeopleStep move => IsWhole(move.People),
        MoveFunctionsStep move => IsWhole(move.Functions),
        SetCoverageStep coverage => IsWhole(coverage.Units),
        _ => true,
    };

    private static bool IsWhole(SplitPart? part) => part is not null && IsWhole(part.People);

    private static bool IsWhole(IReadOnlyList<string?>? codes) => codes is null || codes.All(code => code is not null);

    [GeneratedRegex(@"steps\[(\d+)\]")]
    private static partial Regex StepOf();
}

/// <summary>State (the authority above), party (the party committee), personnel and quota (the department).</summary>
public sealed record ScenarioDecisions(ScenarioDecision? State = null, ScenarioDecision? Party = null, ScenarioDecision? Personnel = null, ScenarioDecision? Quota = null);

public sealed record ScenarioDecision(string Number, string Issuer, DateOnly SignedOn, string Subject)
{
    internal DecisionFacts Facts(DateOnly effectiveOn) => new(DecisionKind.Decision, Number, Issuer, SignedOn, effectiveOn, Subject);
}

/// <summary>The decisions of a scenario where they stand in the register; null where it names none.</summary>
internal sealed record AppliedDecisions(Guid? State = null, Guid? Party = null, Guid? Personnel = null, Guid? Quota = null);
