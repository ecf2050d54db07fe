namespace OrgManager.Establishment;

/// <summary>Posts or people by <see cref="QuotaCategory"/>; whole numbers, never negative unless a difference.</summary>
public readonly record struct PostCounts(int CivilServant, int PublicEmployeeBudget, int PublicEmployeeOwnRevenue, int SupportContract)
{
    public static readonly PostCounts None;

    public int Total => CivilServant + PublicEmployeeBudget + PublicEmployeeOwnRevenue + SupportContract;

    public int this[QuotaCategory category] => category switch
    {
        QuotaCategory.CivilServant => CivilServant,
        QuotaCategory.PublicEmployeeBudget => PublicEmployeeBudget,
        QuotaCategory.PublicEmployeeOwnRevenue => PublicEmployeeOwnRevenue,
        QuotaCategory.SupportContract => SupportContract,
        _ => throw new ArgumentOutOfRangeException(nameof(category)),
    };

    public PostCounts Plus(QuotaCategory category, int posts) => category switch
    {
        QuotaCategory.CivilServant => this with { CivilServant = CivilServant + posts },
        QuotaCategory.PublicEmployeeBudget => this with { PublicEmployeeBudget = PublicEmployeeBudget + posts },
        QuotaCategory.PublicEmployeeOwnRevenue => this with { PublicEmployeeOwnRevenue = PublicEmployeeOwnRevenue + posts },
        QuotaCategory.SupportContract => this with { SupportContract = SupportContract + posts },
        _ => throw new ArgumentOutOfRangeException(nameof(category)),
    };

    public static PostCounts operator +(PostCounts a, PostCounts b) => a.Each(b, (x, y) => x + y);

    /// <summary>Category by category: what <paramref name="used"/> leaves of these; never below 0 (vượt is <see cref="Over"/>).</summary>
    public PostCounts Left(PostCounts used) => Each(used, (has, uses) => Math.Max(0, has - uses));

    /// <summary>Category by category: what <paramref name="used"/> takes beyond these.</summary>
    public PostCounts Over(PostCounts used) => Each(used, (has, uses) => Math.Max(0, uses - has));

    public static PostCounts Add(PostCounts left, PostCounts right) => left + right;

    private PostCounts Each(PostCounts other, Func<int, int, int> combine) => new(
        combine(CivilServant, other.CivilServant),
        combine(PublicEmployeeBudget, other.PublicEmployeeBudget),
        combine(PublicEmployeeOwnRevenue, other.PublicEmployeeOwnRevenue),
        combine(SupportContract, other.SupportContract));
}
