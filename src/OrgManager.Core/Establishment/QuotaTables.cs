using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Establishment;

internal sealed class QuotaTable : IEntityTypeConfiguration<Quota>
{
    public void Configure(EntityTypeBuilder<Quota> table)
    {
        table.HasIndex(q => new { q.UnitId, q.Category, q.Kind }).IsUnique();
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(q => q.UnitId).OnDelete(DeleteBehavior.Restrict);
        table.HasHistory(q => q.Levels, l => l.QuotaId);
    }
}
