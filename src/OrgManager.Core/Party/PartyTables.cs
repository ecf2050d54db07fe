using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Party;

internal sealed class PartyMemberTable : IEntityTypeConfiguration<PartyMember>
{
    public void Configure(EntityTypeBuilder<PartyMember> table)
    {
        table.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
        table.HasHistory(m => m.Memberships, m => m.MemberId);
        table.HasMany(m => m.Offices).WithOne().HasForeignKey(o => o.MemberId);
        table.Navigation(m => m.Offices).AutoInclude();
    }
}

internal sealed class CellMembershipTable : IEntityTypeConfiguration<CellMembership>
{
    public void Configure(EntityTypeBuilder<CellMembership> table) =>
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(m => m.CellId).OnDelete(DeleteBehavior.Restrict);
}

internal sealed class PartyOfficeTable : IEntityTypeConfiguration<PartyOffice>
{
    public void Configure(EntityTypeBuilder<PartyOffice> table)
    {
        table.HasHistory(o => o.Versions, v => v.OfficeId);
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(o => o.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CellCoverageTable : IEntityTypeConfiguration<CellCoverage>
{
    public void Configure(EntityTypeBuilder<CellCoverage> table)
    {
        table.HasHistory(c => c.Versions, v => v.CoverageId);
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CoverageVersionTable : IEntityTypeConfiguration<CoverageVersion>
{
    public void Configure(EntityTypeBuilder<CoverageVersion> table) =>
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(v => v.CellId).OnDelete(DeleteBehavior.Restrict);
}
