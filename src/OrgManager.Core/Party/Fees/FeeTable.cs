using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Party;

internal sealed class FeeTable : IEntityTypeConfiguration<FeeStanding>
{
    public void Configure(EntityTypeBuilder<FeeStanding> table)
    {
        table.Ignore(f => f.Facts);
        table.Property(f => f.Allowance).HasPrecision(4, 2);
        table.HasIndex(f => new { f.PersonId, f.FromMonth }).IsUnique();
        table.HasOne<Person>().WithMany().HasForeignKey(f => f.PersonId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(f => f.CellId).OnDelete(DeleteBehavior.Restrict);
    }
}
