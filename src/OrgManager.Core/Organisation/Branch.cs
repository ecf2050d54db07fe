namespace OrgManager.Organisation;

/// <summary>Khối: which of the two trees a unit stands in.</summary>
public enum Branch
{
    /// <summary>Chính quyền.</summary>
    Government,

    /// <summary>Đảng.</summary>
    Party,
}
