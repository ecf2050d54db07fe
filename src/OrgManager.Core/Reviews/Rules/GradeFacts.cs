namespace OrgManager.Reviews;

/// <summary>A year's tasks counted: products on time and of the quality asked, above what was asked, late.</summary>
public sealed record TaskTally(int Total, int Done, int OnTimeWithQuality, int AboveRequirement, int Late);

/// <summary>What is known about one subject's year when a grade is to be found; null where nobody has said.</summary>
public sealed record GradeFacts
{
    /// <summary>Levels or points by criterion; see <see cref="CriteriaGroup.Holds"/> for how a score names its criterion.</summary>
    public IReadOnlyList<CriterionScore> Scores { get; init; } = [];
    public TaskTally? Tasks { get; init; }

    /// <summary>Shortcomings named in the period before, and how many of them are remedied.</summary>
    public int? Shortcomings { get; init; }
    public int? Remedied { get; init; }

    /// <summary>The grade given at work (công chức, viên chức).</summary>
    public string? WorkGrade { get; init; }

    /// <summary>Leads a unit, a cell or a collective: what is asked of leaders is asked of this subject too.</summary>
    public bool Leads { get; init; }

    /// <summary>Tasks of the unit that a leader leads.</summary>
    public TaskTally? UnitTasks { get; init; }

    /// <summary>The grade of the collective that a leader leads.</summary>
    public string? CollectiveGrade { get; init; }

    /// <summary>A disciplinary decision fell in the year.</summary>
    public bool Disciplined { get; init; }
    public bool SubordinateDisciplined { get; init; }

    /// <summary>Away from work for three months of the year or more, through illness or otherwise as the rules say.</summary>
    public bool SickThreeMonths { get; init; }

    /// <summary>Concluded to have degenerated (suy thoái).</summary>
    public bool Degenerated { get; init; }
}
