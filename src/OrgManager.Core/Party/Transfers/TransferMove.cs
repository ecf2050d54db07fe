using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>What joining does to the membership, by the verbs of the member's file: in no cell twice and in none never, because one day ends the one and begins the other.</summary>
internal static class TransferMove
{
    /// <summary>Who leaves a cell is its member on the day; who comes from outside is none here. A cell that has become another since the letter was drafted passed its members on.</summary>
    public static void DemandPlace(OrgDbContext db, MemberTransfer transfer, DateOnly on, bool drafting = false)
    {
        var (snapshot, person) = (db.Timeline.On(on), db.Timeline.People.Find(transfer.PersonId)!);
        var cell = snapshot.CellOf(transfer.PersonId);
        if (transfer.FromCellId is { } from)
            RuleBrokenException.Unless(cell == from || (!drafting && cell is not null && WentOnFrom(db.Timeline, transfer.PersonId, from)), "Transfer.NotInCell", person.FullName, UnitNames.On(db.Timeline.Units.Find(from)!, on));
        else RuleBrokenException.Unless(cell is null, "Transfer.MemberHere", person.FullName);
        foreach (var id in new[] { transfer.FromCellId, transfer.ToCellId }.OfType<Guid>())
            RuleBrokenException.Unless(db.Timeline.Units.Find(id) is { Branch: Branch.Party } unit && db.Timeline.Kind(UnitNames.FactsNear(unit, on).Kind).Cell, "PartyMember.NotACell", db.Timeline.Units.Find(id)?.Code ?? "");
    }

    /// <summary>The member was there when the cell ended, and went on with it to what it became.</summary>
    private static bool WentOnFrom(OrgTimeline timeline, Guid personId, Guid cell)
    {
        var ended = timeline.Units.Find(cell)!.History.Until;
        return timeline.Members.By(LineKeys.MemberPerson)[personId].SelectMany(line => line.History).Any(span => span.Facts.CellId == cell && span.Until == ended && ended != Effective.Open);
    }

    public static async Task MakeAsync(OrgDbContext db, MemberTransfer transfer, DateOnly on, CancellationToken ct)
    {
        DemandPlace(db, transfer, on.AddDays(-1));
        if (transfer.Kind == TransferKind.Temporary)
        {
            await DemandStayAsync(db, transfer, ct);
            return;
        }
        foreach (var stay in await TemporaryStays.Of(db, transfer.PersonId).Where(t => t.JoinedOn < on && on < t.StaysUntil).ToListAsync(ct)) stay.EndStay(on);
        if (transfer.FromCellId is null)
        {
            db.Add(PartyMember.Join(transfer.PersonId, transfer.Facts.Admission!, transfer.ToCellId!.Value, on));
            return;
        }
        var member = await LoadAsync(db, transfer, on.AddDays(-1), ct);
        if (transfer.ToCellId is not { } to)
        {
            member.Leave(on, MembershipEnd.TransferOut);
            return;
        }
        EndOffices(member, db.Timeline.On(on.AddDays(-1)).CellOf(transfer.PersonId)!.Value, on);
        member.MoveTo(to, on);
    }

    /// <summary>It took effect on another day than was entered; offices that ended with it stay as they were entered.</summary>
    public static async Task CorrectAsync(OrgDbContext db, MemberTransfer transfer, DateOnly was, string reason, CancellationToken ct)
    {
        var (joined, before) = (transfer.JoinedOn!.Value, transfer.FromCellId is null ? was : was.AddDays(-1));
        if (transfer.Kind == TransferKind.Temporary)
        {
            DemandPlace(db, transfer, joined.AddDays(-1));
            await DemandStayAsync(db, transfer, ct);
            return;
        }
        var member = await LoadAsync(db, transfer, before, ct);
        var (first, last) = was < joined ? (was, joined) : (joined, was);
        RuleBrokenException.Unless(!member.Memberships.Any(m => m.ValidFrom != was && first <= m.ValidFrom && m.ValidFrom <= last), "Transfer.MovedOtherwise", was);
        if (transfer.ToCellId is null) member.CorrectEnd(joined, null, reason);
        else member.CorrectDay(member.Memberships.FirstOrDefault(m => m.ValidFrom == was && m.CellId == transfer.ToCellId)?.Id ?? throw new RuleBrokenException("Transfer.MovedOtherwise", was), joined, reason);
    }

    /// <summary>Nobody meets in two other cells at once, nor in one that is not there when the stay begins.</summary>
    /// <exception cref="RuleBrokenException">Transfer.StaysElsewhere, OrgUnit.NotThere.</exception>
    public static async Task DemandStayAsync(OrgDbContext db, MemberTransfer transfer, CancellationToken ct)
    {
        var on = transfer.JoinedOn!.Value;
        var others = await TemporaryStays.Of(db, transfer.PersonId).Where(t => t.Id != transfer.Id).ToListAsync(ct);
        RuleBrokenException.Unless(!others.Exists(t => t.JoinedOn < transfer.StaysUntil && on < t.StaysUntil), "Transfer.StaysElsewhere", db.Timeline.People.Find(transfer.PersonId)!.FullName);
        if (transfer.ToCellId is { } to && db.Timeline.On(on).Unit(to) is null) throw new RuleBrokenException("OrgUnit.NotThere", db.Timeline.Units.Find(to)!.Code, on);
    }

    private static async Task<PartyMember> LoadAsync(OrgDbContext db, MemberTransfer transfer, DateOnly on, CancellationToken ct) =>
        await db.LoadAsync<PartyMember>(db.Timeline.On(on).Member(transfer.PersonId)?.Line.Id ?? throw new RuleBrokenException("PartyMember.NotThere", on), ct);

    /// <summary>Offices of the cell that is left end with the move; those of a committee above stay.</summary>
    private static void EndOffices(PartyMember member, Guid cellId, DateOnly on)
    {
        foreach (var office in member.Offices.Where(o => o.UnitId == cellId && o.EndsOn is null && o.Versions[0].ValidFrom < on).ToList())
            member.EndOffice(cellId, office.Versions[^1].Post, on);
    }
}
