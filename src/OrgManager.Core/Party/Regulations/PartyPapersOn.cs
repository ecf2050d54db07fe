using Microsoft.EntityFrameworkCore;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>A term as it stands on a day.</summary>
/// <param name="EndsOn">The day the next congress is due: as set, or by the rule in force on the day of the congress.</param>
public sealed record TermOn(Guid Id, string Name, DateOnly HeldOn, DateOnly EndsOn, CellRule Rule);

/// <summary>A party unit's working regulations, as told beside it.</summary>
public sealed record RegulationBrief(Guid Id, string Number, DateOnly IssuedOn, string Name, DateOnly From, DateOnly? Until);

/// <summary>The terms and working regulations of some party units on a day, read at once.</summary>
internal sealed class PartyPapersOn
{
    private readonly DateOnly _day;
    private readonly ILookup<Guid, TermOfUnit> _terms;
    private readonly ILookup<Guid, RegulationBrief> _regulations;

    private PartyPapersOn(DateOnly day, ILookup<Guid, TermOfUnit> terms, ILookup<Guid, RegulationBrief> regulations) => (_day, _terms, _regulations) = (day, terms, regulations);

    public static async Task<PartyPapersOn> ReadAsync(OrgDbContext db, List<Guid> units, DateOnly day, CancellationToken ct)
    {
        var terms = await db.Set<PartyTerm>().Where(t => EF.Parameter(units).Contains(t.UnitId)).Select(t => new TermOfUnit(t.Id, t.UnitId, t.Name, t.HeldOn, t.EndsOn)).ToListAsync(ct);
        var regulations = await db.Set<WorkingRegulation>().Where(r => EF.Parameter(units).Contains(r.UnitId))
            .Select(r => new { r.UnitId, Brief = new RegulationBrief(r.Id, r.Number, r.IssuedOn, r.Name, r.From, r.Until) }).ToListAsync(ct);
        return new(day, terms.ToLookup(t => t.UnitId), regulations.ToLookup(r => r.UnitId, r => r.Brief));
    }

    /// <summary>The one begun last.</summary>
    public TermOn? Term(UnitOn unit) => _terms[unit.Id].Where(t => t.HeldOn <= _day).MaxBy(t => t.HeldOn) is { } term ? On(term.Id, new(term.Name, term.HeldOn, term.EndsOn), unit.Kind.Cell) : null;

    public static TermOn On(Guid id, TermFacts term, bool cell)
    {
        var rule = CellRules.Of(cell ? CellMatter.CellTermMonths : CellMatter.CommitteeTermMonths, term.HeldOn);
        return new(id, term.Name, term.HeldOn, term.EndsOn ?? term.HeldOn.AddMonths(rule.Value), rule);
    }

    /// <summary>Those in force; of several the newest.</summary>
    public RegulationBrief? Regulation(Guid unitId) => On(unitId, _day);

    public bool HasRegulationOn(Guid unitId, DateOnly day) => On(unitId, day) is not null;

    /// <summary>When the last that held ended, if there was one.</summary>
    public DateOnly? LastRegulationUntil(Guid unitId) => _regulations[unitId].Where(r => r.Until <= _day).Max(r => r.Until);

    private RegulationBrief? On(Guid unitId, DateOnly day) => _regulations[unitId].Where(r => r.From <= day && !(r.Until <= day)).MaxBy(r => r.From);

    private sealed record TermOfUnit(Guid Id, Guid UnitId, string Name, DateOnly HeldOn, DateOnly? EndsOn);
}
