using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Party;
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
        table.HasIndex(c => new { c.Year, c.Subject });
        table.Property(c => c.Subject).HasDefaultValue(ReviewSubject.Member); // years opened before staff had any are of members
        table.Property(c => c.Deadlines).AsJson();
        table.Property(c => c.Groups).AsJson();
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
        table.Property(r => r.Attendance).AsJson();
    }
}

internal sealed class EarlierGradeTable : IEntityTypeConfiguration<EarlierGrade>
{
    public void Configure(EntityTypeBuilder<EarlierGrade> table)
    {
        table.Ignore(g => g.Facts);
        table.Property(g => g.RuleSetCode).HasMaxLength(RuleSet.CodeLength);
        table.Property(g => g.Grade).HasMaxLength(EarlierGrade.GradeLength);
        table.Property(g => g.Source).HasMaxLength(RecordText.Length);
        table.HasIndex(g => new { g.PersonId, g.Year }).IsUnique();
        table.HasOne<Person>().WithMany().HasForeignKey(g => g.PersonId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(g => g.CellId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReviewFileTable : IEntityTypeConfiguration<ReviewFile>
{
    public void Configure(EntityTypeBuilder<ReviewFile> table)
    {
        table.HasOne<Review>().WithOne().HasForeignKey<ReviewFile>(f => f.ReviewId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(f => f.CellId).OnDelete(DeleteBehavior.Restrict);
        table.Property(f => f.Self).AsJson();
        table.Property(f => f.Comment).AsJson();
        table.Property(f => f.Opinions).AsJson();
        table.Property(f => f.CellComment).AsJson();
        table.Property(f => f.Facts).AsJson();
        table.Property(f => f.Decisions).AsJson();
        table.Property(f => f.Remedies).AsJson();
        table.Property(f => f.Moves).AsJson();
    }
}

internal sealed class ReviewDraftTable : IEntityTypeConfiguration<ReviewDraft>
{
    public void Configure(EntityTypeBuilder<ReviewDraft> table)
    {
        table.ToTable("ReviewDrafts");
        table.HasKey(d => new { d.ReviewId, d.UserId });
        table.HasOne<Review>().WithMany().HasForeignKey(d => d.ReviewId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne<OrgUser>().WithMany().HasForeignKey(d => d.UserId).OnDelete(DeleteBehavior.Cascade);
        table.Property(d => d.Said).AsJson();
    }
}

internal sealed class CellCriteriaTable : IEntityTypeConfiguration<CellCriteria>
{
    public void Configure(EntityTypeBuilder<CellCriteria> table)
    {
        table.HasIndex(c => new { c.CellId, c.PersonId, c.Year, c.RuleSetCode }).IsUnique();
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(c => c.CellId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
        table.Property(c => c.Meanings).AsJson();
    }
}

internal sealed class ExcellentRoundTable : IEntityTypeConfiguration<ExcellentRound>
{
    public void Configure(EntityTypeBuilder<ExcellentRound> table)
    {
        table.HasOne<ReviewCycle>().WithOne().HasForeignKey<ExcellentRound>(r => r.CycleId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(r => r.CommitteeId).OnDelete(DeleteBehavior.Restrict);
        table.Property(r => r.Votes).AsJson();
    }
}
