using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrgManager.Decisions;

namespace OrgManager.Import;

internal sealed class ImportBatchTable : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> table)
    {
        table.ToTable("ImportBatches");
        table.Property(b => b.FileName).HasMaxLength(ImportBatch.NameLength);
        table.Property(b => b.Form).HasMaxLength(SheetForm.Length);
        table.HasIndex(b => b.AppliedIn).IsUnique();
        table.HasIndex(b => b.Form);
        table.HasOne<Decision>().WithMany().HasForeignKey(b => b.DecisionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ImportUploadTable : IEntityTypeConfiguration<ImportUpload>
{
    public void Configure(EntityTypeBuilder<ImportUpload> table)
    {
        table.ToTable("ImportUploads");
        table.Property(u => u.Id).ValueGeneratedNever();
    }
}
