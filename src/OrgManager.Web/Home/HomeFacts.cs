using OrgManager.Access;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Reports;
using OrgManager.Restructuring;
using OrgManager.Reviews;
using OrgManager.Staff;
using OrgManager.Targets;

namespace OrgManager.Web.Home;

/// <summary>What the home page and the bell speak about; what the reader may not see is null.</summary>
public sealed record HomeFacts(IReadOnlyList<TargetProgress> Targets, UnitTree Tree)
{
    public HomeView View { get; init; }
    public EstablishmentTable? Posts { get; init; }
    public DepartureList? Leaving { get; init; }

    /// <summary>People in post of whom no salary is kept.</summary>
    public int? WithoutSalary { get; init; }

    /// <summary>Changes in reach that no decision stands behind.</summary>
    public int? WithoutDecision { get; init; }

    /// <summary>Changes in reach that are entered and not in force yet.</summary>
    public int Pending { get; init; }

    /// <summary>What is found among the cells whose record the reader may see.</summary>
    public PartyAttention? Party { get; init; }

    /// <summary>Units in reach with more deputies than they may have.</summary>
    public IReadOnlyList<DeputyFinding> Deputies { get; init; } = [];

    /// <summary>What else does not keep to the rules about units: where they stand, and how small they are.</summary>
    public UnitRuleFindings Rules { get; init; } = UnitRuleFindings.None;

    /// <summary>Functions that no unit leads: those the reader may mend, or for who looks over the whole house all.</summary>
    public IReadOnlyList<UnitFunctionRow> WithoutLead { get; init; } = [];

    /// <summary>Functions of one name that several units lead, for the same.</summary>
    public int ManyLeads { get; init; }

    /// <summary>Restructurings that wait for the reader to approve or to apply them.</summary>
    public IReadOnlyList<ScenarioRow> Scenarios { get; init; } = [];

    /// <summary>What is known to happen to units and posts.</summary>
    public AheadList? Ahead { get; init; }

    /// <summary>The latest year of the reviews of one committee.</summary>
    public ReviewBoard? Reviews { get; init; }

    /// <summary>What falls due in the life of cells and members.</summary>
    public IReadOnlyList<PartyDue> Due { get; init; } = [];

    /// <summary>The newest changes of the reader's own area.</summary>
    public IReadOnlyList<TrailRow> Latest { get; init; } = [];
}
