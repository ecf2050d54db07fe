using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>
/// Sinh hoạt chi bộ: entered from the minutes by the cell's secretary or the party's clerk. What a cell decides on, who came and who took the chair is party record, not a basic: so are its numbers.
/// Whoever may change the record corrects and withdraws an entry, too, with a reason: the minutes are theirs, and no figure that was closed stands on them.
/// </summary>
public sealed class CellMeetingService(Database database, ReadLog log)
{
    /// <summary>The meetings of a cell until a day, the newest first.</summary>
    /// <exception cref="NotFoundException">No cell ever had this code.</exception>
    [UseCase(Permission.ViewPartyRecord)]
    public Task<CellMeetings> OfCellAsync(string code, DateOnly on, int most = 24, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var cell = Cell(db, code);
            db.Demand(Permission.ViewPartyRecord, cell.Id, on);
            var until = db.Set<CellMeeting>().Where(m => m.CellId == cell.Id && m.On <= on);
            var meetings = await until.OrderByDescending(m => m.On).ThenBy(m => m.Kind).Take(most).ToListAsync(ct);
            var rows = meetings.Select(m => RowOf(db, m)).ToList();
            await LogAsync(db, "CellMeetings", rows.Select(r => r.Chair?.Code).OfType<string>(), ct);
            return new CellMeetings(UnitNames.Ref(cell, on), rows, meetings.Count < most ? 0 : await until.CountAsync(ct) - most, AccessRules.Reaches(db, Permission.ChangePartyRecord, cell.Id, on));
        }, ct);

    /// <summary>One meeting.</summary>
    /// <exception cref="NotFoundException">There is no such meeting.</exception>
    [UseCase(Permission.ViewPartyRecord)]
    public Task<MeetingRow> GetAsync(Guid id, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var meeting = await db.LoadAsync<CellMeeting>(id, ct);
            db.Demand(Permission.ViewPartyRecord, meeting.CellId, meeting.On);
            var row = RowOf(db, meeting);
            await LogAsync(db, "CellMeetings", row.Chair is { } chair ? [chair.Code] : [], ct);
            return row;
        }, ct);

    /// <summary>What a meeting of a cell on a day is filled in with: convened are its members less those exempt, suspended or away for a time, all of them came, number, chair and the rest go on from the last meeting, the number within the term.</summary>
    /// <exception cref="RuleBrokenException">OrgUnit.NotThere: the cell is not there on the day.</exception>
    [UseCase(Permission.ChangePartyRecord)]
    public Task<MeetingSuggestion> SuggestAsync(string code, DateOnly on, MeetingKind kind = MeetingKind.Monthly, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var line = Cell(db, code);
            db.Demand(Permission.ChangePartyRecord, line.Id, on);
            var cell = db.Timeline.On(on).Unit(line.Id);
            RuleBrokenException.Unless(cell is not null, "OrgUnit.NotThere", code, on);
            var last = await db.Set<CellMeeting>().Where(m => m.CellId == line.Id && m.On <= on).OrderByDescending(m => m.On).FirstOrDefaultAsync(ct);
            var suggestion = Suggested(cell!, on, kind, last?.Facts, await NextNumberAsync(db, line.Id, on, ct), await TemporaryStays.AwayAsync(db, line.Id, on, ct));
            await LogAsync(db, "CellMeetings", suggestion.Chairs.Select(c => c.Person.Code), ct);
            return suggestion;
        }, ct);

    /// <summary>Enters a meeting; returns its id.</summary>
    /// <inheritdoc cref="EnterAsync(IReadOnlyList{NewMeeting}, CancellationToken)" path="/exception"/>
    [UseCase(Permission.ChangePartyRecord)]
    public async Task<Guid> EnterAsync(Guid cellId, MeetingFacts facts, CancellationToken ct = default) => (await EnterAsync([new(cellId, facts)], ct))[0];

    /// <summary>Enters several meetings, all or none.</summary>
    /// <exception cref="RuleBrokenException">OrgUnit.NotThere, PartyMember.NotACell; Meeting.ChairElsewhere: the chair is no member of the cell on that day; Meeting.Twice: one of that kind is entered for that day; Meeting.MinutesTwice: the number is given in that year; and those of <see cref="CellMeeting.Hold"/>, of several with the step.</exception>
    [UseCase(Permission.ChangePartyRecord)]
    public async Task<IReadOnlyList<Guid>> EnterAsync(IReadOnlyList<NewMeeting> several, CancellationToken ct = default)
    {
        var entered = new List<Guid>();
        await database.ChangeAsync(new("Meeting.Enter"), async db =>
        {
            foreach (var one in several) db.Demand(Permission.ChangePartyRecord, one.CellId, one.Facts.On);
            var book = await MeetingBook.OfAsync(db, several.Select(m => (m.CellId, m.Facts.On)), ct);
            foreach (var (one, number) in several.Select((one, at) => (one, at + 1)))
                try
                {
                    var meeting = CellMeeting.Hold(one.CellId, book.Demand(one.CellId, one.Facts), db.Today);
                    book.Add(meeting);
                    db.Add(meeting);
                    entered.Add(meeting.Id);
                }
                catch (RuleBrokenException refused) when (several.Count > 1)
                {
                    throw refused.At(number, "Meeting.Enter");
                }
        }, ct);
        return entered;
    }

    /// <summary>It was entered wrongly; the entry before stays in the trail with the reason.</summary>
    /// <exception cref="ConflictException">Somebody changed it since it was shown; carries the <see cref="MeetingFacts"/> of now.</exception>
    /// <exception cref="RuleBrokenException">History.ReasonMissing and those of entering.</exception>
    [UseCase(Permission.ChangePartyRecord)]
    public Task CorrectAsync(Seen seen, MeetingFacts facts, string reason, CancellationToken ct = default) =>
        database.ChangeAsync(new("Meeting.Correct", reason), async db =>
        {
            var meeting = await LoadAsync(db, seen, ct);
            db.Demand(Permission.ChangePartyRecord, meeting.CellId, facts.On);
            var book = await MeetingBook.OfAsync(db, [(meeting.CellId, facts.On)], ct);
            meeting.Correct(book.Demand(meeting.CellId, facts, meeting.Id), db.Today, reason);
        }, ct);

    /// <summary>It did not take place, or not in this cell: the entry is taken back with its files, the trail keeps it with the reason.</summary>
    /// <exception cref="ConflictException">Somebody changed it since it was shown; carries the <see cref="MeetingFacts"/> of now.</exception>
    /// <exception cref="RuleBrokenException">History.ReasonMissing.</exception>
    [UseCase(Permission.ChangePartyRecord)]
    public Task WithdrawAsync(Seen seen, string reason, CancellationToken ct = default) =>
        database.ChangeAsync(new("Meeting.Withdraw", reason), async db =>
        {
            var meeting = await LoadAsync(db, seen, ct);
            CellMeeting.DemandReason(reason);
            foreach (var file in meeting.Files) await Decisions.KeptFiles.DropAsync(db, file.Sha256, file.Id, ct);
            db.Remove(meeting);
        }, ct);

    private static Task<CellMeeting> LoadAsync(OrgDbContext db, Seen seen, CancellationToken ct) =>
        db.LoadAsync<CellMeeting>(seen, m => db.Demand(Permission.ChangePartyRecord, m.CellId, m.On), m => m.Facts, ct);

    /// <summary>Papers of the party are numbered through a term, from one congress to the next.</summary>
    private static async Task<string?> NextNumberAsync(OrgDbContext db, Guid cellId, DateOnly on, CancellationToken ct)
    {
        var last = await db.Set<CellMeeting>().Where(m => m.CellId == cellId && m.On <= on && m.MinutesNumber != null).OrderByDescending(m => m.On).Select(m => new { m.On, m.MinutesNumber }).FirstOrDefaultAsync(ct);
        var began = await db.Set<PartyTerm>().Where(t => t.UnitId == cellId && t.HeldOn <= on).MaxAsync(t => (DateOnly?)t.HeldOn, ct);
        return last?.On < began ? MeetingNumbers.Anew(last.MinutesNumber) : MeetingNumbers.After(last?.MinutesNumber);
    }

    private static MeetingSuggestion Suggested(UnitOn cell, DateOnly on, MeetingKind kind, MeetingFacts? last, string? number, IReadOnlySet<Guid> away)
    {
        var active = cell.Members.Where(m => m.Facts.Participation == Participation.Active && !away.Contains(m.Person.Id)).ToList();
        var (official, probationary) = (active.Count(m => m.Facts.Standing == Standing.Official), active.Count(m => m.Facts.Standing == Standing.Probationary));
        var chairs = cell.Members.OrderBy(m => m.Offices.Where(o => o.UnitId == cell.Id).Select(o => (int)o.Facts.Post).DefaultIfEmpty(int.MaxValue).Min()).ThenBy(m => m.Person.SortKey, StringComparer.Ordinal).ToList();
        var chair = last?.ChairId is { } before && chairs.Exists(m => m.Person.Id == before) ? before : chairs.Find(m => m.Offices.Any(o => o.UnitId == cell.Id && o.Facts.Post == PartyPost.Secretary))?.Person.Id;
        var hasCommittee = MeetingBook.HasCommittee(cell);
        var facts = new MeetingFacts(kind, on, new(official + probationary, official, probationary), last?.Minutes ?? MeetingRules.On(on).LeastMinutes, last?.Prepared ?? true, hasCommittee ? last?.CommitteeMet ?? true : null)
        {
            ChairId = chair, MinutesNumber = number,
        };
        return new(new(cell.Id, cell.Code, cell.Name), facts, hasCommittee, official, probationary, Count(Participation.Exempt), Count(Participation.Suspended),
            [.. chairs.Select(m => new MeetingChair(m.Person.Id, new(m.Person.Code, m.Person.FullName)))]);

        int Count(Participation participation) => cell.Members.Count(m => m.Facts.Participation == participation);
    }

    private static UnitLine Cell(OrgDbContext db, string code) => db.Timeline.UnitByCode(code) is { Branch: Branch.Party } line ? line : throw new NotFoundException(typeof(OrgUnit), code);

    internal static MeetingRow RowOf(OrgDbContext db, CellMeeting m) => new(new(m.Id, m.Version), m.Facts,
        m.ChairId is { } id && db.Timeline.People.Find(id) is { } chair ? new(chair.Code, chair.FullName) : null, MeetingQuality.Of(m.Facts), [.. m.Files.Select(PartyFileRow.Of)]);

    private Task LogAsync(OrgDbContext db, string what, IEnumerable<string> codes, CancellationToken ct)
    {
        var own = db.Actor.PersonId is { } id ? db.Timeline.People.Find(id)?.Code : null;
        return log.WriteAsync(db.Actor, what, FieldClass.Party, codes.Distinct().Where(code => code != own), ct);
    }
}
