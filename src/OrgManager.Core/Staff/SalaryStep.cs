using OrgManager.Common;

namespace OrgManager.Staff;

/// <summary>Ngạch, bậc, hệ số on one day.</summary>
/// <param name="Rank">Code of the rank, "01.003".</param>
/// <param name="Coefficient">Hệ số lương, two decimals.</param>
public sealed record SalaryFacts(string Rank, int Step, decimal Coefficient) : IFacts<SalaryFacts>
{
    public static int AllFields => 1;

    public SalaryFacts Overlay(int fields, SalaryFacts values) => (fields & 1) != 0 ? values : this;
}

/// <summary>Rank and step during one stretch of time.</summary>
public sealed class SalaryStep : DatedVersion<SalaryFacts>
{
    public const int RankLength = 20;

    internal SalaryStep() { }

    public Guid EmploymentId { get; internal init; }
    public string Rank { get; private set; } = "";
    public int Step { get; private set; }
    public decimal Coefficient { get; private set; }

    public override SalaryFacts Facts
    {
        get => new(Rank, Step, Coefficient);
        protected set
        {
            (Rank, Step, Coefficient) = (value.Rank, value.Step, value.Coefficient);
            RuleBrokenException.Unless(Rank.Length is > 0 and <= RankLength && Step > 0 && Coefficient is > 0 and < 100 && Coefficient == Math.Round(Coefficient, 2), "Salary.Incomplete");
        }
    }

    internal override (string Type, Guid Id) Owner => (nameof(Employment), EmploymentId);
    internal override FieldClass FieldClass => FieldClass.Personal;
    internal override DatedVersion<SalaryFacts> NewRow() => new SalaryStep { EmploymentId = EmploymentId };
}
