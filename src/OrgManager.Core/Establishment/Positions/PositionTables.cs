using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Organisation;

namespace OrgManager.Establishment;

internal sealed class JobPositionTable : IEntityTypeConfiguration<JobPosition>
{
    public void Configure(EntityTypeBuilder<JobPosition> table)
    {
        table.Property(p => p.Code).HasMaxLength(JobPosition.CodeLength);
        table.Property(p => p.Name).HasMaxLength(JobPosition.NameLength);
        table.Property(p => p.Rank).HasMaxLength(JobPosition.RankLength);
        table.Property(p => p.CalledAs).AsJson();
        table.Ignore(p => p.Facts);
        table.HasIndex(p => p.Code).IsUnique();
        table.HasOne<Decision>().WithMany().HasForeignKey(p => p.DecisionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PositionPostsTable : IEntityTypeConfiguration<PositionPosts>
{
    public void Configure(EntityTypeBuilder<PositionPosts> table)
    {
        table.HasIndex(p => new { p.UnitId, p.PositionId }).IsUnique();
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<JobPosition>().WithMany().HasForeignKey(p => p.PositionId).OnDelete(DeleteBehavior.Restrict);
        table.HasHistory(p => p.Levels, l => l.PositionPostsId);
    }
}
