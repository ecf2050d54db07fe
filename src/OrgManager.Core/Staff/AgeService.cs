using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Establishment;
using OrgManager.Organisation;

namespace OrgManager.Staff;

/// <summary>How old the staff is.</summary>
public sealed class AgeService(Database database)
{
    private const int Youngest = 25, Step = 5, Oldest = 60;

    /// <summary>The ages of a unit and everything below it; without a code, of the topmost unit in reach. Of fewer than <see cref="AgePyramid.Fewest"/> people only to who sees days of birth there.</summary>
    /// <inheritdoc cref="EstablishmentRoot.Of" path="/exception"/>
    [UseCase(Permission.ViewStaffWork)]
    public Task<AgePyramid> PyramidAsync(DateOnly on, string? unitCode = null, CancellationToken ct = default) =>
        database.ReadAsync(db =>
        {
            var root = EstablishmentRoot.Of(db, Permission.ViewStaffWork, on, unitCode);
            var people = root.WithDescendants().SelectMany(unit => unit.Posts).Select(post => post.Person).ToList();
            var personal = db.ScopeFor(Permission.ViewStaffPersonal, on).Includes(root.Id);
            return Task.FromResult(new AgePyramid(on, new(root.Id, root.Code, root.Name), people.Count, personal || people.Count >= AgePyramid.Fewest ? Bands(people, on) : null, personal));
        }, ct);

    private static AgeBand[] Bands(List<PersonLine> people, DateOnly on)
    {
        var ages = people.Select(person => (person.Sex, Age: AgeOn(person.Born, on))).ToList();
        return [.. Enumerable.Range(0, (Oldest - Youngest) / Step + 2).Select(at =>
        {
            var (from, to) = (at == 0 ? 0 : Youngest + (at - 1) * Step, Youngest + at * Step - 1);
            int? last = to >= Oldest ? null : to;
            int Count(Sex sex) => ages.Count(a => a.Sex == sex && a.Age >= from && (last is null || a.Age <= last));
            return new AgeBand(from, last, Count(Sex.Male), Count(Sex.Female));
        })];
    }

    private static int AgeOn(DateOnly born, DateOnly on) => on.Year - born.Year - (born.AddYears(on.Year - born.Year) > on ? 1 : 0);
}
