using System.Text.Json;
using System.Text.Json.Serialization;
using OrgManager.Common;
using OrgManager.Decisions;

namespace OrgManager.Restructuring;

/// <summary>A restructuring as it is shipped and exchanged: ordered steps on one day, each group with its own decision.</summary>
public sealed record ScenarioFile
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public required string Name { get; init; }
    public required DateOnly EffectiveOn { get; init; }
    public required ScenarioDecisions Decisions { get; init; }
    public required IReadOnlyList<ScenarioStep> Steps { get; init; }

    /// <exception cref="RuleBrokenException">Scenario.Unreadable: with the place and what is wrong; unknown operations and fields are.</exception>
    public static ScenarioFile Read(string json)
    {
        try
        {
            var file = JsonSerializer.Deserialize<ScenarioFile>(json, Strict);
            return file is not null && file.Steps.All(IsWhole) ? file : throw new JsonException("null");
        }
        catch (Exception e) when (e is JsonException or NotSupportedException) // the latter for a step without an operation
        {
            throw new RuleBrokenException("Scenario.Unreadable", (e as JsonException)?.Path, e.Message);
        }
    }

    /// <summary>Nothing is null among what a list holds, which no annotation tells the reader.</summary>
    private static bool IsWhole(ScenarioStep? step) => step switch
    {
        null => false,
        MergeStep merge => merge.Units.All(unit => unit is not null),
        SetCoverageStep coverage => coverage.Units.All(unit => unit is not null),
        _ => true,
    };
}

/// <summary>State (the authority above), party (the party committee), personnel and quota (the department).</summary>
public sealed record ScenarioDecisions(ScenarioDecision? State = null, ScenarioDecision? Party = null, ScenarioDecision? Personnel = null, ScenarioDecision? Quota = null);

public sealed record ScenarioDecision(string Number, string Issuer, DateOnly SignedOn, string Subject)
{
    internal DecisionFacts Facts(DateOnly effectiveOn) => new(DecisionKind.Decision, Number, Issuer, SignedOn, effectiveOn, Subject);
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "op")]
[JsonDerivedType(typeof(MergeStep), "merge")]
[JsonDerivedType(typeof(SetHeadStep), "set-head")]
[JsonDerivedType(typeof(SetCoverageStep), "set-coverage")]
public abstract record ScenarioStep;

/// <summary>Hợp nhất: the units end and become one new unit, with their people, quota, coverage, and (for cells) members.</summary>
public sealed record MergeStep(IReadOnlyList<string> Units, MergedUnit Into) : ScenarioStep;

/// <param name="Parent">Code of the unit above; null for the top.</param>
public sealed record MergedUnit(string Code, string Name, string Kind, string? Parent, string? ShortName = null, int Order = 0);

/// <summary>In a government unit head or deputy; in a cell secretary, deputy secretary or committee member, by appointment.</summary>
public enum Leadership { Head, Deputy, Member }

public sealed record SetHeadStep(string Unit, string Person, Leadership Headship, int Order = 0) : ScenarioStep;

/// <summary>The cell serves exactly these government units; the people it serves by name stay.</summary>
public sealed record SetCoverageStep(string Cell, IReadOnlyList<string> Units) : ScenarioStep;
