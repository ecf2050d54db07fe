using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Staff;

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> table)
    {
        table.Property(p => p.Code).HasMaxLength(Person.CodeLength);
        table.Property(p => p.FullName).HasMaxLength(Person.NameLength);
        table.HasIndex(p => p.Code).IsUnique();
        table.HasIndex(p => p.SortKey);
    }
}

internal sealed class EmploymentTable : IEntityTypeConfiguration<Employment>
{
    public void Configure(EntityTypeBuilder<Employment> table)
    {
        table.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(e => e.Assignments).WithOne().HasForeignKey(a => a.EmploymentId);
        table.Navigation(e => e.Assignments).AutoInclude();
        table.HasHistory(e => e.SalarySteps, s => s.EmploymentId);
    }
}

internal sealed class AssignmentTable : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> table)
    {
        table.HasHistory(a => a.Versions, v => v.AssignmentId);
        table.HasIndex(a => new { a.EmploymentId, a.Kind });
    }
}

internal sealed class AssignmentVersionTable : IEntityTypeConfiguration<AssignmentVersion>
{
    public void Configure(EntityTypeBuilder<AssignmentVersion> table)
    {
        table.Property(v => v.Position).HasMaxLength(AssignmentVersion.PositionLength);
        table.HasIndex(v => v.UnitId);
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(v => v.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SalaryStepTable : IEntityTypeConfiguration<SalaryStep>
{
    public void Configure(EntityTypeBuilder<SalaryStep> table)
    {
        table.Property(s => s.Rank).HasMaxLength(SalaryStep.RankLength);
        table.Property(s => s.Coefficient).HasPrecision(6, 2);
    }
}
