using OrgManager.Tests;

namespace OrgManager.Web.Tests.Nodes;

/// <summary>Several nodes share a PostgreSQL database; a SQLite file is served by one process.</summary>
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = TestDatabase.IsPostgres ? null : "Needs PostgreSQL: set ORGMANAGER_TEST_POSTGRES.";
}
