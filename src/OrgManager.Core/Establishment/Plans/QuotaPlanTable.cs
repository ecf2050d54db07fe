using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Establishment;

internal sealed class QuotaPlanTable : IEntityTypeConfiguration<QuotaPlan>
{
    public void Configure(EntityTypeBuilder<QuotaPlan> table)
    {
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(p => new { p.UnitId, p.Year }).IsUnique().HasFilter("\"State\" = 'Locked'").HasDatabaseName("IX_QuotaPlan_OneLocked");
        table.Property(p => p.Lines).AsJson();
        table.Property(p => p.Steps).AsJson();
        table.Ignore(p => p.From).Ignore(p => p.IsOpen);
    }
}
