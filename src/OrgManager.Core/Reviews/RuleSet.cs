using System.Text.Json.Serialization;
using OrgManager.Common;

namespace OrgManager.Reviews;

public enum ReviewSubject { Member, Cell, Collective, Staff }

public sealed record RuleBasis(string Number, DateOnly SignedOn);

/// <summary>Mức xếp loại.</summary>
public sealed record GradeRule(string Code, string Name, string NameEn)
{
    /// <summary>Whom it is given; none means all. Before 2018 members and organisations had lists of their own.</summary>
    public IReadOnlyList<ReviewSubject> Subjects { get; init; } = [];
}

/// <summary>Points from (inclusive) to (exclusive) that make a grade.</summary>
public sealed record GradeBand(string Grade, decimal? Min, decimal? MaxExclusive)
{
    /// <summary>Document and article; null: the latest basis of the set.</summary>
    public string? Source { get; init; }
}

/// <summary>Mẫu: a form of the review, by subject.</summary>
public sealed record FormRule(ReviewSubject Subject, string Code)
{
    /// <summary>What it is, in the words of the rules.</summary>
    public string? Name { get; init; }

    /// <summary>For who leads (true), for who does not (false), or for all.</summary>
    public bool? Leaders { get; init; }
}

/// <summary>Bộ tiêu chí đánh giá: one version of the review rules, as data.</summary>
public sealed record RuleSetFacts
{
    public const string OfParty = "Party", OfStaff = "Staff";

    public required string Id { get; init; }

    /// <summary><see cref="OfParty"/> or <see cref="OfStaff"/>.</summary>
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

    /// <summary>In the order in which they are taken.</summary>
    public IReadOnlyList<StepRule> Steps { get; init; } = [];

    /// <summary>For grades of years before this program; no year is opened under it.</summary>
    public bool RecordsOnly { get; init; }

    /// <summary>The set it was copied from, to be edited here; null for what was shipped.</summary>
    public string? CopyOf { get; init; }

    /// <summary>What is believed but not confirmed by the gazette text.</summary>
    public IReadOnlyList<string> Unconfirmed { get; init; } = [];

    /// <summary>The cap that binds a kind of subject, if there is one.</summary>
    public GradeCap? CapOf(ReviewSubject subject) => Caps.FirstOrDefault(c => c.Subject is null || c.Subject == subject);

    /// <summary>Whether staff are graded by it, and not the party.</summary>
    [JsonIgnore]
    public bool IsOfStaff => Kind == OfStaff;

    /// <summary>Whether a cap is counted in groups with similar tasks.</summary>
    [JsonIgnore]
    public bool BindsInGroups => Caps.Any(c => c.BindsAt == GradeCap.OfGroup);

    /// <summary>With those caps alone that bind in a group, or over all groups.</summary>
    [JsonIgnore]
    public RuleSetFacts InGroup => this with { Caps = [.. Caps.Where(c => c.BindsAt == GradeCap.OfGroup)] };
    [JsonIgnore]
    public RuleSetFacts OverAll => this with { Caps = [.. Caps.Where(c => c.BindsAt != GradeCap.OfGroup)] };

    /// <summary>Where something is written: as it says itself, else in the latest basis of the set.</summary>
    public string SourceOf(string? said) => said ?? (Basis is [.., var latest] ? latest.Number : Name);

    /// <summary>So many votes make a cell's proposal: more than the share of those convened that its step asks for.</summary>
    public int ProposalMajority(int convened) => MajorityOf(StepRule.Proposal, convened);

    /// <summary>So many votes make a decision of the committee.</summary>
    public int DecisionMajority(int convened) => MajorityOf(StepRule.Decision, convened);


    /// <summary>Grades that one kind of subject can get, the best first.</summary>
    public IEnumerable<GradeRule> GradesOf(ReviewSubject subject) => Grades.Where(g => g.Subjects.Count == 0 || g.Subjects.Contains(subject));

    /// <summary>Place of a grade from the best (0) downwards; a grade of another set stands below all.</summary>
    public int Rank(string grade)
    {
        for (var at = 0; at < Grades.Count; at++) if (Grades[at].Code == grade) return at;
        return Grades.Count;
    }

    /// <summary>The last days that the rules themselves set for the steps of a year: what a cycle begins with, and its committee may set otherwise.</summary>
    public CycleDeadlines DeadlinesOf(int year) => new(DueOf(StepRule.SelfReview, year), DueOf(StepRule.Proposal, year), DueOf(StepRule.Decision, year));

    private DateOnly? DueOf(string step, int year) => Steps.FirstOrDefault(s => s.Code == step)?.DueIn(year);

    private int MajorityOf(string step, int convened) => Attendance.Majority(convened, Steps.FirstOrDefault(s => s.Code == step)?.BallotOverPercent ?? StepRule.BallotOverHalf);

    /// <summary>What a reason for no grade is called; null if neither the set has such a reason nor it is a <see cref="LeftReason"/>.</summary>
    public string? ReasonName(string code) => Exempt.FirstOrDefault(e => e.Code == code)?.Name ?? NotGraded.FirstOrDefault(r => r.Code == code)?.Text ?? LeftReason.Name(code);

    /// <summary>The same in English, where the set says it.</summary>
    public string? ReasonNameEn(string code) => Exempt.FirstOrDefault(e => e.Code == code)?.NameEn ?? NotGraded.FirstOrDefault(r => r.Code == code)?.TextEn ?? LeftReason.NameEn(code);
}

public sealed class RuleSet : Aggregate
{
    public const int CodeLength = 40;

    private RuleSet() { }

    public string Code { get; private init; } = "";
    public RuleSetFacts Facts { get; private set; } = null!;

    /// <exception cref="RuleBrokenException">RuleSet.GradesMissing; RuleSet.GradeUnknown: a band, condition or cap names a grade the set has not; RuleSet.Inconsistent: with the first problem of <see cref="RuleSetCheck"/>.</exception>
    public static RuleSet Define(RuleSetFacts facts)
    {
        Demand(facts);
        return new() { Code = facts.Id, Facts = facts };
    }

    /// <summary>A new version to be edited, with everything the old one says.</summary>
    /// <exception cref="RuleBrokenException">RuleSet.CodeInvalid.</exception>
    public RuleSet Copy(string code, string name, string nameEn) => Define(Facts with { Id = code, Name = name, NameEn = nameEn, CopyOf = Code });

    /// <summary>What a copy says from now on; its code stays.</summary>
    /// <exception cref="RuleBrokenException">RuleSet.Shipped: it is no copy; RuleSet.InUse; and those of <see cref="Define"/>.</exception>
    public void Change(RuleSetFacts facts, bool inUse)
    {
        RuleBrokenException.Unless(Facts.CopyOf is not null, "RuleSet.Shipped", Code);
        RuleBrokenException.Unless(!inUse, "RuleSet.InUse", Code);
        facts = facts with { Id = Code, CopyOf = Facts.CopyOf };
        Demand(facts);
        Facts = facts;
        Touch();
    }

    private static void Demand(RuleSetFacts facts)
    {
        RuleBrokenException.Unless(facts.Id.Length is > 0 and <= CodeLength && facts.Id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.'), "RuleSet.CodeInvalid", CodeLength);
        var grades = facts.Grades.Select(g => g.Code).ToHashSet();
        RuleBrokenException.Unless(grades.Count > 1, "RuleSet.GradesMissing", facts.Id);
        var named = facts.Bands.Select(b => b.Grade).Concat(facts.Conditions.Select(c => c.Grade)).Concat(facts.Caps.SelectMany(c => c.Base.Prepend(c.Grade)));
        RuleBrokenException.Unless(named.All(grades.Contains), "RuleSet.GradeUnknown", facts.Id);
        var problems = RuleSetCheck.Of(facts);
        RuleBrokenException.Unless(problems.Count == 0, "RuleSet.Inconsistent", facts.Id, problems.Count == 0 ? "" : problems[0].Code);
    }
}
