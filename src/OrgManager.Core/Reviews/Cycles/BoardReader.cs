using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Party;

namespace OrgManager.Reviews;

/// <summary>Reads the boards of a year as one reader may see them: counts by the database, names and order from the read model, a page of cells one by one.</summary>
/// <param name="also">What the reader must be allowed over a cell besides.</param>
internal sealed class BoardReader(OrgDbContext db, ReviewSubject of, int year, Permission? also)
{
    /// <summary>The last day of the year, or today while it runs: names and places are told as on it.</summary>
    private readonly OrgSnapshot _then = db.Timeline.On(ReviewCycle.LastDay(year, db.Today));
    private Dictionary<Guid, int>? _places;
    private Dictionary<Guid, int> _disciplined = [];

    private ReviewSubject Own => ReviewCycle.OwnOf(of);

    /// <summary>The committee's own collective is no cell; staff who work right in the organisation have a sheet as any unit has.</summary>
    private bool IsShown(ReviewCycle cycle, CellTally tally) => of == ReviewSubject.Staff || tally.CellId != cycle.CommitteeId;

    public async Task<(IReadOnlyList<ReviewBoard> Boards, int Total, IReadOnlyList<BoardCommittee> Committees)> ReadAsync(BoardQuery query, CancellationToken ct)
    {
        var cycles = await db.Set<ReviewCycle>().Where(c => c.Subject == of && c.Year == year).ToListAsync(ct);
        var codes = cycles.Select(c => c.RuleSetCode).Distinct().ToList();
        var rules = (await db.Set<RuleSet>().Where(r => EF.Parameter(codes).Contains(r.Code)).ToListAsync(ct)).ToDictionary(r => r.Code, r => r.Facts);
        var ids = cycles.Select(c => c.Id).ToList();
        var all = db.Set<Review>().Where(r => EF.Parameter(ids).Contains(r.CycleId));
        var tallies = (await CellTally.ReadAsync(all, Own, [.. rules.Values.Select(r => r.Grades[0].Code).Distinct()], ct)).Where(InReach()).ToLookup(t => t.CycleId);
        var reached = InOrder(cycles.Where(c => tallies.Contains(c.Id)), c => c.CommitteeId).ToList();
        var counts = (await GradeTally.OfCyclesAsync(all, ct)).ToLookup(t => t.CycleId);
        var groups = await BoardGroups.ReadAsync(all, reached, rules, ct);

        _disciplined = await DisciplinedAsync(all, [.. rules.Values.Select(r => r.Grades[0].Code).Distinct()], ct);
        var found = reached.Where(c => query.Committee is null || CodeOf(c.CommitteeId) == query.Committee)
            .SelectMany(c => InOrder(tallies[c.Id].Where(t => IsShown(c, t) && Asked(query, c, t)), t => t.CellId).Select(t => (Cycle: c, Tally: t))).ToList();
        var shown = found.Skip(query.Skip).Take(query.Take).ToLookup(f => f.Cycle.Id, f => f.Tally);
        var cells = await CellsAsync(shown.SelectMany(g => g).ToList(), ct);
        var boards = reached.Where(c => shown.Contains(c.Id) || (found.Count == 0 && (reached.Count == 1 || CodeOf(c.CommitteeId) == query.Committee)))
            .Select(c => Board(c, rules[c.RuleSetCode], groups, [.. counts[c.Id]], tallies[c.Id], [.. shown[c.Id].Select(t => cells.Cell(t, Ref(t.CellId), c, rules[c.RuleSetCode], db.Today)).OfType<BoardCell>().Select(b => b with { Group = groups.Of(c).NameOf(b.Cell.Id) })]));
        return (await WithOutdatedAsync([.. boards], reached, rules, ct), found.Count, [.. reached.Select(c => new BoardCommittee(Ref(c.CommitteeId), Sums(c, tallies[c.Id]), c.ClosedOn, GradeTally.AsProposed(of, counts[c.Id], groups.Of(c).Whole).OverCap || groups.CountsOf(c).Any(g => g.OverCap)))]);
    }

    private async Task<IReadOnlyList<ReviewBoard>> WithOutdatedAsync(IReadOnlyList<ReviewBoard> boards, List<ReviewCycle> reached, Dictionary<string, RuleSetFacts> rules, CancellationToken ct)
    {
        if (boards is not [{ ClosedOn: null, MayEnter: true } only] || only.Sums.Members >= CycleOpening.Large) return boards;
        var cycle = reached.Single(c => c.Id == only.Cycle.Id);
        return [only with { Outdated = (await new RollRefresh(db, cycle, rules[cycle.RuleSetCode], _then.Day).MovesAsync(ct))?.Count(m => m.Told.IsDone) ?? 0 }];
    }

    private async Task<Dictionary<Guid, int>> DisciplinedAsync(IQueryable<Review> all, List<string> best, CancellationToken ct)
    {
        var members = all.Where(r => r.Subject == ReviewSubject.Member && (EF.Parameter(best).Contains(r.Grade!) || (r.Grade == null && EF.Parameter(best).Contains(r.ProposedGrade!))));
        var disciplined = DisciplineYear.In(db, year);
        return await members.Where(r => disciplined.Any(d => d.PersonId == r.PersonId)).GroupBy(r => r.CycleId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
    }

    /// <summary>A cell that is gone by the day of the board is reached where it stood last: what is open in it keeps the year open.</summary>
    private Func<CellTally, bool> InReach()
    {
        var read = Reached(ReviewRights.ToRead(db, of, _then.Day), () => ReviewRights.DemandLasting(db, of));
        var narrowed = also is { } permission ? Reached(db.ScopeFor(permission, _then.Day), () => AccessRules.LastingScopeFor(db, permission)) : _ => true;
        return t => read(t.CellId) && narrowed(t.CellId);
    }

    private Func<Guid, bool> Reached(Scope scope, Func<Scope> everThere)
    {
        var lasting = new Lazy<Scope>(everThere);
        return cell => scope.Includes(cell) || (_then.Unit(cell) is null && lasting.Value.Includes(cell));
    }

    private bool Asked(BoardQuery query, ReviewCycle cycle, CellTally tally) =>
        (query.State is null || tally.State == query.State) && (!query.LateOnly || tally.IsLate(cycle, db.Today))
        && (string.IsNullOrWhiteSpace(query.Search) || VietnameseText.SearchKey(Ref(tally.CellId).Name).Contains(VietnameseText.SearchKey(query.Search), StringComparison.Ordinal));

    private async Task<BoardCells> CellsAsync(List<CellTally> shown, CancellationToken ct)
    {
        var (ids, cycles) = (shown.Select(t => t.CellId).Distinct().ToList(), shown.Select(t => t.CycleId).Distinct().ToList());
        var reviews = db.Set<Review>().Where(r => EF.Parameter(cycles).Contains(r.CycleId) && EF.Parameter(ids).Contains(r.CellId));
        var own = await reviews.Where(r => r.Subject == Own)
            .Select(r => new BoardOwn(r.CycleId, r.CellId, r.Id, r.Version, r.ProposedGrade, r.Grade, r.MinutesNumber, r.MeetingOn)).ToListAsync(ct);
        return new(own, await GradeTally.OfCellsAsync(reviews.Where(r => r.Subject == of), ct));
    }

    private ReviewBoard Board(ReviewCycle cycle, RuleSetFacts rules, BoardGroups groups, List<GradeTally> counts, IEnumerable<CellTally> tallies, IReadOnlyList<BoardCell> cells) => new()
    {
        Cycle = new(cycle.Id, cycle.Version), Subject = of, Year = cycle.Year, Committee = Ref(cycle.CommitteeId), Rules = rules, Mode = cycle.Mode, Deadlines = cycle.Deadlines, ClosedOn = cycle.ClosedOn,
        Closings = [.. cycle.Closings.OrderBy(c => c.Number).Select(c => new ClosingRow(c.Number, c.FrozenOn, c.Figures, c.IsSupplement, c.Remark, c.ReopenedOn, c.ReopenReason))],
        Confirmed = cycle.ClosedOn is not null && counts.TrueForAll(t => t.State is ReviewState.Decided or ReviewState.NotGraded),
        Members = GradeTally.AsProposed(of, counts, groups.Of(cycle).Whole), Cells = GradeTally.AsProposed(Own, counts, groups.Of(cycle).Whole),
        DecidedMembers = GradeTally.Decided(of, counts, groups.Of(cycle).Whole), DecidedCells = GradeTally.Decided(Own, counts, groups.Of(cycle).Whole), Groups = groups.CountsOf(cycle),
        Collectives = of == ReviewSubject.Member && counts.Exists(t => t.Subject == ReviewSubject.Collective) ? GradeTally.AsProposed(ReviewSubject.Collective, counts, rules) : null,
        DisciplinedBest = _disciplined.GetValueOrDefault(cycle.Id), NewerProposals = counts.Where(t => t.HasNewerProposal).Sum(t => t.Count), Sums = Sums(cycle, tallies), ByCell = cells,
        MayDecide = AccessRules.Includes(db, ReviewRights.ToDecide(of), cycle.CommitteeId, db.Today), MayEnter = AccessRules.Includes(db, ReviewRights.ToEnter(of), cycle.CommitteeId, db.Today),
    };

    private BoardSums Sums(ReviewCycle cycle, IEnumerable<CellTally> tallies)
    {
        var (all, own) = (tallies.Where(t => IsShown(cycle, t)).ToList(), tallies.FirstOrDefault(t => !IsShown(cycle, t)));
        return new(all.Count, all.Sum(t => t.Members), all.Sum(t => t.Entered), all.Sum(t => t.Decided), all.Sum(t => t.Open) + (own?.Open ?? 0), all.Sum(t => t.Waiting) + (own?.Waiting ?? 0),
            all.Count(t => t.IsLate(cycle, db.Today)), all.Count(t => t.AllExcellent), all.GroupBy(t => t.State).ToDictionary(g => g.Key, g => g.Count())) { Above = all.Sum(t => t.Above) + (own?.Above ?? 0), AboveAsked = all.Sum(t => t.AboveAsked) + (own?.AboveAsked ?? 0) };
    }

    private IEnumerable<T> InOrder<T>(IEnumerable<T> all, Func<T, Guid> unit)
    {
        _places ??= _then.Tree(of == ReviewSubject.Staff ? Branch.Government : Branch.Party).Select((u, at) => (u.Id, at)).ToDictionary(u => u.Id, u => u.at);
        return all.OrderBy(x => _places.GetValueOrDefault(unit(x), int.MaxValue)).ThenBy(x => CodeOf(unit(x)), StringComparer.Ordinal);
    }

    private string CodeOf(Guid unitId) => db.Timeline.Units.Find(unitId)?.Code ?? "";

    private UnitRef Ref(Guid unitId) => UnitNames.Ref(db.Timeline.Units.Find(unitId)!, _then.Day);
}
