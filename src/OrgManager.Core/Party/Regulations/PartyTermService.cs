using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Party;

/// <summary>Nhiệm kỳ of cells and committees, each begun by its congress.</summary>
public sealed class PartyTermService(Database database)
{
    /// <summary>A congress was held; returns the term's id.</summary>
    /// <exception cref="RuleBrokenException">OrgUnit.NotThere; Term.Twice: one of that day is there already; and those of <see cref="PartyTerm.Begin"/>.</exception>
    [UseCase(Permission.ChangePartyRecord)]
    public async Task<Guid> BeginAsync(Guid unitId, TermFacts facts, CancellationToken ct = default)
    {
        var term = PartyTerm.Begin(unitId, facts);
        await database.ChangeAsync(new("Term.Begin"), async db =>
        {
            db.Demand(Permission.ChangePartyRecord, unitId, facts.HeldOn);
            PartyUnits.DemandThere(db, unitId, facts.HeldOn);
            await DemandNewAsync(db, term, ct);
            db.Add(term);
        }, ct);
        return term.Id;
    }

    /// <summary>It was entered wrongly, or another end was set.</summary>
    /// <exception cref="ConflictException">Somebody changed it since it was shown; carries the <see cref="TermFacts"/> of now.</exception>
    /// <exception cref="RuleBrokenException">History.ReasonMissing, Term.Twice and those of <see cref="PartyTerm.Begin"/>.</exception>
    [UseCase(Permission.ChangePartyRecord)]
    public Task CorrectAsync(Seen seen, TermFacts facts, string reason, CancellationToken ct = default) =>
        database.ChangeAsync(new("Term.Correct", reason), async db =>
        {
            var term = await LoadAsync(db, seen, ct);
            db.Demand(Permission.ChangePartyRecord, term.UnitId, facts.HeldOn);
            term.Correct(facts, reason);
            await DemandNewAsync(db, term, ct);
        }, ct);

    /// <summary>There was no such congress; the trail keeps the entry with the reason.</summary>
    /// <exception cref="RuleBrokenException">History.ReasonMissing.</exception>
    [UseCase(Permission.ChangePartyRecord)]
    public Task WithdrawAsync(Seen seen, string reason, CancellationToken ct = default) =>
        database.ChangeAsync(new("Term.Withdraw", reason), async db =>
        {
            var term = await LoadAsync(db, seen, ct);
            CellMeeting.DemandReason(reason);
            db.Remove(term);
        }, ct);

    private static Task<PartyTerm> LoadAsync(OrgDbContext db, Seen seen, CancellationToken ct) =>
        db.LoadAsync<PartyTerm>(seen, t => db.Demand(Permission.ChangePartyRecord, t.UnitId, t.HeldOn), t => t.Facts, ct);

    private static async Task DemandNewAsync(OrgDbContext db, PartyTerm term, CancellationToken ct) =>
        RuleBrokenException.Unless(!await db.Set<PartyTerm>().AnyAsync(t => t.Id != term.Id && t.UnitId == term.UnitId && t.HeldOn == term.HeldOn, ct), "Term.Twice", term.HeldOn);
}
