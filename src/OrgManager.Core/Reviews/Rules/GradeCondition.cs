namespace OrgManager.Reviews;

/// <summary>What a condition looks at. The last four are grounds: where one is there, at most the condition's grade is left.</summary>
public enum RuleFact
{
    DonePercent, OnTimeWithQualityPercent, AboveRequirementPercent, LatePercent, UnitOnTimeWithQualityPercent, UnitAboveRequirementPercent,
    RemediedPercent, CriterionLevel, WorkGrade, CollectiveGrade,
    Disciplined, SubordinateDisciplined, SickThreeMonths, Degenerated,
}

/// <summary>What must hold for a grade or a better one, in the words of the rules and, where it can be counted, for the program.</summary>
public sealed record GradeCondition(string Grade, string Text)
{
    public string? TextEn { get; init; }

    /// <summary>Null where people alone judge it.</summary>
    public RuleFact? Fact { get; init; }
    public decimal? AtLeast { get; init; }
    public decimal? AtMost { get; init; }

    /// <summary>The least level of a criterion, or the least grade given at work or to the collective (none: the condition's own grade).</summary>
    public string? Level { get; init; }

    /// <summary>Codes of the criteria groups it looks at; none means all.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Whom it binds; none means all.</summary>
    public IReadOnlyList<ReviewSubject> Subjects { get; init; } = [];
    public bool LeadersOnly { get; init; }

    /// <summary>Document and article; null: the latest basis of the set.</summary>
    public string? Source { get; init; }

    internal bool AsksPercent => Fact is RuleFact.DonePercent or RuleFact.OnTimeWithQualityPercent or RuleFact.AboveRequirementPercent or RuleFact.LatePercent
        or RuleFact.UnitOnTimeWithQualityPercent or RuleFact.UnitAboveRequirementPercent or RuleFact.RemediedPercent;


    internal bool Binds(ReviewSubject subject, bool leads) => (Subjects.Count == 0 || Subjects.Contains(subject)) && (leads || !LeadersOnly);
}
