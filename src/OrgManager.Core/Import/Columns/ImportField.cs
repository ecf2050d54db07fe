namespace OrgManager.Import;

/// <summary>What a column of a list of staff can be taken for. A column that is none of these is left alone.</summary>
public enum ImportField
{
    /// <summary>Số hiệu cán bộ: by which a row is known again.</summary>
    Code,
    Name,
    Born,
    Sex,

    /// <summary>"Nam", "Nữ": two columns with a tick, or with the birth date, as printed lists have them.</summary>
    Male,
    Female,

    /// <summary>By code or name.</summary>
    Unit,

    /// <summary>Chức vụ, chức danh: of heads and deputies as their kind of unit calls it.</summary>
    Post,
    Category,
    Rank,
    Step,
    Coefficient,
}
