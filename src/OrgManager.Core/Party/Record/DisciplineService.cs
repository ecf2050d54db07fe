using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Party;

/// <summary>One decision of discipline as it stands in the record, and whether it counts on the day asked for.</summary>
public sealed record DisciplineRow(Seen Seen, DisciplineFacts Facts, bool Counts)
{
    /// <summary>By which it counts for its time.</summary>
    public DisciplineRule Rule => DisciplineRules.Of(Facts.Kind, Facts.DecidedOn.First);
}

/// <summary>Kỷ luật đảng in the record of members. Whoever keeps the record of the cell and sees its discipline enters it, puts it right and takes it back; nobody their own.</summary>
public sealed class DisciplineService(Database database, ReadLog log)
{
    private static readonly Permission[] Writes = [Permission.ChangePartyRecord, Permission.ViewDiscipline];

    /// <summary>Those of one person by staff number, the newest first; another's are shown only after the reading of them is logged.</summary>
    /// <exception cref="AccessDeniedException">No record in reach; whether there is one out of reach is not told.</exception>
    [UseCase(Permission.ViewDiscipline)]
    public Task<IReadOnlyList<DisciplineRow>> OfAsync(string code, DateOnly on, CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<DisciplineRow>>(async db =>
        {
            var person = RecordReach.Person(db, code, on, Permission.ViewDiscipline);
            var all = await db.Set<MemberDiscipline>().AsNoTracking().Where(d => d.PersonId == person.Id).ToListAsync(ct);
            await log.WriteAsync(db.Actor, "Discipline", FieldClass.Discipline, person.Id == db.Actor.PersonId ? [] : [person.Code], ct);
            return [.. all.OrderByDescending(d => d.DecidedOn).ThenByDescending(d => d.Id).Select(d => new DisciplineRow(new(d.Id, d.Version), d.Facts, d.Facts.CountsOn(on)))];
        }, ct);

    /// <summary>Enters a decision of discipline; returns its id. What it does to office and membership is entered as their change.</summary>
    /// <exception cref="RuleBrokenException">Discipline.Own, Discipline.Ahead; Discipline.Probationary: a member on probation is reprimanded or warned only; Discipline.Twice: number and day are there already; and those of <see cref="MemberDiscipline.Enter"/>.</exception>
    [UseCase(Permission.ChangePartyRecord, Permission.ViewDiscipline)]
    public async Task<Guid> EnterAsync(string code, DisciplineFacts facts, CancellationToken ct = default)
    {
        var id = Guid.Empty;
        await database.ChangeAsync(new("Discipline.Enter"), async db =>
        {
            var (person, cell) = RecordReach.Demand(db, code, Writes);
            var discipline = MemberDiscipline.Enter(person.Id, cell, facts);
            await DemandAsync(db, discipline, ct);
            db.Add(discipline);
            id = discipline.Id;
        }, ct);
        return id;
    }

    /// <summary>It was entered wrongly, or another end was set.</summary>
    /// <exception cref="ConflictException">Somebody changed it since it was shown; carries the <see cref="Seen"/> of now.</exception>
    /// <exception cref="RuleBrokenException">History.ReasonMissing and those of <see cref="EnterAsync"/>.</exception>
    [UseCase(Permission.ChangePartyRecord, Permission.ViewDiscipline)]
    public Task CorrectAsync(Seen seen, DisciplineFacts facts, string reason, CancellationToken ct = default) =>
        database.ChangeAsync(new("Discipline.Correct", reason), async db =>
        {
            var discipline = await LoadAsync(db, seen, ct);
            discipline.Correct(facts, reason);
            await DemandAsync(db, discipline, ct);
        }, ct);

    /// <summary>There was none such, or it was annulled; the trail keeps the entry with the reason.</summary>
    /// <exception cref="RuleBrokenException">History.ReasonMissing, Discipline.Own.</exception>
    [UseCase(Permission.ChangePartyRecord, Permission.ViewDiscipline)]
    public Task WithdrawAsync(Seen seen, string reason, CancellationToken ct = default) =>
        database.ChangeAsync(new("Discipline.Withdraw", reason), async db =>
        {
            var discipline = await LoadAsync(db, seen, ct);
            CellMeeting.DemandReason(reason);
            DemandOthers(db, discipline);
            db.Remove(discipline);
        }, ct);

    private static Task<MemberDiscipline> LoadAsync(OrgDbContext db, Seen seen, CancellationToken ct) =>
        db.LoadAsync<MemberDiscipline>(seen, d => RecordReach.Demand(db, d.PersonId, Writes), d => new Seen(d.Id, d.Version), ct);

    private static async Task DemandAsync(OrgDbContext db, MemberDiscipline d, CancellationToken ct)
    {
        DemandOthers(db, d);
        RuleBrokenException.Unless(d.DecidedOn <= db.Today, "Discipline.Ahead");
        var onProbation = d.DecidedAs is null && db.Timeline.On(d.DecidedOn).Member(d.PersonId)?.Facts.Standing == Standing.Probationary;
        RuleBrokenException.Unless(!onProbation || DisciplineRules.Of(d.Kind, d.DecidedOn).Probationary, "Discipline.Probationary");
        RuleBrokenException.Unless(!await db.Set<MemberDiscipline>().AnyAsync(x => x.Id != d.Id && x.PersonId == d.PersonId && x.Number == d.Number && x.DecidedOn == d.DecidedOn, ct), "Discipline.Twice", d.Number);
    }

    private static void DemandOthers(OrgDbContext db, MemberDiscipline discipline) => RuleBrokenException.Unless(discipline.PersonId != db.Actor.PersonId, "Discipline.Own");
}
