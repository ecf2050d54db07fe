namespace OrgManager.Reviews;

/// <summary>What keeps somebody, or an organisation, from being reviewed or graded.</summary>
public enum ReviewCase
{
    /// <summary>Exempt from work and party life.</summary>
    Exempt,

    /// <summary>Suspended from party life.</summary>
    Suspended,

    /// <summary>Admitted to the party for fewer months than the rule says.</summary>
    AdmittedUnder,

    /// <summary>The organisation was founded fewer months ago than the rule says.</summary>
    FoundedUnder,

    /// <summary>Worked for fewer months of the year than the rule says.</summary>
    WorkedUnder,

    /// <summary>Works under a contract (hợp đồng hỗ trợ, phục vụ), neither civil servant nor public employee.</summary>
    Contract,
}

/// <summary>Who is not reviewed at all.</summary>
public sealed record ExemptionRule(string Code, string Name)
{
    public string? NameEn { get; init; }

    /// <summary>Null where people alone say it.</summary>
    public ReviewCase? Case { get; init; }
    public int? Months { get; init; }
}

/// <summary>Who is reviewed, but not graded.</summary>
public sealed record NotGradedRule(string Code, string Text)
{
    public string? TextEn { get; init; }
    public ReviewCase? Case { get; init; }
    public int? Months { get; init; }
}

/// <summary>Whether a subject is reviewed and graded, reviewed alone, or neither.</summary>
public enum RollEntry { Graded, NotGraded, NotReviewed }

/// <summary>What is known of a subject when the list of a year is drawn up.</summary>
/// <param name="AdmittedOn">Of a member; <paramref name="FoundedOn"/> of an organisation.</param>
public sealed record RollFacts(bool IsExempt = false, bool IsSuspended = false, DateOnly? AdmittedOn = null, DateOnly? FoundedOn = null, int? MonthsWorked = null, bool IsContract = false);

/// <summary>Finds who is reviewed and graded by a rule set, and the reason where somebody is not.</summary>
public static class ReviewRoll
{
    /// <returns>The entry, and the code of the reason where it is not <see cref="RollEntry.Graded"/>.</returns>
    public static (RollEntry Entry, string? Reason) Of(RuleSetFacts rules, RollFacts facts, DateOnly on)
    {
        if (rules.Exempt.FirstOrDefault(e => Applies(e.Case, e.Months, facts, on)) is { } exempt) return (RollEntry.NotReviewed, exempt.Code);
        if (rules.NotGraded.FirstOrDefault(r => Applies(r.Case, r.Months, facts, on)) is { } ungraded) return (RollEntry.NotGraded, ungraded.Code);
        return (RollEntry.Graded, null);
    }

    private static bool Applies(ReviewCase? of, int? months, RollFacts facts, DateOnly on) => of switch
    {
        ReviewCase.Exempt => facts.IsExempt,
        ReviewCase.Suspended => facts.IsSuspended,
        ReviewCase.AdmittedUnder => facts.AdmittedOn?.AddMonths(months ?? 0) > on,
        ReviewCase.FoundedUnder => facts.FoundedOn?.AddMonths(months ?? 0) > on,
        ReviewCase.WorkedUnder => facts.MonthsWorked < months,
        ReviewCase.Contract => facts.IsContract,
        _ => false,
    };
}
