using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>One member on the list of a month.</summary>
/// <param name="Due">Its base only where the reader may see what somebody earns, or where it was entered for the fee.</param>
/// <param name="Entered">What was entered for the fee and holds in this month, from <paramref name="Since"/> on.</param>
/// <param name="Seen">Of what was entered for this very month, which a change replaces.</param>
/// <param name="Away">Meets elsewhere for a time; the fee stays with the own cell.</param>
public sealed record FeeRow(Guid PersonId, PersonRef Person, Standing Standing, FeeDue Due, FeeFacts? Entered, DateOnly? Since, Seen? Seen, bool Away);

/// <summary>What a cell is to collect in a month from its members of the first day, and to pass up.</summary>
/// <param name="Rows">By given name.</param>
/// <param name="Unknown">Members whose fee cannot be reckoned yet.</param>
public sealed record FeeList(UnitRef Cell, UnitRef? Above, DateOnly Month, FeeRule Rule, IReadOnlyList<FeeRow> Rows, bool MayChange)
{
    public long Total => Rows.Sum(r => r.Due.Amount ?? 0);
    public long PassedUp => FeeSum.PassedUp(Total, Rule);
    public int Unknown => Rows.Count(r => r.Due.Amount is null);
    public int Free => Rows.Count(r => r.Due.Relief != FeeRelief.None);
}

/// <summary>One cell in one month.</summary>
public sealed record FeeSum(DateOnly Month, int Members, long Total, long Up, int Unknown)
{
    /// <summary>To the whole đồng, half away from zero.</summary>
    internal static long PassedUp(long total, FeeRule rule) => (long)Math.Round(total * rule.PassUpPercent / 100, MidpointRounding.AwayFromZero);
}

/// <summary>A cell over the months of a year; a month in which it was not there has no sum.</summary>
public sealed record FeeCellRow(UnitRef Cell, IReadOnlyList<FeeSum?> Months)
{
    public long Total => Months.Sum(m => m?.Total ?? 0);
    public long PassedUp => Months.Sum(m => m?.Up ?? 0);
}

/// <summary>The cells in reach over the months of a year, up to the one of today.</summary>
public sealed record FeeYear(int Year, IReadOnlyList<DateOnly> Months, IReadOnlyList<FeeCellRow> Cells)
{
    public long Total => Cells.Sum(c => c.Total);
    public long PassedUp => Cells.Sum(c => c.PassedUp);
    public int Unknown => Cells.Sum(c => c.Months.Sum(m => m?.Unknown ?? 0));
}
