using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OrgManager.Decisions;

internal sealed class DecisionTable : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> table)
    {
        table.Property(d => d.Number).HasMaxLength(Decision.NumberLength);
        table.Property(d => d.Issuer).HasMaxLength(Decision.IssuerLength);
        table.Property(d => d.Subject).HasMaxLength(Decision.SubjectLength);
        table.HasIndex(d => new { d.Number, d.Issuer, d.SignedOn }).IsUnique();
    }
}
