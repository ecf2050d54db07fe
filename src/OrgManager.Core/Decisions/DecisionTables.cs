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
        table.HasIndex(d => d.SignedOn);
        table.HasMany(d => d.Attachments).WithOne().HasForeignKey(a => a.DecisionId).OnDelete(DeleteBehavior.Cascade);
        table.Navigation(d => d.Attachments).AutoInclude();
    }
}

internal sealed class DecisionAttachmentTable : IEntityTypeConfiguration<DecisionAttachment>
{
    public void Configure(EntityTypeBuilder<DecisionAttachment> table)
    {
        table.Property(a => a.Name).HasMaxLength(DecisionAttachment.NameLength);
        table.Property(a => a.Sha256).HasMaxLength(DecisionAttachment.HashLength);
        table.HasIndex(a => new { a.DecisionId, a.Sha256 }).IsUnique();
        table.HasOne<AttachmentContent>().WithMany().HasForeignKey(a => a.Sha256).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AttachmentContentTable : IEntityTypeConfiguration<AttachmentContent>
{
    public void Configure(EntityTypeBuilder<AttachmentContent> table)
    {
        table.HasKey(c => c.Hash);
        table.Property(c => c.Hash).HasMaxLength(DecisionAttachment.HashLength);
    }
}
