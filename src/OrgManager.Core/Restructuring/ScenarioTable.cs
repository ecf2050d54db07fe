using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrgManager.Data;

namespace OrgManager.Restructuring;

/// <summary>Scenarios applied before there were drafts have no author and tell no steps: hence the defaults.</summary>
internal sealed class ScenarioTable : IEntityTypeConfiguration<Scenario>
{
    private const int AuthorLength = 256;

    public void Configure(EntityTypeBuilder<Scenario> table)
    {
        table.Property(s => s.Name).HasMaxLength(Scenario.NameLength);
        table.Property(s => s.Author).HasMaxLength(AuthorLength);
        table.HasIndex(s => s.AppliedIn).IsUnique();
        table.Property(s => s.Decisions).AsJson();
        table.Property(s => s.Steps).AsJson();
        table.Property(s => s.SetAside).AsJson();
        table.Property(s => s.ReaderIds).AsJson();
        table.Property(s => s.Basis).AsJson();
        table.Property(s => s.Decisions).HasDefaultValue(new ScenarioDecisions());
        table.Property(s => s.Steps).HasDefaultValue(Array.Empty<ScenarioStep>());
        table.Property(s => s.SetAside).HasDefaultValue(Array.Empty<SetAsideStep>());
        table.Property(s => s.ReaderIds).HasDefaultValue(Array.Empty<Guid>());
    }
}
