using OrgManager.Common;

namespace OrgManager.Staff;

/// <param name="Until">The first day it no longer holds, or null.</param>
public sealed record SalaryStretch(DateOnly From, DateOnly? Until, SalaryFacts Facts);

/// <summary>The salary of an employment as it is now, told to whoever saw it otherwise and may set it.</summary>
public sealed record SalaryDetails(Seen Seen, IReadOnlyList<SalaryStretch> Steps)
{
    internal static SalaryDetails Of(Employment e) => new(new(e.Id, e.Version), [.. e.SalarySteps.Select(s => new SalaryStretch(s.ValidFrom, s.ValidUntil, s.Facts))]);

    /// <summary>What holds on a day, or null.</summary>
    public SalaryFacts? On(DateOnly day) => Steps.FirstOrDefault(s => s.From <= day && !(s.Until <= day))?.Facts;
}
