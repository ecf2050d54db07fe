using OrgManager.Establishment;
using OrgManager.Staff;

namespace OrgManager.Data.Seeding.Province;

/// <summary>Rank and step of everybody, raised every three (or two) years (Decree 204/2004).</summary>
internal sealed class SalaryPlanner(DecisionBook decisions)
{
    private sealed record Scale(string Rank, decimal First, decimal Raise, int Steps, int Years);

    private const int FirstAge = 24;

    private static readonly Scale Principal = new("01.002", 4.40m, 0.34m, 8, 3), Officer = new("01.003", 2.34m, 0.33m, 9, 3);
    private static readonly Scale Clerk = new("01.004", 1.86m, 0.20m, 12, 2), Service = new("V.05.02.07", 2.34m, 0.33m, 9, 3), Driver = new("01.010", 2.05m, 0.18m, 12, 2);

    public void Run(PlannedPerson person)
    {
        var scale = Of(person.Career[0].Post);
        var served = Math.Max(0, person.From.Year - person.Facts.Born.Year - FirstAge);
        var step = Math.Min(scale.Steps, 1 + served / scale.Years);
        Set(person, person.From, scale, step);
        var last = person.Until < ProvinceSize.LastDay ? person.Until : ProvinceSize.LastDay;
        for (var on = person.From.AddMonths(12 * scale.Years - 3 * (served % scale.Years)); on < last; on = on.AddYears(scale.Years))
        {
            if (scale == Officer && step >= 7 && person.PostOn(on).Headship != Headship.None) (scale, step) = (Principal, 0);
            if (step == scale.Steps) return;
            Set(person, on, scale, ++step);
        }
    }

    private void Set(PlannedPerson person, DateOnly on, Scale scale, int step)
    {
        var department = person.PostOn(on).Unit.Department;
        person.Salary.Add(new(on, new(scale.Rank, step, scale.First + scale.Raise * (step - 1)), on == person.From ? person.Career[0].Decision : decisions.Salary(department, on)));
    }

    private static Scale Of(PostStretch post) => post switch
    {
        { Category: QuotaCategory.SupportContract } => Driver,
        { Position: "Cán sự" } => Clerk,
        { Category: QuotaCategory.CivilServant } => Officer,
        _ => Service,
    };
}
