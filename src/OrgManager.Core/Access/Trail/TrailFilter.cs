using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Party;

namespace OrgManager.Access;

/// <summary>A query with what it names looked up. What is not there matches nothing.</summary>
internal sealed class TrailFilter
{
    private readonly List<Guid>? _units, _owners;
    private readonly FieldClass? _class;

    private TrailFilter(List<Guid>? units, List<Guid>? owners, Guid? account, FieldClass? only) => (_units, _owners, AccountId, _class) = (units, owners, account, only);

    /// <summary>The account asked for, if one is: what it did at the door has no rows of its own.</summary>
    public Guid? AccountId { get; }

    /// <summary>Whether sets without rows may match: sign-ins and backups.</summary>
    public bool TakesBareSets => _units is null && (_owners is null || AccountId is not null) && _class is null or FieldClass.Account;

    public static async Task<TrailFilter> OfAsync(OrgDbContext db, TrailQuery query, CancellationToken ct)
    {
        List<Guid>? units = query.Unit is null ? null : [.. db.Timeline.UnitByCode(query.Unit) is { } unit ? db.Timeline.EverUnder(unit.Id, db.Today) : []];
        List<Guid>? owners = query.Person is null ? null : [.. await OwnersAsync(db, query.Person, ct)];
        Guid? account = null;
        if (query.Account is not null)
        {
            account = (await Passwords.FindAsync(db, query.Account, ct))?.Id ?? Guid.Empty;
            owners = [account.Value, .. await db.Set<Grant>().Where(g => g.UserId == account).Select(g => g.Id).ToListAsync(ct)];
        }
        return new(units, owners, account, query.Class);
    }

    public bool Includes(TrailHead entry) =>
        (_class is null || entry.FieldClass == _class) && (_units is null || (entry.UnitId is { } unit && _units.Contains(unit))) && (_owners is null || _owners.Contains(entry.OwnerId));

    /// <summary>Narrows the sets to those with a row that may match; <see cref="Includes"/> decides.</summary>
    public IQueryable<ChangeSet> Narrow(IQueryable<ChangeSet> sets)
    {
        var (bare, account) = (TakesBareSets, AccountId);
        if (_class is { } only) sets = sets.Where(c => c.Entries.Any(e => e.FieldClass == only) || (bare && c.Entries.Count == 0));
        if (_units is { } units) sets = sets.Where(c => c.Entries.Any(e => e.UnitId != null && EF.Parameter(units).Contains(e.UnitId.Value)));
        if (_owners is { } owners) sets = sets.Where(c => c.Entries.Any(e => EF.Parameter(owners).Contains(e.OwnerId)) || (bare && c.UserId == account && c.Entries.Count == 0));
        return sets;
    }

    private static async Task<IEnumerable<Guid>> OwnersAsync(OrgDbContext db, string code, CancellationToken ct)
    {
        if (db.Timeline.PersonByCode(code) is not { } person) return [];
        return [.. TrailPeople.OwnersOf(db.Timeline, person.Id), .. await PersonalRows.OwnersAsync(db, person.Id, ct)];
    }
}
