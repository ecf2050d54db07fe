using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Staff;
using OrgManager.Targets;

namespace OrgManager.Web.Home;

/// <summary>What the home page and the bell speak about; what the reader may not see is null.</summary>
public sealed record HomeFacts(IReadOnlyList<TargetProgress> Targets, UnitTree Tree)
{
    public EstablishmentTable? Posts { get; init; }
    public DepartureList? Leaving { get; init; }

    /// <summary>People in post of whom no salary is kept.</summary>
    public int? WithoutSalary { get; init; }
}
