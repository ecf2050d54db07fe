using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Party;

internal sealed class PartyMemberTable : IEntityTypeConfiguration<PartyMember>
{
    public void Configure(EntityTypeBuilder<PartyMember> table)
    {
        table.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
        table.Ignore(m => m.Admission);
        table.Property(m => m.TimesOut).AsJson();
        table.HasHistory(m => m.Memberships, m => m.MemberId);
        table.HasMany(m => m.Offices).WithOne().HasForeignKey(o => o.MemberId);
        table.Navigation(m => m.Offices).AutoInclude();
    }
}

internal sealed class MemberHonourTable : IEntityTypeConfiguration<MemberHonour>
{
    public void Configure(EntityTypeBuilder<MemberHonour> table)
    {
        table.Ignore(h => h.Facts);
        table.Property(h => h.Name).HasMaxLength(RecordText.Length);
        table.Property(h => h.Number).HasMaxLength(RecordText.Length);
        table.Property(h => h.Issuer).HasMaxLength(RecordText.Length);
        table.Property(h => h.Note).HasMaxLength(RecordText.Length);
        table.HasIndex(h => new { h.PersonId, h.BadgeYears }).IsUnique();
        table.HasOne<Person>().WithMany().HasForeignKey(h => h.PersonId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(h => h.CellId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MemberDisciplineTable : IEntityTypeConfiguration<MemberDiscipline>
{
    public void Configure(EntityTypeBuilder<MemberDiscipline> table)
    {
        table.Ignore(d => d.Facts);
        table.Property(d => d.Number).HasMaxLength(RecordText.Length);
        table.Property(d => d.Because).HasMaxLength(RecordText.Length);
        table.Property(d => d.Issuer).HasMaxLength(RecordText.Length);
        table.HasIndex(d => new { d.PersonId, d.DecidedOn });
        table.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(d => d.CellId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CellMembershipTable : IEntityTypeConfiguration<CellMembership>
{
    public void Configure(EntityTypeBuilder<CellMembership> table) =>
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(m => m.CellId).OnDelete(DeleteBehavior.Restrict);
}

internal sealed class PartyOfficeTable : IEntityTypeConfiguration<PartyOffice>
{
    public void Configure(EntityTypeBuilder<PartyOffice> table)
    {
        table.HasHistory(o => o.Versions, v => v.OfficeId);
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(o => o.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CellCoverageTable : IEntityTypeConfiguration<CellCoverage>
{
    public void Configure(EntityTypeBuilder<CellCoverage> table)
    {
        table.HasHistory(c => c.Versions, v => v.CoverageId);
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CoverageVersionTable : IEntityTypeConfiguration<CoverageVersion>
{
    public void Configure(EntityTypeBuilder<CoverageVersion> table) =>
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(v => v.CellId).OnDelete(DeleteBehavior.Restrict);
}

internal sealed class CellMeetingTable : IEntityTypeConfiguration<CellMeeting>
{
    public void Configure(EntityTypeBuilder<CellMeeting> table)
    {
        table.Ignore(m => m.Facts);
        table.Property(m => m.MinutesNumber).HasMaxLength(CellMeeting.NumberLength);
        table.Property(m => m.Resolution).HasMaxLength(CellMeeting.NumberLength);
        table.Property(m => m.Topic).HasMaxLength(CellMeeting.TopicLength);
        table.Property(m => m.Note).HasMaxLength(CellMeeting.NoteLength);
        table.HasIndex(m => new { m.CellId, m.On, m.Kind }).IsUnique();
        table.HasIndex(m => m.On);
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(m => m.CellId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Person>().WithMany().HasForeignKey(m => m.ChairId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(m => m.Files).WithOne().HasForeignKey(f => f.MeetingId).OnDelete(DeleteBehavior.Cascade);
        table.Navigation(m => m.Files).AutoInclude();
    }
}

internal sealed class WorkingRegulationTable : IEntityTypeConfiguration<WorkingRegulation>
{
    public void Configure(EntityTypeBuilder<WorkingRegulation> table)
    {
        table.Ignore(r => r.Facts);
        table.Property(r => r.Number).HasMaxLength(WorkingRegulation.NumberLength);
        table.Property(r => r.Name).HasMaxLength(WorkingRegulation.NameLength);
        table.Property(r => r.Note).HasMaxLength(WorkingRegulation.NoteLength);
        table.HasIndex(r => new { r.UnitId, r.Number, r.IssuedOn }).IsUnique();
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(r => r.Files).WithOne().HasForeignKey(f => f.RegulationId).OnDelete(DeleteBehavior.Cascade);
        table.Navigation(r => r.Files).AutoInclude();
    }
}

internal sealed class PartyTermTable : IEntityTypeConfiguration<PartyTerm>
{
    public void Configure(EntityTypeBuilder<PartyTerm> table)
    {
        table.Ignore(t => t.Facts);
        table.Property(t => t.Name).HasMaxLength(PartyTerm.NameLength);
        table.HasIndex(t => new { t.UnitId, t.HeldOn }).IsUnique();
        table.HasOne<OrgUnit>().WithMany().HasForeignKey(t => t.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PartyFileTable : IEntityTypeConfiguration<PartyFile>
{
    public void Configure(EntityTypeBuilder<PartyFile> table)
    {
        table.Property(f => f.Name).HasMaxLength(DecisionAttachment.NameLength);
        table.Property(f => f.Sha256).HasMaxLength(DecisionAttachment.HashLength);
        table.HasOne<AttachmentContent>().WithMany().HasForeignKey(f => f.Sha256).OnDelete(DeleteBehavior.Restrict);
    }
}
