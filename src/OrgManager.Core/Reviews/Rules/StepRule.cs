using System.Globalization;

namespace OrgManager.Reviews;

/// <summary>Who carries out a step of a review.</summary>
public enum StepActor
{
    /// <summary>The member or the civil servant reviewed.</summary>
    Subject,

    /// <summary>The head of the unit where the member works.</summary>
    UnitHead,

    /// <summary>The committee of the cell, or its secretary.</summary>
    CellSecretary,

    /// <summary>The cell at its meeting.</summary>
    Cell,

    /// <summary>The organisation or inspection body of the committee.</summary>
    Clerk,

    /// <summary>The committee that decides, or its standing committee.</summary>
    Committee,

    /// <summary>The level above the committee.</summary>
    LevelAbove,
}

/// <summary>One step of a review as the rules order it: who takes it, on which form, with how much of a ballot, and where it may be returned to.</summary>
public sealed record StepRule(string Code, string Name, string NameEn, StepActor Actor)
{
    /// <summary>Codes of the steps that the program itself knows: those with a ballot, and the subject's own.</summary>
    public const string SelfReview = "SelfReview", Proposal = "Proposal", Decision = "Decision";

    /// <summary>Of how much a ballot asks where the rules say nothing of it.</summary>
    internal const decimal BallotOverHalf = 50;

    /// <summary>Whom it concerns; none means all.</summary>
    public IReadOnlyList<ReviewSubject> Subjects { get; init; } = [];

    /// <summary>Code of the form it is written on.</summary>
    public string? Form { get; init; }

    /// <summary>More than so many percent of those convened; null where nothing is voted.</summary>
    public decimal? BallotOverPercent { get; init; }

    /// <summary>Code of the step to which it may be returned with a reason.</summary>
    public string? ReturnsTo { get; init; }

    /// <summary>The last day for it, as "12-15" of the year, or "01-15+1" of the next; null: the cycle says.</summary>
    public string? DueBy { get; init; }

    /// <summary>The last day for it in the reviews of a year; null where none is set, or it cannot be read.</summary>
    public DateOnly? DueIn(int year) =>
        DueBy?.Split('+') is [var day, .. var later] && later.Length < 2 && (later.Length == 0 || int.TryParse(later[0], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            && DateOnly.TryParseExact($"{year + (later.Length == 0 ? 0 : int.Parse(later[0], CultureInfo.InvariantCulture)):0000}-{day}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due) ? due : null;
}
