using OrgManager.Organisation;

namespace OrgManager.Reviews.Statistics;

/// <summary>By what the members reviewed are told apart.</summary>
public enum TallyBy { Cell, Unit, Sex, Age, Post, Office, PartyAge }

/// <summary>How many got which grade: as decided or, while not, as proposed.</summary>
/// <param name="NotGraded">Left without a grade for a reason.</param>
/// <param name="Waiting">Neither decided nor proposed yet.</param>
public sealed record GradeSpread(IReadOnlyDictionary<string, int> ByGrade, int NotGraded, int Waiting)
{
    public int Graded => ByGrade.Values.Sum();
    public int All => Graded + NotGraded + Waiting;

    /// <summary>Percent of those with a grade.</summary>
    public decimal Share(string grade) => Graded == 0 ? 0 : ByGrade.GetValueOrDefault(grade) * 100m / Graded;
}

/// <param name="Key">The code of a cell or unit, the name of a sex, post or office, the first age of a band.</param>
/// <param name="Name">Of a cell or unit.</param>
public sealed record TallyGroup(string Key, string? Name, GradeSpread Tally);

/// <summary>The members told apart by one thing.</summary>
/// <param name="Groups">Null where so few are counted that ages would tell who they are, and the reader may not see days of birth.</param>
public sealed record TallyDimension(TallyBy By, IReadOnlyList<TallyGroup>? Groups);

/// <summary>Why members have no grade.</summary>
public sealed record ReasonTally(string Code, string? Name, int Count);

/// <summary>One year beside others.</summary>
/// <param name="Confirmed">Closed, and nothing waits for the level above.</param>
public sealed record YearTally(int Year, bool Confirmed, GradeSpread Members, GradeSpread Cells);

/// <summary>The figures of a year's reviews over the cells in a reader's reach.</summary>
public sealed record ReviewFigures
{
    public required int Year { get; init; }

    /// <summary>Whose year: of members, or of staff and their units.</summary>
    public required ReviewSubject Subject { get; init; }

    /// <summary>Every year kept, the latest first; what is in reach of each.</summary>
    public required IReadOnlyList<YearTally> Years { get; init; }

    /// <summary>The committees whose cells are counted.</summary>
    public required IReadOnlyList<UnitRef> Committees { get; init; }

    /// <summary>Null where nothing is in reach.</summary>
    public required RuleSetFacts? Rules { get; init; }
    public required bool Confirmed { get; init; }
    public required GradeSpread Members { get; init; }
    public required GradeSpread Cells { get; init; }

    /// <summary>Other subjects that were reviewed, such as staff and collectives.</summary>
    public required IReadOnlyDictionary<ReviewSubject, GradeSpread> Others { get; init; }

    /// <summary>Against the caps, where one whole committee is counted.</summary>
    public required GradeCounts? MemberCap { get; init; }
    public required GradeCounts? CellCap { get; init; }
    public required IReadOnlyDictionary<string, string?> CellGrades { get; init; }
    public required IReadOnlyList<ReasonTally> Reasons { get; init; }
    public required IReadOnlyList<TallyDimension> Dimensions { get; init; }
}

/// <summary>Which members a figure counts.</summary>
/// <param name="Grade">A grade, <see cref="NotGraded"/> or <see cref="Waiting"/>; null for all.</param>
/// <param name="Reason">Of those not graded, the code of the reason.</param>
public sealed record FigureFilter(TallyBy? By = null, string? Key = null, string? Grade = null, string? Reason = null)
{
    public const string NotGraded = "none", Waiting = "waiting";
}

/// <summary>A member behind a figure.</summary>
public sealed record FigureRow(PersonRef Person, UnitRef Cell, string? Unit, string? Post, string? PostEn, string? Grade, string? NotGraded, bool IsDecided);

public sealed record FigureRows(int Year, RuleSetFacts? Rules, FigureFilter Filter, string? Name, IReadOnlyList<FigureRow> Rows);
