using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>Fees of some people in a month, as one reader may see them.</summary>
internal sealed class FeeView
{
    private readonly OrgDbContext _db;
    private readonly DateOnly _month;
    private readonly ILookup<Guid, FeeStanding> _entered;

    private FeeView(OrgDbContext db, DateOnly month, ILookup<Guid, FeeStanding> entered) => (_db, _month, _entered) = (db, month, entered);

    public static async Task<FeeView> OfAsync(OrgDbContext db, DateOnly month, IEnumerable<Guid> people, CancellationToken ct)
    {
        var ids = people.ToList();
        var entered = await db.Set<FeeStanding>().Where(f => f.FromMonth <= month && EF.Parameter(ids).Contains(f.PersonId)).ToListAsync(ct);
        return new(db, month, entered.ToLookup(f => f.PersonId));
    }

    public FeeList List(UnitLine line, IReadOnlySet<Guid> away)
    {
        var (snapshot, reckoning) = (_db.Timeline.On(_month), new FeeReckoning(_db.Timeline, _month));
        var personal = _db.ScopeFor(Permission.ViewStaffPersonal, _month);
        var rows = from member in (snapshot.Unit(line.Id)?.Members ?? []).OrderBy(m => m.Person.SortKey, StringComparer.Ordinal)
                   let entered = Entered(member.Person.Id, _month)
                   let due = reckoning.Of(member, entered?.Facts)
                   let hides = due.Basis == FeeBasis.Salary && !personal.IncludesPerson(member.Person.Id, snapshot.UnitOf(member.Person.Id), null)
                   select new FeeRow(member.Person.Id, new(member.Person.Code, member.Person.FullName), member.Facts.Standing, hides ? due with { Base = null } : due,
                       entered?.Facts, entered?.FromMonth, entered?.FromMonth == _month ? new(entered.Id, entered.Version) : null, away.Contains(member.Person.Id));
        return new(UnitNames.Ref(line, _month), snapshot.Unit(line.Id)?.Parent is { } above ? new(above.Id, above.Code, above.Name) : null, _month, reckoning.Rule, [.. rows],
            _db.ScopeFor(Permission.ChangePartyRecord, _month).Includes(line.Id));
    }

    /// <summary>Null where the cell was not there in the month.</summary>
    public FeeSum? Sum(Guid cellId, DateOnly month)
    {
        if (_db.Timeline.On(month).Unit(cellId) is not { } cell) return null;
        var reckoning = new FeeReckoning(_db.Timeline, month);
        var due = cell.Members.Select(m => reckoning.Of(m, Entered(m.Person.Id, month)?.Facts)).ToList();
        var total = due.Sum(d => d.Amount ?? 0);
        return new(month, due.Count, total, FeeSum.PassedUp(total, reckoning.Rule), due.Count(d => d.Amount is null));
    }

    private FeeStanding? Entered(Guid personId, DateOnly month) => _entered[personId].Where(f => f.FromMonth <= month).MaxBy(f => f.FromMonth);
}
