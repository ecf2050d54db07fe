using OrgManager.Staff;

namespace OrgManager.Import;

/// <summary>Carries one row out by the aggregates' own verbs, on their rows or on sketches of them.</summary>
internal static class PlanRun
{
    public static (Person Person, Employment Employment) Begin(RecruitPlan plan, ImportOrder order)
    {
        var person = Person.Register(plan.Person);
        var employment = Employment.Begin(person.Id, plan.Post, order.On, order.DecisionId);
        if (plan.Salary is { } salary) employment.SetSalary(salary, order.On, order.DecisionId);
        return (person, employment);
    }

    public static void Change(Employment employment, ChangePlan plan, ImportOrder order)
    {
        if (plan.Post is { } post) employment.Change(order.On, post, order.DecisionId);
        if (plan.Salary is { } salary) employment.SetSalary(salary, order.On, order.DecisionId);
    }
}
