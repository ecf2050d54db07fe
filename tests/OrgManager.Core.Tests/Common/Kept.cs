using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Tests.Common;

/// <summary>A kind of history and the aggregate that keeps it.</summary>
internal sealed record Kept(Func<Places, Guid, Aggregate> Begin, Func<Aggregate, Places, Subject> As, Func<OrgDbContext, Guid, Task<Aggregate>> LoadAsync)
{
    private static readonly Dictionary<string, Kept> All = new()
    {
        ["OrgUnit"] = By<OrgUnit>(UnitSubject.Begin, (unit, places) => new UnitSubject(unit, places)),
        ["Quota"] = By<Quota>(QuotaSubject.Begin, (quota, _) => new QuotaSubject(quota)),
        ["Assignment"] = By<Employment>(PostSubject.Begin, (employment, places) => new PostSubject(employment, places)),
        ["Membership"] = By<PartyMember>((places, decision) => MemberSubject.Begin(places, Places.Start, decision), (member, places) => new MemberSubject(member, places)),
        ["Office"] = By<PartyMember>(OfficeSubject.Begin, (member, _) => new OfficeSubject(member.Offices.Single())),
        ["Function"] = By<UnitFunction>(FunctionSubject.Begin, (function, places) => new FunctionSubject(function, places)),
        ["Coverage"] = By<CellCoverage>(CoverageSubject.Begin, (coverage, places) => new CoverageSubject(coverage, places)),
    };

    public static Kept Of(string what) => All[what];

    private static Kept By<T>(Func<Places, Guid, T> begin, Func<T, Places, Subject> subject) where T : Aggregate =>
        new(begin, (aggregate, places) => subject((T)aggregate, places), async (db, id) => await db.LoadAsync<T>(id, default));
}

/// <summary>The units and cells of <see cref="Places"/> in a database, and for each history a person and a unit of its own.</summary>
internal sealed class Stage(TestOrg org, Guid[] units, Guid[] cells)
{
    private static readonly DateOnly LongBefore = Places.Start.AddYears(-1);
    private int _begun;

    public static async Task<Stage> SetAsync(TestOrg org)
    {
        await org.DefineKindsAsync();
        var (units, cells) = (new Guid[3], new Guid[3]);
        for (var i = 0; i < 3; i++)
        {
            units[i] = await org.FoundAsync($"U{i}", LongBefore);
            cells[i] = await org.FoundAsync($"C{i}", LongBefore, kind: "Cell");
        }
        return new(org, units, cells);
    }

    public async Task<(Guid Id, Places Places, Guid Decision)> BeginAsync(Kept kept)
    {
        var (number, decision) = (++_begun, Guid.NewGuid());
        var person = Person.Register(new($"P{number}", $"Nguyễn Văn {number}", Sex.Male, new(1980, 1, 1)));
        var other = Person.Register(new($"Q{number}", $"Trần Văn {number}", Sex.Male, new(1980, 1, 1)));
        var unit = OrgUnit.Found($"S{number}", Branch.Government, new($"Riêng {number}", "Division"), LongBefore);
        var places = new Places(units, cells, person.Id, unit.Id) { People = [person.Id, person.Id, other.Id] };
        var begun = kept.Begin(places, decision);
        await org.Database.ChangeAsync(new("Test.Begin"), db =>
        {
            db.AddRange(person, other, unit, begun);
            return Task.CompletedTask;
        });
        return (begun.Id, places, decision);
    }
}
