namespace OrgManager.Party;

/// <summary>Numbers of the Điều lệ Đảng 2011 and Quy định 294-QĐ/TW; versioned data once cells have rules of their own.</summary>
internal static class CellRules
{
    public const int FewestOfficial = 3, OfficialForCommittee = 9;

    /// <summary>Probation counts from the ceremony.</summary>
    public const int ProbationMonths = 12;

    /// <summary>So long before its end a probation is a matter to look at.</summary>
    public const int ProbationNoticeDays = 60;
}
