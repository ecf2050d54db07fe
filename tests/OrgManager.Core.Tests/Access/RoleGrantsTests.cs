using System.Text;
using OrgManager.Access;
using Xunit.Abstractions;

namespace OrgManager.Tests.Access;

/// <summary>The table of rights as it was agreed, beside the one in the code.</summary>
public class RoleGrantsTests(ITestOutputHelper output)
{
    /// <summary>✓ over the scope of the grant; all: both trees; own: the person the account is linked to; accounts: accounts only.</summary>
    private const string Agreed = """
        | permission          | Admin    | HrOfficer | PartyClerk | CommitteeSecretary | CellSecretary | Director | UnitHead | Inspector | Self |
        | ViewOrganisation    | all      | all       | all        | all                | all           | all      | all      | all       | all  |
        | ChangeUnits         |          | ✓         | ✓          |                    |               |          |          |           |      |
        | ViewQuota           |          | ✓         |            |                    |               | ✓        | ✓        | ✓         |      |
        | ChangeQuota         |          | ✓         |            |                    |               |          |          |           |      |
        | LockQuotaPlans      |          |           |            |                    |               | ✓        |          |           |      |
        | ViewStaffWork       |          | ✓         |            |                    |               | ✓        | ✓        | ✓         | own  |
        | ChangeStaffWork     |          | ✓         |            |                    |               |          |          |           |      |
        | ViewStaffPersonal   |          | ✓         |            |                    |               |          |          | ✓         | own  |
        | ChangeStaffPersonal |          | ✓         |            |                    |               |          |          |           |      |
        | ViewPartyBasics     |          | ✓         | ✓          | ✓                  | ✓             | ✓        |          | ✓         | own  |
        | ViewPartyRecord     |          |           | ✓          | ✓                  | ✓             |          |          | ✓         | own  |
        | ChangePartyRecord   |          |           | ✓          |                    | ✓             |          |          |           |      |
        | ViewReviews         |          |           | ✓          | ✓                  | ✓             |          |          | ✓         | own  |
        | EnterReviews        |          |           | ✓          |                    | ✓             |          |          |           | own  |
        | ProposeReviews      |          |           |            |                    | ✓             |          |          |           |      |
        | DecideReviews       |          |           |            | ✓                  |               |          |          |           |      |
        | GradeStaff          |          |           |            |                    |               | ✓        | ✓        |           |      |
        | ViewDiscipline      |          | ✓         | ✓          | ✓                  | ✓             | ✓        |          | ✓         | own  |
        | DraftScenarios      |          | ✓         | ✓          |                    |               |          |          |           |      |
        | ApproveScenarios    |          |           |            |                    |               | ✓        |          |           |      |
        | ApplyScenarios      |          | ✓         |            |                    |               |          |          |           |      |
        | ConfirmRoster       |          |           |            |                    |               |          | ✓        |           |      |
        | CorrectHistory      |          | ✓         | ✓          | ✓                  |               | ✓        |          |           |      |
        | ChangeTargets       |          |           |            |                    |               | ✓        |          |           |      |
        | Export              |          | ✓         | ✓          | ✓                  | ✓             | ✓        | ✓        | ✓         |      |
        | ViewAuditTrail      | accounts | ✓         | ✓          | ✓                  |               | ✓        |          | ✓         | own  |
        | Administer          | all      |           |            |                    |               |          |          |           |      |
        """;

    [Fact]
    public void The_code_grants_what_was_agreed_cell_by_cell()
    {
        var code = Rendered();
        output.WriteLine(code);

        var (agreed, granted) = (Cells(Agreed), Cells(code));
        Assert.Equal(agreed.Keys.Order(), granted.Keys.Order());
        Assert.All(agreed, cell => Assert.Equal((cell.Key, cell.Value), (cell.Key, granted[cell.Key])));
    }

    [Fact]
    public void An_administrator_sees_no_data_of_people_party_or_reviews()
    {
        Permission[] forbidden =
        [
            Permission.ViewStaffWork, Permission.ViewStaffPersonal, Permission.ViewPartyBasics, Permission.ViewPartyRecord, Permission.ViewReviews,
            Permission.ViewDiscipline, Permission.Export,
        ];
        Assert.All(forbidden, permission => Assert.Equal(Reach.None, RoleGrants.Of(Role.Admin, permission)));
    }

    private static string Rendered()
    {
        var table = new StringBuilder().Append("| permission | ").AppendJoin(" | ", Enum.GetNames<Role>()).AppendLine(" |");
        foreach (var permission in Enum.GetValues<Permission>())
            table.Append(null, $"| {permission} | ").AppendJoin(" | ", Enum.GetValues<Role>().Select(role => Shown(RoleGrants.Of(role, permission)))).AppendLine(" |");
        return table.ToString();
    }

    private static string Shown(Reach reach) => reach switch
    {
        Reach.Granted => "✓",
        Reach.OwnPerson => "own",
        Reach.Everything => "all",
        Reach.Accounts => "accounts",
        _ => "",
    };

    private static Dictionary<string, string> Cells(string table)
    {
        var rows = table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()).ToList();
        return rows.Skip(1).SelectMany(row => row.Skip(1).Select((cell, i) => (Key: $"{row[0]} × {rows[0][i + 1]}", cell))).ToDictionary(c => c.Key, c => c.cell);
    }
}
