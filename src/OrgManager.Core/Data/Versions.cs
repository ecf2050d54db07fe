using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OrgManager.Data;

/// <summary>The one row every node reads before it trusts what it holds in memory.</summary>
public sealed class Versions
{
    public int Id { get; private init; } = 1;

    /// <summary>Number of the last change set.</summary>
    public long Data { get; internal set; }

    /// <summary>Raised whenever accounts, grants or the people behind them change.</summary>
    public long Access { get; internal set; }
}

internal sealed class VersionsTable : IEntityTypeConfiguration<Versions>
{
    public void Configure(EntityTypeBuilder<Versions> table)
    {
        table.Property(v => v.Id).ValueGeneratedNever();
        table.HasData(new { Id = 1, Data = 0L, Access = 0L });
    }
}
