using OrgManager.Common;

namespace OrgManager.Data;

/// <summary>What this database is: one row, written when it is first filled.</summary>
public sealed class OrganisationSettings : Aggregate
{
    private OrganisationSettings() { }

    /// <summary>Code of the unit whose name stands in the header.</summary>
    public string UnitCode { get; private init; } = "";

    /// <summary>Made-up data with known passwords: every page says so, and the program listens on loopback only.</summary>
    public bool IsSample { get; private init; }

    /// <summary>False while a sample is being filled in; what was broken off then is worth nothing.</summary>
    public bool IsComplete { get; private set; }

    public static OrganisationSettings BeginSample(string unitCode) => new() { UnitCode = unitCode, IsSample = true };

    public void Complete()
    {
        IsComplete = true;
        Touch();
    }
}
