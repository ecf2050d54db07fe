using OrgManager.Staff;

namespace OrgManager.Data.Seeding.Province;

/// <summary>Where somebody works from a day on, by which decision.</summary>
internal sealed record CareerStep(DateOnly From, PostStretch Post, PlannedDecision Decision);

internal sealed record PlannedSalary(DateOnly From, SalaryFacts Facts, PlannedDecision Decision);

/// <summary>Somebody's working life, from the first day here to the last.</summary>
internal sealed class PlannedPerson(int index, PersonFacts facts, DateOnly leavesOn, EmploymentEnd leavesBy)
{
    public int Index => index;
    public PersonFacts Facts => facts;

    /// <summary>The day and the reason drawn for leaving; past the last day it is not told.</summary>
    public DateOnly LeavesOn { get; set; } = leavesOn;
    public EmploymentEnd LeavesBy { get; set; } = leavesBy;
    public PlannedDecision? LeavesDecision { get; set; }

    /// <summary>Oldest first, one a day.</summary>
    public List<CareerStep> Career { get; } = [];
    public List<PlannedSalary> Salary { get; } = [];
    public DateOnly From => Career[0].From;
    public bool HasLeft => LeavesDecision is not null;
    public DateOnly Until => HasLeft ? LeavesOn : DateOnly.MaxValue;

    public PostStretch PostOn(DateOnly day)
    {
        for (var i = Career.Count - 1; i > 0; i--)
            if (Career[i].From <= day) return Career[i].Post;
        return Career[0].Post;
    }

    public void Step(DateOnly from, PostStretch post, PlannedDecision decision)
    {
        if (Career.Count > 0 && Career[^1].From == from) Career[^1] = new(from, post, decision);
        else Career.Add(new(from, post, decision));
    }
}
