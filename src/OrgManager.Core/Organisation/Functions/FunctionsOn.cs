using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;

namespace OrgManager.Organisation;

/// <summary>The functions of one day: what holds is read of all, since when and by which decision only of those shown.</summary>
internal sealed class FunctionsOn
{
    private readonly OrgDbContext _db;
    private readonly OrgSnapshot _there;
    private readonly ILookup<string, UnitFunctionVersion> _byName;

    private FunctionsOn(OrgDbContext db, OrgSnapshot there, List<UnitFunctionVersion> all) => (_db, _there, All, _byName) = (db, there, all, all.ToLookup(KeyOf));

    /// <summary>By field, then by name; those without a field last.</summary>
    public IReadOnlyList<UnitFunctionVersion> All { get; }

    public static async Task<FunctionsOn> ReadAsync(OrgDbContext db, DateOnly on, CancellationToken ct)
    {
        var all = await db.Set<UnitFunctionVersion>().On(on).ToListAsync(ct);
        return new(db, db.Timeline.On(on), [.. all.OrderBy(v => v.Field is null).ThenBy(v => VietnameseText.SortKey(v.Field ?? ""), StringComparer.Ordinal)
            .ThenBy(v => VietnameseText.SortKey(v.Name), StringComparer.Ordinal).ThenBy(v => v.FunctionId)]);
    }

    /// <summary>Nobody answers for it: its unit is not there on the day, or the person named does not work in it or below it.</summary>
    public bool LacksLead(UnitFunctionVersion function) => LacksLead(_there, function.Facts);

    /// <inheritdoc cref="LacksLead(UnitFunctionVersion)"/>
    public static bool LacksLead(OrgSnapshot day, UnitFunctionFacts function) => day.Unit(function.LeadId) is null
        || (function.PersonId is { } person && !(day.UnitOf(person) is { } works && day.Timeline.StandsUnder(works, function.LeadId, day.Day)));

    /// <summary>The other units that lead one of the same name; one person more in the same unit is none.</summary>
    public IEnumerable<Guid> AlsoLed(UnitFunctionVersion function) => _byName[KeyOf(function)].Select(v => v.LeadId).Where(lead => lead != function.LeadId).Distinct();

    public async Task<IReadOnlyList<UnitFunctionRow>> RowsAsync(IReadOnlyCollection<UnitFunctionVersion> shown, DecisionNames names, CancellationToken ct)
    {
        var ids = shown.Select(v => v.FunctionId).ToList();
        var functions = await _db.Set<UnitFunction>().Where(f => EF.Parameter(ids).Contains(f.Id)).ToDictionaryAsync(f => f.Id, ct);
        var led = functions.ToDictionary(f => f.Key, f => Dated.Of(f.Value.Versions).SetBy((int)UnitFunctionFields.Lead, _there.Day)!);
        var decisions = await names.OfAsync(_db, led.Values.Select(s => s.DecisionFor((int)UnitFunctionFields.Lead)), ct);
        return [.. shown.Select(v => new UnitFunctionRow(v.FunctionId, v.Name, v.Field, Ref(v.LeadId), Refs(v.CoordinatorIds), led[v.FunctionId].From,
            led[v.FunctionId].DecisionFor((int)UnitFunctionFields.Lead) is { } id ? decisions.GetValueOrDefault(id) : null, LacksLead(v), functions[v.FunctionId].EndsOn)
        {
            Person = v.PersonId is { } person && _db.Timeline.People.Find(person) is { } named ? new(named.Code, named.FullName) : null, AlsoLed = Refs(AlsoLed(v)),
            MayChange = AccessRules.Reaches(_db, Permission.ChangeUnits, v.LeadId, _there.Day), MayCorrect = AccessRules.Reaches(_db, Permission.CorrectHistory, v.LeadId, _there.Day),
        })];
    }

    public UnitRef Ref(Guid id) => UnitNames.Ref(_db.Timeline.Units.Find(id)!, _there.Day);

    private UnitRef[] Refs(IEnumerable<Guid> ids) => [.. ids.Select(Ref).OrderBy(u => u.Code, StringComparer.Ordinal)];

    private static string KeyOf(UnitFunctionVersion function) => VietnameseText.SearchKey(function.Name);
}
