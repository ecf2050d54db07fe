using OrgManager.Access;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
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

    /// <summary>Changes in reach that no decision stands behind.</summary>
    public int? WithoutDecision { get; init; }

    /// <summary>What is found among the cells whose record the reader may see.</summary>
    public PartyAttention? Party { get; init; }

    /// <summary>The newest changes of the reader's own area.</summary>
    public IReadOnlyList<TrailRow> Latest { get; init; } = [];
}
