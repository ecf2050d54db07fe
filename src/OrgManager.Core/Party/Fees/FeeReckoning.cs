using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Party;

/// <summary>Why nothing is due.</summary>
public enum FeeRelief { None, PartyAge, PoorHousehold, SeriousIllness, Hardship }

/// <summary>What an amount was reckoned from: salary known, income entered, minimum wage, a fixed sum, a sum by hand; or it cannot be reckoned.</summary>
public enum FeeBasis { Salary, Entered, MinimumWage, Fixed, ByHand, Unknown }

/// <summary>The fee of one member for one month.</summary>
/// <param name="Base">In đồng; null where the amount is no share of anything.</param>
/// <param name="Amount">In đồng; null where what it needs is not known.</param>
public sealed record FeeDue(FeeKind Kind, FeeBasis Basis, long? Base, long? Amount, FeeRelief Relief = FeeRelief.None);

/// <summary>Reckons fees by the rule of the month.</summary>
internal sealed class FeeReckoning(OrgTimeline timeline, DateOnly month)
{
    private readonly DateOnly _month = FeeRules.First(month);

    public FeeRule Rule { get; } = FeeRules.Of(month);

    /// <param name="entered">What was entered for the month, if anything.</param>
    public FeeDue Of(MemberOn member, FeeFacts? entered)
    {
        var (person, post) = (member.Person, timeline.Employments.By(LineKeys.EmploymentPerson)[member.Person.Id].FirstOrDefault(e => e.Primary.History.Covers(_month)));
        var kind = entered?.Kind ?? (post is not null ? FeeKind.Insured : HasRetired(person.Id) ? FeeKind.Pensioner : FeeKind.Other);
        if (Relief(person.Id, entered) is var relief and not FeeRelief.None) return new(kind, FeeBasis.Fixed, null, 0, relief);
        if (entered?.Amount is { } byHand) return new(kind, FeeBasis.ByHand, null, byHand);
        return kind switch
        {
            FeeKind.Insured when entered?.Base is { } income => Share(kind, FeeBasis.Entered, income, Rule.InsuredPercent),
            FeeKind.Insured when Coefficient(post) is { } coefficient && FeeRules.BaseSalary(BaseDay) is { } unit => Share(kind, FeeBasis.Salary, Round((coefficient + (entered?.Allowance ?? 0)) * unit), Rule.InsuredPercent),
            FeeKind.Pensioner when entered?.Base is { } pension => Share(kind, FeeBasis.Entered, pension, Rule.PensionerPercent),
            FeeKind.Student when Rule.StudentAmount is { } fixedAmount => new(kind, FeeBasis.Fixed, null, fixedAmount),
            FeeKind.Other when entered is not null && Rule.OthersIn(_month) is { } share && FeeRules.MinimumWage(_month) is { } wage =>
                Share(kind, FeeBasis.MinimumWage, wage, RetirementAges.DayOf(person.Sex, person.Born) <= _month ? share.RetiredPercent : share.WorkingPercent),
            _ => new(kind, FeeBasis.Unknown, null, null),
        };
    }

    /// <summary>The first day of the month whose income counts.</summary>
    private DateOnly BaseDay => _month.AddMonths(Rule.BaseMonth);

    private FeeRelief Relief(Guid personId, FeeFacts? entered)
    {
        if (Rule.ExemptFromPartyAge is { } years && PartyAge(personId) >= years) return FeeRelief.PartyAge;
        return entered is { Exemption: var exemption and not FeeExemption.None } && Rule.Exemptions.Contains(exemption) ? Enum.Parse<FeeRelief>(exemption.ToString()) : FeeRelief.None;
    }

    /// <summary>Nobody is relieved on a day that papers do not give: only the years that are certain count.</summary>
    private int PartyAge(Guid personId) => PartyTime.Of([.. timeline.FilesOf(personId).TakeWhile(f => f.History.From <= _month)]).Age(_month).Least;

    /// <summary>Of the month that counts; of who came only since, the one of now.</summary>
    private decimal? Coefficient(EmploymentLine? post) => (post?.Salary?.On(BaseDay) ?? post?.Salary?.On(_month))?.Coefficient;

    private bool HasRetired(Guid personId) => timeline.Employments.By(LineKeys.EmploymentPerson)[personId]
        .Any(e => e.Primary.History.Until <= _month && e.EndReason == EmploymentEnd.Retirement);

    private static FeeDue Share(FeeKind kind, FeeBasis basis, long of, decimal percent) => new(kind, basis, of, Round(of * percent / 100));

    private static long Round(decimal amount) => (long)Math.Round(amount, MidpointRounding.AwayFromZero);
}
