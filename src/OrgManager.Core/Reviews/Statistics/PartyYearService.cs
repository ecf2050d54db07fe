using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Reviews.Statistics;

/// <summary>The party's yearly statistics by cell: how many members of which standing, sex, age and party age.</summary>
public sealed class PartyYearService(Database database)
{
    /// <summary>The cells whose record is in reach, on the last day of a year or today while it runs. It names nobody.</summary>
    [UseCase(Permission.ViewPartyRecord, IsList = true)]
    public Task<PartyYear> OfYearAsync(int year, CancellationToken ct = default) => database.ReadAsync(db => Task.FromResult(Of(db, year, null)), ct);

    /// <summary>The same of the cells whose lists the reader may take out of the house.</summary>
    [UseCase(Permission.Export, Permission.ViewPartyRecord, IsList = true)]
    public Task<PartyYear> ExportAsync(int year, CancellationToken ct = default) => database.ReadAsync(db => Task.FromResult(Of(db, year, db.DemandExport(Permission.ViewPartyRecord, DayOf(db, year)))), ct);

    private static DateOnly DayOf(OrgDbContext db, int year) => ReviewCycle.LastDay(year, db.Today);

    private static PartyYear Of(OrgDbContext db, int year, Scope? narrowed)
    {
        var day = DayOf(db, year);
        var (scope, personal) = (db.DemandScope(Permission.ViewPartyRecord, day), db.ScopeFor(Permission.ViewStaffPersonal, day));
        var (ages, partyAges) = (TallyBands.Keys(TallyBy.Age)!, TallyBands.Keys(TallyBy.PartyAge)!);
        var cells = db.Timeline.On(day).Tree(Branch.Party).Where(u => u.Kind.Cell && scope.Includes(u.Id) && narrowed?.Includes(u.Id) != false).ToList();
        PartyYearRow Row(UnitRef? cell, IReadOnlyCollection<MemberOn> members) => new(cell, members.Count, members.Count(m => m.Facts.Standing == Standing.Official), members.Count(m => m.Facts.Standing == Standing.Probationary),
            members.Count(m => m.Person.Sex == Sex.Female), members.Count(m => m.Facts.Participation == Participation.Exempt), members.Count(m => m.Facts.Participation == Participation.Suspended),
            members.Count >= AgePyramid.Fewest || personal.IsEverything ? Bands(ages, members.Select(m => TallyBands.Of(TallyBy.Age, m.Person.Born, day))) : null,
            Bands(partyAges, members.Select(m => TallyBands.Of(TallyBy.PartyAge, m.Line.Admission.Admitted.Last, day))));
        return new(year, day, ages, partyAges, [.. cells.Select(c => Row(new(c.Id, c.Code, c.Name), c.Members))], Row(null, [.. cells.SelectMany(c => c.Members)]));
    }

    private static List<int> Bands(IReadOnlyList<string> bands, IEnumerable<string> counted)
    {
        var counts = counted.CountBy(band => band).ToDictionary();
        return [.. bands.Select(band => counts.GetValueOrDefault(band))];
    }
}
