namespace OrgManager.Reviews;

public sealed record CriterionRule(string Code, string Text)
{
    /// <summary>Most points; null on a scale of levels, and where only the group has a sum.</summary>
    public decimal? Max { get; init; }

    /// <summary>Asked only of who leads something.</summary>
    public bool LeadersOnly { get; init; }
}

/// <param name="Max">Most points of the group; null on a scale of levels.</param>
public sealed record CriteriaGroup(string Code, string Name, int? Max, IReadOnlyList<ReviewSubject> Subjects, IReadOnlyList<CriterionRule> Criteria)
{
    /// <summary>Asked only of who leads something.</summary>
    public bool LeadersOnly { get; init; }

    /// <summary>How its points come about, in the words of the rules.</summary>
    public string? Note { get; init; }

    /// <summary>Its criteria as they are asked of who leads something, or of who does not.</summary>
    public IReadOnlyList<CriterionRule> CriteriaOf(bool leads) => leads ? Criteria : [.. Criteria.Where(c => !c.LeadersOnly)];

    /// <summary>How a score names one of its criteria: "M1.2"; a group without criteria is scored as a whole, under its own code.</summary>
    public string ScoreCode(CriterionRule criterion) => $"{Code}.{criterion.Code}";

    public bool Holds(string scoreCode) => scoreCode == Code || scoreCode.StartsWith(Code + ".", StringComparison.Ordinal);
}

/// <summary>Levels per criterion ("Xuất sắc / Tốt / Trung bình / Kém"), the best first, or points.</summary>
public sealed record ReviewScale(string Kind, IReadOnlyList<string>? Levels, IReadOnlyList<CriteriaGroup> Groups)
{
    public const string OfLevels = "Levels", OfPoints = "Points";
}
