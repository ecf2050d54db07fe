using OrgManager.Access;

namespace OrgManager.Tests.Access.Matrix;

/// <summary>What a use case is about, for the question whether it is in reach.</summary>
internal enum Aim
{
    /// <summary>Nothing in particular: any reach will do.</summary>
    Any,

    /// <summary>The whole: only who reaches everything.</summary>
    Whole,

    /// <summary>A government unit.</summary>
    Unit,

    /// <summary>The organisation in which the unit stands.</summary>
    Department,

    /// <summary>A party unit.</summary>
    Cell,

    /// <summary>The party committee above the cell.</summary>
    Committee,

    /// <summary>A person, reached by the unit they work in.</summary>
    Worker,

    /// <summary>A person, reached by the cell they belong to.</summary>
    Member,

    /// <summary>A person, reached by the unit or by the cell.</summary>
    Person,

    /// <summary>A cell in a list: itself in reach, or everybody in it by the unit they work in.</summary>
    CellByPeople,
}

/// <summary>One spot of the organisation: a unit, the cell that serves it, and somebody who belongs to both.</summary>
/// <param name="UnitLine">The unit and everything above it; <paramref name="CellLine"/> the same for the cell.</param>
internal sealed record MatrixPlace(string Person, string[] UnitLine, string[] CellLine)
{
    public static readonly MatrixPlace[] All =
    [
        new("CB035", ["QLCN", "SCT"], ["CB-CN", "DB-SCT"]),
        new("CB008", ["VP", "SCT"], ["CB-VP", "DB-SCT"]),
        new("NG001", ["NGOAI"], ["CB-NGOAI", "DB-NGOAI"]),
    ];

    public string Unit => UnitLine[0];
    public string Cell => CellLine[0];
    public string Committee => CellLine[^1];
    public string Department => UnitLine[^1];

    public override string ToString() => Unit;

    /// <summary>Whether a role with this scope reaches the place, told from the table of rights alone; whoever the account belongs to has the column "Self", too.</summary>
    public bool IsReached(MatrixRole role, Permission permission, Aim aim) => role.Reaches(permission).Any(reach => reach switch
    {
        Reach.Everything => true,
        Reach.Granted when role.Scope is null => true,
        Reach.Granted => aim == Aim.Any || Line(aim).Contains(role.Scope),
        Reach.OwnPerson => aim == Aim.Any || (aim is Aim.Worker or Aim.Member or Aim.Person && role.Person == Person),
        Reach.Accounts => aim == Aim.Any,
        _ => false,
    });

    private string[] Line(Aim aim) => aim switch
    {
        Aim.Unit or Aim.Worker => UnitLine,
        Aim.Cell or Aim.Member => CellLine,
        Aim.Committee => [Committee],
        Aim.Department => [Department],
        Aim.Person or Aim.CellByPeople => [.. UnitLine, .. CellLine],
        _ => [],
    };
}

/// <summary>A sample account as the matrix sees it.</summary>
internal sealed record MatrixRole(Role Role, string Account, string? Scope, string? Person)
{
    public IEnumerable<Reach> Reaches(Permission permission) =>
        [RoleGrants.Of(Role, permission), RoleGrants.Of(Role.Self, permission) is Reach.OwnPerson && Person is not null ? Reach.OwnPerson : Reach.None];

    public static readonly MatrixRole[] All =
    [
        new(Role.Admin, "admin", null, null), new(Role.HrOfficer, "hr", "SCT", "CB009"), new(Role.PartyClerk, "partyclerk", "DB-SCT", "CB008"),
        new(Role.CommitteeSecretary, "secretary", "DB-SCT", "CB001"), new(Role.CellSecretary, "cell1", "CB-VP", "CB005"), new(Role.Director, "director", "SCT", "CB001"),
        new(Role.UnitHead, "unithead", "QLCN", "CB033"), new(Role.Inspector, "inspector", null, "CB019"), new(Role.Self, "self", null, "CB035"),
    ];
}
