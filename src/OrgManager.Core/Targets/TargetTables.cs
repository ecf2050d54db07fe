using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrgManager.Data;

namespace OrgManager.Targets;

internal sealed class TargetTable : IEntityTypeConfiguration<Target>
{
    public void Configure(EntityTypeBuilder<Target> table)
    {
        table.Property(t => t.Code).HasMaxLength(20);
        table.HasIndex(t => t.Code).IsUnique();
        table.Property(t => t.Facts).AsJson();
    }
}
