using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrgManager.Data;

namespace OrgManager.Organisation;

internal sealed class OrgUnitTable : IEntityTypeConfiguration<OrgUnit>
{
    public void Configure(EntityTypeBuilder<OrgUnit> table)
    {
        table.Property(u => u.Code).HasMaxLength(OrgUnit.CodeLength);
        table.HasIndex(u => u.Code).IsUnique();
        table.HasHistory(u => u.Versions, v => v.UnitId);
    }
}

internal sealed class OrgUnitVersionTable : IEntityTypeConfiguration<OrgUnitVersion>
{
    public void Configure(EntityTypeBuilder<OrgUnitVersion> table)
    {
        table.Property(v => v.Name).HasMaxLength(OrgUnitVersion.NameLength);
        table.Property(v => v.ShortName).HasMaxLength(OrgUnitVersion.NameLength);
        table.HasIndex(v => v.NameSortKey);
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(v => v.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class UnitKindTable : IEntityTypeConfiguration<UnitKind>
{
    public void Configure(EntityTypeBuilder<UnitKind> table)
    {
        table.HasIndex(k => k.Code).IsUnique();
        table.Property(k => k.Facts).AsJson();
    }
}

internal sealed class SuccessionTable : IEntityTypeConfiguration<Succession>
{
    public void Configure(EntityTypeBuilder<Succession> table)
    {
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(s => s.PredecessorId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(s => s.SuccessorId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(s => new { s.PredecessorId, s.SuccessorId, s.On }).IsUnique();
    }
}
