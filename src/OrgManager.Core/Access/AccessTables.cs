using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Access;

internal sealed class OrgUserTable : IEntityTypeConfiguration<OrgUser>
{
    public void Configure(EntityTypeBuilder<OrgUser> table)
    {
        table.Property(u => u.Id).ValueGeneratedNever();
        table.Property(u => u.Language).HasMaxLength(2);
        table.Property(u => u.Theme).HasMaxLength(10);
        table.Property(u => u.HiddenColumns).HasMaxLength(ColumnChoice.Length);
        table.HasOne<Person>().WithMany().HasForeignKey(u => u.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GrantTable : IEntityTypeConfiguration<Grant>
{
    public void Configure(EntityTypeBuilder<Grant> table)
    {
        table.HasOne<OrgUser>().WithMany().HasForeignKey(g => g.UserId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(g => g.ScopeUnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
