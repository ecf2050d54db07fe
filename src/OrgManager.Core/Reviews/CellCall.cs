using OrgManager.Data;
using OrgManager.Party;

namespace OrgManager.Reviews;

/// <summary>Whom a meeting of a cell calls, by the record of its day: of how many the share of the votes is taken.</summary>
/// <param name="Official">Official members, of whom so many are exempt from meetings or suspended.</param>
/// <param name="Away">Official members who meet in another cell for a time, by their transfers.</param>
public sealed record CellCall(DateOnly On, int Official, int Exempt, int Suspended, int Away)
{
    /// <inheritdoc cref="Attendance.Convened"/>
    public int Convened(Attendance? attendance) => Attendance.Convened(Official, Exempt, Suspended, attendance, Away);

    internal static async Task<CellCall> OfAsync(OrgDbContext db, Guid cellId, DateOnly on, CancellationToken ct)
    {
        var away = await TemporaryStays.AwayAsync(db, cellId, on, ct);
        var official = db.Timeline.On(on).Unit(cellId)?.Members.Where(m => m.Facts.Standing == Standing.Official).ToLookup(m => m.Facts.Participation, m => m.Person.Id);
        return official is null ? new(on, 0, 0, 0, 0)
            : new(on, official.Sum(p => p.Count()), official[Participation.Exempt].Count(), official[Participation.Suspended].Count(), official[Participation.Active].Count(away.Contains));
    }
}
