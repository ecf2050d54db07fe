namespace OrgManager.Reviews;

/// <summary>The self-review as it was handed in.</summary>
/// <param name="FromPaper">Entered for the subject by who works for the cell.</param>
public sealed record HandedIn(SelfReview Said, Signature By, bool FromPaper);

/// <summary>Nhận xét of the head of the unit, with the grade given at work.</summary>
public sealed record UnitComment(string Text, string? WorkGrade, Signature By);

/// <summary>Ý kiến of a mass organisation, of the place of residence, of the leadership.</summary>
/// <param name="From">Whose opinion it is.</param>
public sealed record Opinion(string From, string Text, Signature By);

public sealed record Remark(string Text, Signature By);

/// <summary>One decision of the committee; a later one stands beside it, never in its place.</summary>
/// <param name="Remark">What the committee says to what was found.</param>
public sealed record GradeMade(string Grade, string? Remark, Signature By);

/// <summary>One thing done with the file.</summary>
/// <param name="To">Where it led; null where the file stayed.</param>
public sealed record ReviewMove(ReviewAct Act, ReviewStep From, ReviewStep? To, string? Remark, Signature By);

/// <summary>What happened in the year that the rules ask for and no other part of the program keeps.</summary>
public sealed record YearFacts(bool Disciplined = false, bool SickThreeMonths = false, bool Degenerated = false, string? Note = null)
{
    public const int NoteLength = 500;
}
