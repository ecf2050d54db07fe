using OrgManager.Common;

namespace OrgManager.Reviews;

public enum ReviewSubject { Member, Cell, Collective, Staff }

public sealed record RuleBasis(string Number, DateOnly SignedOn);

/// <summary>Mức xếp loại.</summary>
public sealed record GradeRule(string Code, string Name, string NameEn);

/// <summary>Points from (inclusive) to (exclusive) that make a grade.</summary>
public sealed record GradeBand(string Grade, decimal? Min, decimal? MaxExclusive);

/// <summary>How many may get a grade: a percent of those with the base grades, rounded, counted at the level where it binds.</summary>
public sealed record GradeCap(string Grade, decimal Percent, IReadOnlyList<string> Base, string BindsAt, string Rounding, string Mode, ReviewSubject? Subject = null);

public sealed record ExemptionRule(string Code, string Name);

public sealed record NotGradedRule(string Code, string Text);

public sealed record FormRule(string Subject, string Code);

/// <summary>Bộ tiêu chí đánh giá: one version of the review rules, as data.</summary>
public sealed record RuleSetFacts
{
    public required string Id { get; init; }
    public required string Kind { get; init; }
    public required string Name { get; init; }
    public required string NameEn { get; init; }
    public required IReadOnlyList<RuleBasis> Basis { get; init; }
    public required DateOnly ValidFrom { get; init; }
    public DateOnly? ValidUntil { get; init; }
    public required IReadOnlyList<GradeRule> Grades { get; init; }
    public required ReviewScale Scale { get; init; }
    public IReadOnlyList<GradeBand> Bands { get; init; } = [];
    public IReadOnlyList<GradeCondition> Conditions { get; init; } = [];
    public IReadOnlyList<GradeCap> Caps { get; init; } = [];
    public IReadOnlyList<ExemptionRule> Exempt { get; init; } = [];
    public IReadOnlyList<NotGradedRule> NotGraded { get; init; } = [];
    public IReadOnlyList<FormRule> Forms { get; init; } = [];

    /// <summary>What is believed but not confirmed by the gazette text.</summary>
    public IReadOnlyList<string> Unconfirmed { get; init; } = [];

    /// <summary>Place of a grade from the best (0) downwards; a grade of another set stands below all.</summary>
    public int Rank(string grade)
    {
        for (var at = 0; at < Grades.Count; at++) if (Grades[at].Code == grade) return at;
        return Grades.Count;
    }

    /// <summary>What a reason for no grade is called; null if the set has no such reason.</summary>
    public string? ReasonName(string code) => Exempt.FirstOrDefault(e => e.Code == code)?.Name ?? NotGraded.FirstOrDefault(r => r.Code == code)?.Text;
}

public sealed class RuleSet : Aggregate
{
    private RuleSet() { }

    public string Code { get; private init; } = "";
    public RuleSetFacts Facts { get; private init; } = null!;

    /// <exception cref="RuleBrokenException">RuleSet.GradesMissing; RuleSet.GradeUnknown: a band, condition or cap names a grade the set has not.</exception>
    public static RuleSet Define(RuleSetFacts facts)
    {
        var grades = facts.Grades.Select(g => g.Code).ToHashSet();
        RuleBrokenException.Unless(grades.Count > 1, "RuleSet.GradesMissing", facts.Id);
        var named = facts.Bands.Select(b => b.Grade).Concat(facts.Conditions.Select(c => c.Grade)).Concat(facts.Caps.SelectMany(c => c.Base.Prepend(c.Grade)));
        RuleBrokenException.Unless(named.FirstOrDefault(g => !grades.Contains(g)) is not { } unknown, "RuleSet.GradeUnknown", facts.Id);
        return new() { Code = facts.Id, Facts = facts };
    }
}
