using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrgManager.Data;
using OrgManager.Staff;

namespace OrgManager.Organisation;

internal sealed class UnitFunctionTable : IEntityTypeConfiguration<UnitFunction>
{
    public void Configure(EntityTypeBuilder<UnitFunction> table) => table.HasHistory(f => f.Versions, v => v.FunctionId);
}

internal sealed class UnitFunctionVersionTable : IEntityTypeConfiguration<UnitFunctionVersion>
{
    public void Configure(EntityTypeBuilder<UnitFunctionVersion> table)
    {
        table.Property(v => v.Name).HasMaxLength(UnitFunctionVersion.NameLength);
        table.Property(v => v.Field).HasMaxLength(UnitFunctionVersion.FieldLength);
        table.Property(v => v.CoordinatorIds).AsJson();
        table.HasOne<Person>().WithMany().HasForeignKey(v => v.PersonId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(v => v.LeadId).OnDelete(DeleteBehavior.Restrict);
    }
}
