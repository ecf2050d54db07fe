using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Party;

internal sealed class TransferTable : IEntityTypeConfiguration<MemberTransfer>
{
    public void Configure(EntityTypeBuilder<MemberTransfer> table)
    {
        table.Ignore(t => t.Facts).Ignore(t => t.IsOpen);
        table.Property(t => t.TimesOut).AsJson();
        table.Property(t => t.FromOutside).HasMaxLength(MemberTransfer.PlaceLength);
        table.Property(t => t.ToOutside).HasMaxLength(MemberTransfer.PlaceLength);
        table.Property(t => t.Note).HasMaxLength(MemberTransfer.NoteLength);
        table.Property(t => t.ClosedBecause).HasMaxLength(MemberTransfer.NoteLength);
        table.Property(t => t.LetterNumber).HasMaxLength(MemberTransfer.LetterLength);
        table.Property(t => t.IssuedBy).HasMaxLength(MemberTransfer.NameLength);
        table.Property(t => t.ReceivedBy).HasMaxLength(MemberTransfer.NameLength);
        table.HasIndex(t => t.PersonId);
        table.HasIndex(t => t.State);
        table.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(t => t.FromCellId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(t => t.ToCellId).OnDelete(DeleteBehavior.Restrict);
    }
}
