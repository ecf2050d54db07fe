namespace OrgManager.Establishment;

/// <summary>Nhóm chỉ tiêu: who pays for a post, and under which count it falls.</summary>
public enum QuotaCategory
{
    /// <summary>Công chức.</summary>
    CivilServant,

    /// <summary>Viên chức hưởng lương từ ngân sách nhà nước.</summary>
    PublicEmployeeBudget,

    /// <summary>Viên chức hưởng lương từ nguồn thu sự nghiệp.</summary>
    PublicEmployeeOwnRevenue,

    /// <summary>Hợp đồng hỗ trợ, phục vụ (Decree 68/2000, 161/2018, 111/2022); outside the quota of posts.</summary>
    SupportContract,
}

/// <summary>The two kinds of quota that must never be mixed.</summary>
public enum QuotaKind
{
    /// <summary>Được giao: set from above for a receiving unit and all below it. Targets read this one.</summary>
    Assigned,

    /// <summary>Phân bổ: the receiver's split to its units and to itself.</summary>
    Allocated,
}
