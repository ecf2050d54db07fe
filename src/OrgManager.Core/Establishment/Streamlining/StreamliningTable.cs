using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Establishment;

internal sealed class StreamliningTable : IEntityTypeConfiguration<StreamliningCase>
{
    public void Configure(EntityTypeBuilder<StreamliningCase> table)
    {
        table.Ignore(c => c.Facts).Ignore(c => c.IsOpen);
        table.Property(c => c.Regulation).HasMaxLength(StreamliningCase.CodeLength);
        table.Property(c => c.Reason).HasMaxLength(StreamliningCase.CodeLength);
        table.Property(c => c.Policy).HasMaxLength(StreamliningCase.CodeLength);
        table.Property(c => c.Note).HasMaxLength(StreamliningCase.NoteLength);
        table.Property(c => c.WithdrawnBecause).HasMaxLength(StreamliningCase.NoteLength);
        table.HasIndex(c => c.PersonId);
        table.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
