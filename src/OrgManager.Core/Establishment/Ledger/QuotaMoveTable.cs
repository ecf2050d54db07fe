using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrgManager.Organisation;

namespace OrgManager.Establishment;

internal sealed class QuotaMoveTable : IEntityTypeConfiguration<QuotaMove>
{
    public void Configure(EntityTypeBuilder<QuotaMove> table)
    {
        table.Property(m => m.Subject).HasMaxLength(QuotaMove.SubjectLength);
        table.HasIndex(m => m.On);
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(m => m.FromUnitId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(m => m.ToUnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
