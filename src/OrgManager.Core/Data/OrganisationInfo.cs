using Microsoft.EntityFrameworkCore;
using OrgManager.Access;

namespace OrgManager.Data;

/// <summary>Whose database this is, for headers and the sign-in page.</summary>
/// <param name="FirstDay">Since when there are units; null for an empty database.</param>
public sealed record OrgHeader(string Name, bool Sample, DateOnly? FirstDay);

public sealed class OrganisationInfo(Database database)
{
    /// <summary>The organisation's name today (or its first), and whether the data is a sample; empty for an empty database.</summary>
    [UseCase]
    public Task<OrgHeader> GetAsync(CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var settings = await db.Set<OrganisationSettings>().FirstOrDefaultAsync(ct);
            var unit = settings is null ? db.Timeline.Units.FirstOrDefault(u => u.History[^1].Facts.ParentId is null) : db.Timeline.UnitByCode(settings.UnitCode);
            return new OrgHeader((unit?.History.On(db.Today) ?? unit?.History[^1].Facts)?.Name ?? "OrgManager", settings?.IsSample ?? false,
                db.Timeline.Units.Count > 0 ? db.Timeline.Units.Min(u => u.History.From) : null);
        }, ct);

    /// <summary>Where the data stands; whatever was read at one stand by one reader for one day is still so.</summary>
    [UseCase]
    public Task<DataStand> StandAsync(CancellationToken ct = default) =>
        database.ReadAsync(db => db.Set<Versions>().Select(v => new DataStand(v.Data, v.Access, db.Today)).SingleAsync(ct), ct);
}

/// <summary>Number of the last change set, of the last change of accounts and grants, and the day: grants begin and end with it.</summary>
public readonly record struct DataStand(long Data, long Access, DateOnly Today);
