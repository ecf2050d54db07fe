using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrgManager.Access;

namespace OrgManager.Jobs;

/// <summary>
/// That a job is still running, and how far it is: written every second, so it is no part of the job and of no change set. It comes and goes with those that begin and end
/// the job; in between it is updated beside <see cref="Data.Database.ChangeAsync"/>, which is for what the organisation must know of.
/// </summary>
public sealed class JobPulse
{
    public Guid JobId { get; init; }

    /// <summary>Until when the node that runs the job is believed to live.</summary>
    public DateTime LeaseUntilUtc { get; init; }
    public long? Done { get; init; }
    public long? Total { get; init; }
}

internal sealed class JobTable : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> table)
    {
        table.ToTable("Jobs");
        table.Property(j => j.Kind).HasMaxLength(Job.KindLength);
        table.Property(j => j.Node).HasMaxLength(Job.NodeLength);
        table.Property(j => j.Result).HasMaxLength(Job.ResultLength);
        table.HasIndex(j => j.State);
        table.HasOne<OrgUser>().WithMany().HasForeignKey(j => j.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class JobPulseTable : IEntityTypeConfiguration<JobPulse>
{
    public void Configure(EntityTypeBuilder<JobPulse> table)
    {
        table.ToTable("JobPulses");
        table.HasKey(p => p.JobId);
        table.Property(p => p.JobId).ValueGeneratedNever();
        table.HasOne<Job>().WithOne().HasForeignKey<JobPulse>(p => p.JobId).OnDelete(DeleteBehavior.Cascade);
    }
}
