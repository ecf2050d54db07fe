using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OrgManager.Restructuring;

internal sealed class ScenarioTable : IEntityTypeConfiguration<Scenario>
{
    public void Configure(EntityTypeBuilder<Scenario> table)
    {
        table.Property(s => s.Name).HasMaxLength(Scenario.NameLength);
        table.HasIndex(s => s.AppliedIn).IsUnique();
    }
}
