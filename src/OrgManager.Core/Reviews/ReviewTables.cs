using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Reviews;

internal sealed class RuleSetTable : IEntityTypeConfiguration<RuleSet>
{
    public void Configure(EntityTypeBuilder<RuleSet> table)
    {
        table.HasIndex(r => r.Code).IsUnique();
        table.Property(r => r.Facts).AsJson();
    }
}

internal sealed class ReviewCycleTable : IEntityTypeConfiguration<ReviewCycle>
{
    public void Configure(EntityTypeBuilder<ReviewCycle> table)
    {
        table.HasIndex(c => new { c.CommitteeId, c.Year, c.RuleSetCode }).IsUnique();
        table.HasIndex(c => c.Year);
        table.Property(c => c.Deadlines).AsJson();
        table.HasMany(c => c.Closings).WithOne().HasForeignKey(c => c.CycleId).OnDelete(DeleteBehavior.Cascade);
        table.Navigation(c => c.Closings).AutoInclude();
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(c => c.CommitteeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CycleClosingTable : IEntityTypeConfiguration<CycleClosing>
{
    public void Configure(EntityTypeBuilder<CycleClosing> table)
    {
        table.HasIndex(c => new { c.CycleId, c.Number }).IsUnique();
        table.Property(c => c.Figures).AsJson();
    }
}

internal sealed class ReviewTable : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> table)
    {
        table.HasOne<ReviewCycle>().WithMany().HasForeignKey(r => r.CycleId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(r => r.CellId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(r => new { r.CycleId, r.Subject, r.PersonId, r.CellId }).IsUnique();
        table.HasIndex(r => new { r.CycleId, r.CellId, r.Subject }).IsUnique().HasFilter("\"PersonId\" IS NULL").HasDatabaseName("IX_Review_OneOfACell");
        table.HasIndex(r => new { r.CycleId, r.Subject, r.State, r.Grade, r.ProposedGrade }).HasDatabaseName("IX_Review_Counts");
        table.HasIndex(r => new { r.CycleId, r.CellId, r.Subject, r.State, r.Grade, r.ProposedGrade }).HasDatabaseName("IX_Review_CountsOfCells");
        table.Property(r => r.Ballot).AsJson();
        table.Property(r => r.Scores).AsJson();
    }
}
