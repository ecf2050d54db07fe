using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Party;

namespace OrgManager.Organisation;

/// <summary>The organisation as it stands on a day.</summary>
public sealed class OrganisationService(Database database, DecisionNames names)
{
    /// <summary>One unit by its code: on a day outside its life, as it was on the nearest day of it.</summary>
    /// <exception cref="NotFoundException">No unit ever had this code.</exception>
    [UseCase(Permission.ViewOrganisation)]
    public Task<UnitCard> UnitAsync(string code, DateOnly on, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            db.Demand(Permission.ViewOrganisation, null, on);
            var view = new UnitCardView(db, db.Timeline.UnitByCode(code) ?? throw new NotFoundException(typeof(OrgUnit), code), on);
            return view.Card(await names.OfAsync(db, view.DecisionIds, ct));
        }, ct);

    /// <summary>Both trees with posts, people and members; quota by unit and members by cell only where the reader may see them, totals for everybody.</summary>
    [UseCase(Permission.ViewOrganisation)]
    public Task<UnitTree> TreeAsync(DateOnly on, CancellationToken ct = default) => TreeAsync(on, null, _ => { }, ct);

    /// <summary>The same of one branch alone: the other has no rows, the totals are of both.</summary>
    [UseCase(Permission.ViewOrganisation)]
    public Task<UnitTree> BranchAsync(DateOnly on, Branch branch, CancellationToken ct = default) => TreeAsync(on, branch, _ => { }, ct);

    /// <summary>The same trees, for who may take lists out of the house.</summary>
    [UseCase(Permission.Export, Permission.ViewOrganisation)]
    public Task<UnitTree> ExportAsync(DateOnly on, CancellationToken ct = default) => TreeAsync(on, null, db => db.DemandScope(Permission.Export, on), ct);

    /// <summary>What is other in a branch on one day than on another: units, their posts and people as far as the reader may see them.</summary>
    /// <param name="one">Either of the two days; the earlier is taken as before.</param>
    [UseCase(Permission.ViewOrganisation)]
    public Task<Comparison> CompareAsync(DateOnly one, DateOnly other, Branch branch, CancellationToken ct = default) => CompareAsync(one, other, branch, _ => { }, ct);

    /// <summary>The same comparison, for who may take lists out of the house.</summary>
    [UseCase(Permission.Export, Permission.ViewOrganisation)]
    public Task<Comparison> ExportComparisonAsync(DateOnly one, DateOnly other, Branch branch, CancellationToken ct = default) =>
        CompareAsync(one, other, branch, db => db.DemandScope(Permission.Export, one > other ? one : other), ct);

    private Task<Comparison> CompareAsync(DateOnly one, DateOnly other, Branch branch, Action<OrgDbContext> demand, CancellationToken ct) =>
        database.ReadAsync(async db =>
        {
            var (before, after) = one <= other ? (one, other) : (other, one);
            db.Demand(Permission.ViewOrganisation, null, after);
            demand(db);
            var view = new ComparisonView(db, before, after, branch);
            return view.Comparison(await names.OfAsync(db, view.DecisionIds, ct));
        }, ct);

    /// <summary>The nearest days before and after this one on which a unit of the branch is founded, ends, or becomes other; null where there is none.</summary>
    [UseCase(Permission.ViewOrganisation)]
    public Task<(DateOnly? Before, DateOnly? After)> ChangeDaysAsync(DateOnly on, Branch branch, CancellationToken ct = default) =>
        database.ReadAsync<(DateOnly?, DateOnly?)>(db =>
        {
            db.Demand(Permission.ViewOrganisation, null, on);
            DateOnly? before = null, after = null;
            foreach (var unit in db.Timeline.Units.Where(u => u.Branch == branch))
                foreach (var day in unit.History.Select(span => span.From).Append(unit.History.Until))
                    if (day < on) before = before is { } known && known >= day ? known : day;
                    else if (day > on && day != Effective.Open) after = after is { } known && known <= day ? known : day;
            return Task.FromResult<(DateOnly?, DateOnly?)>((before, after));
        }, ct);

    private Task<UnitTree> TreeAsync(DateOnly on, Branch? only, Action<OrgDbContext> demand, CancellationToken ct) =>
        database.ReadAsync(db =>
        {
            db.Demand(Permission.ViewOrganisation, null, on);
            demand(db);
            var snapshot = db.Timeline.On(on);
            var (quota, members) = (db.ScopeFor(Permission.ViewQuota, on), db.ScopeFor(Permission.ViewPartyBasics, on));
            List<UnitTreeRow> Of(Branch branch) => only is null || only == branch ? Rows(snapshot, branch, branch == Branch.Party ? members : quota) : [];
            return Task.FromResult(new UnitTree(on, Of(Branch.Government), Of(Branch.Party), Totals(snapshot, members)) { Changeable = [.. Changeable(snapshot, db.ScopeFor(Permission.ChangeUnits, on))] });
        }, ct);

    /// <summary>Units with more deputies than they may have on the day, as far as the reader sees their posts; in protocol order.</summary>
    [UseCase(Permission.ViewOrganisation)]
    public Task<IReadOnlyList<DeputyFinding>> DeputyFindingsAsync(DateOnly on, CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<DeputyFinding>>(db =>
        {
            db.Demand(Permission.ViewOrganisation, null, on);
            var scope = db.ScopeFor(Permission.ViewQuota, on);
            return Task.FromResult<IReadOnlyList<DeputyFinding>>([.. UnitRuleFindings.Of(db.Timeline.On(on)).Deputies.Where(found => scope.Includes(found.Unit.Id))]);
        }, ct);

    private static IEnumerable<Branch> Changeable(OrgSnapshot snapshot, Scope scope) =>
        Enum.GetValues<Branch>().Where(branch => scope.IsEverything || snapshot.Units.Any(u => u.Branch == branch && scope.Includes(u.Id)));

    /// <summary>Whoever sees the figures of all units sees the same rows, made once.</summary>
    private static List<UnitTreeRow> Rows(OrgSnapshot snapshot, Branch branch, Scope figures) => figures.IsEverything || (branch == Branch.Government && UnitPlaces.Of(snapshot).AreWithin(figures))
        ? snapshot.Once((nameof(UnitTreeRow), branch), day => Made(day, branch, Scope.Everything))
        : Made(snapshot, branch, figures);

    private static List<UnitTreeRow> Made(OrgSnapshot snapshot, Branch branch, Scope figures)
    {
        var rows = new List<UnitTreeRow>();
        foreach (var root in snapshot.Roots(branch)) Add(rows, root, 0, figures);
        return rows;
    }

    private static void Add(List<UnitTreeRow> rows, UnitOn unit, int depth, Scope figures)
    {
        rows.Add(Row(unit, depth, figures));
        foreach (var child in unit.Children) Add(rows, child, depth + 1, figures);
    }

    private static UnitTreeRow Row(UnitOn unit, int depth, Scope figures) => new()
    {
        Id = unit.Id, Code = unit.Code, Name = unit.Name,
        Kind = unit.Kind.Code, KindName = unit.Kind.Name, KindNameEn = unit.Kind.NameEn,
        Depth = depth, HasChildren = unit.Children.Count > 0,
        Autonomy = unit.Facts.Autonomy,
        Head = unit.Branch == Branch.Government ? unit.Head?.Person.FullName : null,
        Deputies = unit.Branch == Branch.Government && figures.Includes(unit.Id) ? unit.Deputies.Count() : null,
        OwnRow = unit.Kind.OwnRow, OwnRowEn = unit.Kind.OwnRowEn,
        Posts = unit.Branch == Branch.Government && figures.Includes(unit.Id)
            ? new(unit.Assigned, unit.Allocated, unit.Present, unit.AllocatedBelow(), unit.PresentBelow())
            : null,
        Members = unit.Branch == Branch.Party && figures.IncludesCells(unit)
            ? new(unit.OfficialBelow(), unit.ProbationaryBelow())
            : null,
    };

    /// <summary>Quota totals are public inside the house; the number of members is party data.</summary>
    private static UnitTreeTotals Totals(OrgSnapshot snapshot, Scope members)
    {
        var all = snapshot.Once(nameof(UnitTreeTotals), Totals);
        var seesMembers = all.Cells > 0 && (members.IsEverything || snapshot.Units.Where(u => u.Kind.Cell).All(members.IncludesCells));
        return seesMembers ? all : all with { Official = null, Probationary = null };
    }

    private static UnitTreeTotals Totals(OrgSnapshot snapshot)
    {
        var government = snapshot.Tree(Branch.Government).ToList();
        var cells = snapshot.Units.Where(u => u.Kind.Cell).ToList();
        return new(
            government.Count,
            Sum(government, u => u.Assigned ?? PostCounts.None), Sum(government, u => u.Allocated), Sum(government, u => u.Present),
            cells.Count, cells.Sum(c => c.Official), cells.Sum(c => c.Probationary));
    }

    internal static PostCounts Sum(IEnumerable<UnitOn> units, Func<UnitOn, PostCounts> of) =>
        units.Aggregate(PostCounts.None, (sum, unit) => sum + of(unit));
}
