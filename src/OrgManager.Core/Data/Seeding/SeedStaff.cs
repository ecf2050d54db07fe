using OrgManager.Establishment;
using OrgManager.Staff;

namespace OrgManager.Data.Seeding;

/// <summary>People, their posts and salaries of the seed files.</summary>
public sealed class SeedStaff(StaffService staff)
{
    internal static bool IsOfPost(string verb) => verb is "move" or "headship" or "category" or "position";

    internal static bool Knows(string verb) => verb is "end-employment" or "salary";

    internal Task RecruitAsync(SeedPerson p, SeedIndex index) => staff.RecruitAsync(
        new(
            new(p.Code, p.Name, p.Sex == "F" ? Sex.Female : Sex.Male, p.Born),
            new(index.Unit(p.Unit), p.Category, p.Headship, p.Order ?? 0, p.Position),
            p.Rank.Length > 0 && p.Step is { } step && p.Coefficient is { } coefficient ? new(p.Rank, step, coefficient) : null,
            p.SalaryFrom),
        p.EmployedFrom, index.Decision(p.Decision));

    /// <summary>What one day does to one person's post is one change: who moves leads nothing unless the day says so.</summary>
    internal async Task ChangePostAsync(IReadOnlyList<SeedEvent> day, SeedIndex index)
    {
        var edit = new AssignmentEdit();
        foreach (var e in day.OrderBy(e => e.Verb == "move" ? 0 : 1))
            edit = e.Verb switch
            {
                "move" => edit with { UnitId = index.Unit(e.Unit), Leads = (Headship.None, 0) },
                "headship" => edit with { Leads = Leads(e.Value) },
                "category" => edit with { Category = Enum.Parse<QuotaCategory>(e.Value) },
                _ => edit with { Position = e.Value },
            };
        var employment = await staff.EmploymentOnAsync(index.Person(day[0].Person), day[0].On.AddDays(-1));
        await staff.ChangeAsync([(employment.Seen, edit)], day[0].On, index.Decision(day[0].Decision));
    }

    internal async Task RunAsync(SeedEvent e, SeedIndex index)
    {
        var employment = await staff.EmploymentOnAsync(index.Person(e.Person), e.On.AddDays(-1));
        var decisionId = index.Decision(e.Decision);
        if (e.Verb == "end-employment") await staff.EndAsync([employment.Seen], e.On, Enum.Parse<EmploymentEnd>(e.Value), decisionId);
        else await staff.SetSalaryAsync(employment.Seen, Salary(e.Value), e.On, decisionId);
    }

    private static (Headship, int) Leads(string value) => value.Split(':') switch
    {
        ["Deputy", var order] => (Headship.Deputy, int.Parse(order, System.Globalization.CultureInfo.InvariantCulture)),
        [var headship, ..] => (Enum.Parse<Headship>(headship), 0),
        _ => (Headship.None, 0),
    };

    private static SalaryFacts Salary(string value) => value.Split(';') is [var rank, var step, var coefficient]
        ? new(rank, int.Parse(step, System.Globalization.CultureInfo.InvariantCulture), decimal.Parse(coefficient, System.Globalization.CultureInfo.InvariantCulture))
        : throw new InvalidDataException($"seed: salary {value}");
}
