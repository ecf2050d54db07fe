using OrgManager.Reviews;
using OrgManager.Staff;

namespace OrgManager.Data.Seeding.Province;

/// <summary>The reviews of the last years, results only: as many excellent ones as the cap allows, and no more.</summary>
internal sealed class ReviewPlanner(ProvinceSize size, IReadOnlyList<RuleSetFacts> rules, DecisionBook decisions)
{
    private const int Years = 3, MonthsBeforeGraded = 6, Percent = 100;
    private const string Exempt = "Exempt", TooNew = "AdmittedUnderSixMonths";

    private readonly Dice _dice = new(size.Seed, "reviews");

    public IEnumerable<PlannedCycle> Run(IReadOnlyList<PlannedMember> members, IReadOnlyList<PlannedCell> cells)
    {
        for (var year = Math.Max(size.FirstDay.Year, ProvinceSize.LastDay.Year - Years); year < ProvinceSize.LastDay.Year; year++)
        {
            var day = new DateOnly(year, 12, 5);
            var set = rules.Single(r => r.Kind == "Party" && r.ValidFrom <= day && !(r.ValidUntil <= day));
            var inCells = members.Where(m => m.CellOn(day) is not null).ToLookup(m => m.CellOn(day)!);
            foreach (var committee in cells.Where(c => c.Unit.Stands(day) && inCells.Contains(c)).GroupBy(c => c.Committee))
                yield return Cycle(year, committee.Key, [.. committee], inCells, set);
        }
    }

    private PlannedCycle Cycle(int year, PlannedUnit committee, List<PlannedCell> cells, ILookup<PlannedCell, PlannedMember> inCells, RuleSetFacts set)
    {
        var closedOn = new DateOnly(year, 12, 25);
        var members = cells.SelectMany(cell => inCells[cell].Select(m => (Cell: cell, Member: m, Reason: Reason(m, set, new(year, 12, 5))))).ToList();
        var ofMembers = new Queue<string>(Grades(members.Count(m => m.Reason is null), CapOf(set, ReviewSubject.Member), set));
        var ofCells = Grades(cells.Count, CapOf(set, ReviewSubject.Cell), set);
        var reviews = cells.Select((cell, i) => new PlannedReview(null, cell, ofCells[i], null, false, Minutes(cell, year), new(year, 12, 5)))
            .Concat(members.Select(m => new PlannedReview(m.Member, m.Cell, m.Reason is null ? ofMembers.Dequeue() : null, m.Reason, IsDecidedAbove(m.Member, new(year, 12, 5)), Minutes(m.Cell, year), new(year, 12, 5))));
        return new(year, committee, set.Id, closedOn, decisions.Review(committee, year, closedOn), [.. reviews]);
    }

    private static string? Reason(PlannedMember member, RuleSetFacts set, DateOnly day) =>
        member.ExemptFrom <= day ? Exempt : set.ReasonName(TooNew) is not null && member.Admission.CeremonyOn.AddMonths(MonthsBeforeGraded) > day ? TooNew : null;

    private static bool IsDecidedAbove(PlannedMember member, DateOnly day) => member.Person.PostOn(day) is { Headship: not Headship.None, Unit.Kind: "Province" };

    private static decimal CapOf(RuleSetFacts set, ReviewSubject subject) => set.Caps.FirstOrDefault(c => c.Subject is null || c.Subject == subject)?.Percent ?? Percent;

    /// <summary>Shuffled, so that no cell has them all.</summary>
    private List<string> Grades(int count, decimal cap, RuleSetFacts set)
    {
        var (excellent, good, completed, failed) = (set.Grades[0].Code, set.Grades[1].Code, set.Grades[2].Code, set.Grades[3].Code);
        var below = (int)(count * 0.06);
        var best = Enumerable.Range(0, count - below + 1).Last(e => e <= Math.Floor((count - below - e) * cap / Percent));
        var grades = Enumerable.Repeat(excellent, best).Concat(Enumerable.Repeat(completed, below)).Concat(Enumerable.Repeat(good, count - below - best)).ToList();
        if (below > 10) grades[best] = failed;
        for (var i = grades.Count - 1; i > 0; i--)
        {
            var other = _dice.Between(0, i);
            (grades[i], grades[other]) = (grades[other], grades[i]);
        }
        return grades;
    }

    private static string Minutes(PlannedCell cell, int year) => $"{year % 100}-BB/{cell.Unit.Code}";
}
