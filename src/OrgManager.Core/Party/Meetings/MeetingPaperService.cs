using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Reports.Documents;

namespace OrgManager.Party;

/// <summary>Papers of meetings: the minutes to be written out and signed, and the files of what was signed.</summary>
public sealed class MeetingPaperService(Database database, ReadLog log)
{
    /// <summary>Biên bản of a meeting for a word processor, with the list of who was convened; it leaves the house and is in Vietnamese.</summary>
    /// <exception cref="NotFoundException">There is no such meeting.</exception>
    [UseCase(Permission.Export, Permission.ViewPartyRecord)]
    public Task<byte[]> MinutesAsync(Guid id, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var meeting = await db.LoadAsync<CellMeeting>(id, ct);
            db.Demand(Permission.ViewPartyRecord, meeting.CellId, meeting.On);
            db.Demand(Permission.Export, meeting.CellId, meeting.On);
            var minutes = new MeetingMinutes(db.Timeline.On(meeting.On), meeting);
            var own = db.Actor.PersonId is { } person ? db.Timeline.People.Find(person)?.Code : null;
            await log.WriteAsync(db.Actor, "MeetingMinutes", FieldClass.Party, minutes.Told.Where(code => code != own), ct);
            return DocxFile.Write(minutes.Document());
        }, ct);

    /// <summary>Attaches the signed minutes, or what belongs to them; returns the file's id.</summary>
    /// <exception cref="RuleBrokenException">Decision.StateSecret, Attachment.TooLarge, Attachment.Empty, Attachment.KindUnknown, Attachment.Twice.</exception>
    [UseCase(Permission.ChangePartyRecord)]
    public async Task<Guid> AttachAsync(Guid meetingId, NewFile file, CancellationToken ct = default)
    {
        await database.ReadAsync(async db =>
        {
            Demand(db, Permission.ChangePartyRecord, await db.LoadAsync<CellMeeting>(meetingId, ct));
            return true;
        }, ct);
        var received = await ReceivedFile.ReadAsync(file, ct);
        var added = Guid.Empty;
        await database.ChangeAsync(new("Meeting.Attach"), async db =>
        {
            var meeting = await db.LoadAsync<CellMeeting>(meetingId, ct);
            Demand(db, Permission.ChangePartyRecord, meeting);
            added = meeting.Attach(received).Id;
            await KeptFiles.KeepAsync(db, received, ct);
        }, ct);
        return added;
    }

    /// <summary>The file was attached wrongly: name and hash stay in the trail, the bytes go unless something else carries them.</summary>
    /// <exception cref="RuleBrokenException">History.ReasonMissing.</exception>
    [UseCase(Permission.ChangePartyRecord)]
    public Task DetachAsync(Guid meetingId, Guid fileId, string reason, CancellationToken ct = default) =>
        database.ChangeAsync(new("Meeting.Detach", reason), async db =>
        {
            var meeting = await db.LoadAsync<CellMeeting>(meetingId, ct);
            Demand(db, Permission.ChangePartyRecord, meeting);
            var file = meeting.Detach(fileId, reason);
            db.Remove(file);
            await KeptFiles.DropAsync(db, file.Sha256, fileId, ct);
        }, ct);

    /// <summary>A file of a meeting with its bytes.</summary>
    /// <exception cref="NotFoundException">There is no such file.</exception>
    [UseCase(Permission.ViewPartyRecord)]
    public Task<FileContent> DownloadAsync(Guid fileId, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var file = await db.Set<PartyFile>().SingleOrDefaultAsync(f => f.Id == fileId && f.MeetingId != null, ct) ?? throw new NotFoundException(typeof(PartyFile), fileId);
            var meeting = await db.LoadAsync<CellMeeting>(file.MeetingId!.Value, ct);
            Demand(db, Permission.ViewPartyRecord, meeting);
            var own = db.Actor.PersonId is { } person ? db.Timeline.People.Find(person)?.Code : null;
            await log.WriteAsync(db.Actor, "MeetingMinutes", FieldClass.Party, new MeetingMinutes(db.Timeline.On(meeting.On), meeting).Told.Where(code => code != own), ct);
            var content = await db.Set<AttachmentContent>().SingleAsync(c => c.Hash == file.Sha256, ct);
            return new FileContent(file.Name, file.Kind.MediaType(), content.Bytes);
        }, ct);

    private static void Demand(OrgDbContext db, Permission permission, CellMeeting meeting) => db.Demand(permission, meeting.CellId, meeting.On);
}
