using Microsoft.EntityFrameworkCore;
using OrgManager.Organisation;

namespace OrgManager.Data.Seeding;

/// <summary>Codes and numbers of the seed files as ids of the database being filled.</summary>
public sealed class SeedIndex
{
    private readonly Database _database;
    private readonly Dictionary<string, Guid> _decisions;
    private OrgTimeline _timeline = OrgTimeline.Empty;

    internal SeedIndex(Database database, Dictionary<string, Guid> decisions) => (_database, _decisions) = (database, decisions);

    internal Guid? Decision(string? number) => string.IsNullOrEmpty(number) ? null : _decisions.TryGetValue(number, out var id)
        ? id
        : throw new InvalidDataException($"seed: no decision {number}");

    internal Guid Unit(string code) => Now().UnitByCode(code)?.Id ?? throw new InvalidDataException($"seed: no unit {code}");

    internal Guid? UnitOrNull(string? code) => string.IsNullOrEmpty(code) ? null : Unit(code);

    internal bool IsUnit(string code) => Now().UnitByCode(code) is not null;

    internal Guid Person(string code) => Now().People.FirstOrDefault(p => p.Code == code)?.Id ?? throw new InvalidDataException($"seed: no person {code}");

    internal Branch Branch(string kind) => Now().Kind(kind).Branch;

    internal async Task<Guid> SettingsIdAsync(CancellationToken ct) =>
        await _database.ReadAsync(db => db.Set<OrganisationSettings>().Select(s => s.Id).SingleAsync(ct), ct);

    /// <summary>The newest the process knows; filling is the only writer.</summary>
    private OrgTimeline Now() => _timeline = _database.NewestKnown is { } newest && newest.Seq > _timeline.Seq ? newest : _timeline;
}
