using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OrgManager.Data;

namespace OrgManager.Web.Setup;

/// <summary>Ready means: the database answers.</summary>
internal sealed class DatabaseHealth(IDbContextFactory<OrgDbContext> factory) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await db.Set<Versions>().AsNoTracking().SingleAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
