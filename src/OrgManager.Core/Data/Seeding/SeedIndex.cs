using Microsoft.EntityFrameworkCore;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Restructuring;

namespace OrgManager.Data.Seeding;

/// <summary>Codes and numbers of the seed files as ids of the database being filled.</summary>
public sealed class SeedIndex
{
    private readonly Database _database;
    private readonly Dictionary<string, Guid> _decisions;
    private readonly Dictionary<string, IReadOnlyList<string>> _becoming;
    private OrgTimeline _timeline = OrgTimeline.Empty;

    /// <param name="untold">Scenarios that are not applied, though later rows speak of the units they found.</param>
    internal SeedIndex(Database database, Dictionary<string, Guid> decisions, IReadOnlyList<ScenarioFile> untold)
    {
        (_database, _decisions) = (database, decisions);
        _becoming = untold.SelectMany(s => s.Steps).OfType<MergeStep>().ToDictionary(m => m.Into.Code, m => m.Units);
    }

    internal Guid? Decision(string? number) => string.IsNullOrEmpty(number) ? null : _decisions.TryGetValue(number, out var id)
        ? id
        : throw new InvalidDataException($"seed: no decision {number}");

    internal Guid Unit(string code) => Now().UnitByCode(code)?.Id ?? throw new InvalidDataException($"seed: no unit {code}");

    /// <summary>A level as the file tells it; of a unit not founded, what is left of it for the first of those it would have come from.</summary>
    internal QuotaSetting Level(SeedQuota row, DateOnly from)
    {
        if (IsUnit(row.Unit) || !_becoming.TryGetValue(row.Unit, out var units)) return new(Unit(row.Unit), row.Kind, row.Category, row.Posts);
        var day = Now().On(from);
        var others = units.Skip(1).Sum(code => day.Unit(code)!.Allocated[row.Category]);
        return new(Unit(units[0]), row.Kind, row.Category, row.Posts - others);
    }

    internal Guid? UnitOrNull(string? code) => string.IsNullOrEmpty(code) ? null : Unit(code);

    internal bool IsUnit(string code) => Now().UnitByCode(code) is not null;

    internal Guid Person(string code) => Now().People.FirstOrDefault(p => p.Code == code)?.Id ?? throw new InvalidDataException($"seed: no person {code}");

    internal Branch Branch(string kind) => Now().Kind(kind).Branch;

    internal async Task<Guid> SettingsIdAsync(CancellationToken ct) =>
        await _database.ReadAsync(db => db.Set<OrganisationSettings>().Select(s => s.Id).SingleAsync(ct), ct);

    /// <summary>The newest the process knows; filling is the only writer.</summary>
    private OrgTimeline Now() => _timeline = _database.NewestKnown is { } newest && newest.Seq > _timeline.Seq ? newest : _timeline;
}
