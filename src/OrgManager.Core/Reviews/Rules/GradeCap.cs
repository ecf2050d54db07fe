namespace OrgManager.Reviews;

/// <summary>How many may get a grade: a percent of those with the base grades, rounded, counted at the level where it binds.</summary>
public sealed record GradeCap(string Grade, decimal Percent, IReadOnlyList<string> Base, string BindsAt, string Rounding, string Mode, ReviewSubject? Subject = null)
{
    public const string RoundDown = "Floor", RoundHalfUp = "Round", RoundUp = "Ceiling";
    public const string Warns = "Warn", Blocks = "Block";
    public const string OfCommittee = "GrassrootsCommittee", AmongCells = "Cells", OfGroup = "Group", OfUnit = "Unit";

    public static readonly IReadOnlyList<string> Roundings = [RoundDown, RoundHalfUp, RoundUp], Modes = [Warns, Blocks], Levels = [OfCommittee, AmongCells, OfGroup, OfUnit];

    /// <summary>Document and article; null: the latest basis of the set.</summary>
    public string? Source { get; init; }

    /// <summary>So many are allowed however small the base is.</summary>
    public int Least { get; init; }

    /// <summary>Whether closing a year over it is refused; else it is a finding, because the decision is the committee's.</summary>
    public bool IsBlock => Mode == Blocks;

    /// <summary>The most that so many in the base allow.</summary>
    public int Allowed(int inBase)
    {
        var exact = inBase * Percent / 100;
        return Math.Max(Least, (int)(Rounding switch
        {
            RoundUp => Math.Ceiling(exact),
            RoundHalfUp => Math.Round(exact, MidpointRounding.AwayFromZero),
            _ => Math.Floor(exact),
        }));
    }
}
