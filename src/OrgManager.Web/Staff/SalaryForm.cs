using System.Globalization;
using OrgManager.Staff;
using OrgManager.Web.Targets;

namespace OrgManager.Web.Staff;

/// <summary>Rank, step and coefficient as they are typed.</summary>
public sealed class SalaryForm
{
    public string Rank { get; set; } = "";
    public int? Step { get; set; }
    public string Coefficient { get; set; } = "";

    /// <summary>What was typed, where it is whole.</summary>
    public SalaryFacts? Typed => Rank.Trim() is { Length: > 0 } rank && Step is { } step && DayFigure.Number(Coefficient) is { } coefficient ? new(rank, step, coefficient) : null;

    public void Take(SalaryFacts facts) => (Rank, Step, Coefficient) = (facts.Rank, facts.Step, facts.Coefficient.ToString("0.00", CultureInfo.CurrentCulture));
}
