using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrgManager.Decisions;
using OrgManager.Organisation;

namespace OrgManager.Reviews.Papers;

internal sealed class PaperTemplateTable : IEntityTypeConfiguration<PaperTemplate>
{
    public void Configure(EntityTypeBuilder<PaperTemplate> table)
    {
        table.Ignore(t => t.Use);
        table.Property(t => t.Name).HasMaxLength(DecisionAttachment.NameLength);
        table.Property(t => t.Sha256).HasMaxLength(DecisionAttachment.HashLength);
        table.HasIndex(t => new { t.CommitteeId, t.Paper, t.OfCommittee, t.RuleSetCode, t.Number }).IsUnique();
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(t => t.CommitteeId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<PaperTemplateContent>().WithMany().HasForeignKey(t => t.Sha256).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PaperTemplateContentTable : IEntityTypeConfiguration<PaperTemplateContent>
{
    public void Configure(EntityTypeBuilder<PaperTemplateContent> table)
    {
        table.HasKey(c => c.Hash);
        table.Property(c => c.Hash).HasMaxLength(DecisionAttachment.HashLength);
    }
}
