using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Data;

/// <summary>Whose database this is, for headers and the sign-in page.</summary>
/// <param name="FirstDay">Since when there are units; null for an empty database.</param>
public sealed record OrgHeader(string Name, bool Sample, DateOnly? FirstDay);

public sealed class OrganisationInfo(Database database)
{
    /// <summary>The organisation's name today (or its first), and whether the data is a sample; empty for an empty database. While the organisation is still being read into memory it is asked of the tables.</summary>
    [UseCase]
    public Task<OrgHeader> GetAsync(CancellationToken ct = default) => database.NewestKnown.Seq > 0 ? database.ReadAsync(db => OfTimelineAsync(db, ct), ct) : database.ReadBareAsync(db => OfTablesAsync(db, ct), ct);

    private static async Task<OrgHeader> OfTimelineAsync(OrgDbContext db, CancellationToken ct)
    {
        var settings = await db.Set<OrganisationSettings>().FirstOrDefaultAsync(ct);
        var unit = settings is null ? db.Timeline.Units.FirstOrDefault(u => u.History[^1].Facts.ParentId is null) : db.Timeline.UnitByCode(settings.UnitCode);
        return Header(db, unit?.History, settings, db.Timeline.Units.Count > 0 ? db.Timeline.Units.Min(u => u.History.From) : null);
    }

    private static async Task<OrgHeader> OfTablesAsync(OrgDbContext db, CancellationToken ct)
    {
        var settings = await db.Set<OrganisationSettings>().FirstOrDefaultAsync(ct);
        var units = db.Set<OrgUnit>();
        var asked = settings is null ? units.Where(u => u.Versions.Any(v => v.ParentId == null)) : units.Where(u => u.Code == settings.UnitCode);
        var history = (await asked.ToListAsync(ct)).Select(u => Dated.Of(u.Versions)).FirstOrDefault(h => settings is not null || h[^1].Facts.ParentId is null);
        return Header(db, history, settings, await db.Set<OrgUnitVersion>().MinAsync(v => (DateOnly?)v.ValidFrom, ct));
    }

    private static OrgHeader Header(OrgDbContext db, Dated<OrgUnitFacts>? history, OrganisationSettings? settings, DateOnly? firstDay) =>
        new((history?.On(db.Today) ?? history?[^1].Facts)?.Name ?? "OrgManager", settings?.IsSample ?? false, firstDay);

    /// <summary>Where the data stands; whatever was read at one stand by one reader for one day is still so.</summary>
    [UseCase]
    public Task<DataStand> StandAsync(CancellationToken ct = default) =>
        database.ReadAsync(db => db.Set<Versions>().Select(v => new DataStand(v.Data, v.Access, db.Today)).SingleAsync(ct), ct);
}

/// <summary>Number of the last change set, of the last change of accounts and grants, and the day: grants begin and end with it.</summary>
public readonly record struct DataStand(long Data, long Access, DateOnly Today);
