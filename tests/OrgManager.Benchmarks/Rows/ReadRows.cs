using OrgManager.Common;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Reports;
using OrgManager.Restructuring;
using OrgManager.Reviews.Statistics;
using OrgManager.Search;
using OrgManager.Staff;
using OrgManager.Targets;

namespace OrgManager.Benchmarks;

/// <summary>Use cases that read, as a page calls them: database, access and mapping included.</summary>
internal static class ReadRows
{
    private static readonly Budget Roster = new(10), Search = new(5);

    public static async Task<IEnumerable<Row>> OfAsync(Province province)
    {
        var (today, facts) = (province.Today, await Facts.OfAsync(province));
        return Rosters(province, today, facts).Concat(Searches(province, today, facts)).Concat(Days(province, today)).Concat(Wholes(province, today, facts)).Concat(Homes(province, today));
    }

    private static IEnumerable<Row> Rosters(Province province, DateOnly today, Facts facts)
    {
        Row List(string name, RosterQuery query, PageRequest page) => new($"roster page of 50, {name}", Roster, () => Measure.Async(() => province.Get<RosterService>().ListAsync(query, page)));
        yield return List("protocol order", new(today), new(Take: 50));
        yield return List("by name", new(today), new(Take: 50, SortBy: "name"));
        yield return List("by unit, descending", new(today), new(Take: 50, SortBy: "unit", Descending: true));
        yield return List("by since", new(today), new(Take: 50, SortBy: "since"));
        yield return List("one branch and category", new(today, facts.Branch, QuotaCategory.CivilServant), new(Take: 50));
        yield return List("name contains 'anh'", new(today, Search: "anh"), new(Take: 50));
        yield return List("last page", new(today), new(Skip: facts.InPost - 50, Take: 50));
    }

    private static IEnumerable<Row> Searches(Province province, DateOnly today, Facts facts)
    {
        Row Find(string name, string text) => new($"search {name}", Search, () => Measure.Async(() => province.Get<SearchService>().FindAsync(text, today)));
        yield return Find("'An'", "An");
        yield return Find("'Hà'", "Hà");
        yield return Find("by a part of a name", facts.PartOfName);
        yield return Find("by initials", facts.Initials);
        yield return Find("by a part of a unit's name", "phong ke hoach");
        yield return Find("in vain", "khong co ai ten nhu vay");
    }

    private static IEnumerable<Row> Days(Province province, DateOnly today)
    {
        var back = 0;
        yield return new("snapshot of a day not looked at before", new(2), () => Measure.Async(() => province.AskAsync(timeline => timeline.On(today.AddDays(-(++back * 7) % 9000)))));
        yield return new("snapshot of a day known", null, () => Measure.Async(() => province.AskAsync(timeline => timeline.On(today))));
    }

    private static IEnumerable<Row> Wholes(Province province, DateOnly today, Facts facts)
    {
        yield return new("chart with counts of all units", new(20), () => Measure.Async(() => province.Get<OrganisationService>().TreeAsync(today)));
        yield return new("chart of one branch", null, () => Measure.Async(() => province.Get<OrganisationService>().UnitAsync(facts.Branch, today)));
        yield return new("establishment table of the whole", new(20), () => Measure.Async(() => province.Get<EstablishmentService>().TableAsync(today)));
        yield return new("forecast of ten years of the whole", new(300), () => Measure.Async(() => province.Get<ForecastService>().OfUnitAsync(today)));
        yield return new("all targets with trajectories", new(50), () => Measure.Async(async () =>
        {
            var targets = province.Get<TargetService>();
            foreach (var target in await targets.ProgressAsync(today)) await targets.DetailsAsync(target.Code, today);
        }));
        yield return new("one person", null, () => Measure.Async(() => province.Get<PersonService>().CardAsync(facts.Person, today)));
        yield return new("cells", null, () => Measure.Async(() => province.Get<CellService>().ListAsync(today)));
        yield return new("review figures of a year beside the others", new(500), () => Measure.Async(() => province.AsOwnerAsync(() => province.Get<ReviewStatisticsService>().OfYearAsync(0))));
        yield return new("members by cell at a year's end", new(500), () => Measure.Async(() => province.AsOwnerAsync(() => province.Get<PartyYearService>().OfYearAsync(today.Year - 1))));
        yield return new("headcount report", null, () => Measure.Async(() => province.Get<ReportService>().HeadcountAsync(today)));
    }

    /// <summary>What an HR officer's home and bell are made of; a session reads them anew after every change.</summary>
    private static IEnumerable<Row> Homes(Province province, DateOnly today)
    {
        Row Part<T>(string name, Func<Task<T>> read) => new($"home: {name}", null, () => Measure.Async(read));
        yield return Part("targets", () => province.Get<TargetService>().ProgressAsync(today));
        yield return Part("tree", () => province.Get<OrganisationService>().BranchAsync(today, Branch.Government));
        yield return Part("posts", () => province.Get<EstablishmentService>().TableAsync(today));
        yield return Part("functions without lead", () => province.Get<UnitFunctionService>().WithoutLeadAsync(today, mendable: true));
        yield return Part("functions with many leads", () => province.Get<FunctionRegister>().ListAsync(new(), today, new(0, 0)));
        yield return Part("deputies", () => province.Get<OrganisationService>().DeputyFindingsAsync(today));
        yield return Part("rules", () => province.Get<UnitRuleService>().FindingsAsync(today));
        yield return Part("leaving", () => province.Get<DepartureService>().ListAsync(today));
        yield return Part("without salary", () => province.Get<RosterService>().ListAsync(new(today) { LacksSalary = true }, new(0, 0)));
        yield return Part("without decision", () => province.Get<MissingDecisions>().ListAsync(null, new(0, 0)));
        yield return Part("pending", () => province.Get<PendingChanges>().ListAsync(new(), new(0, 0)));
        yield return Part("ahead", () => province.Get<AheadService>().ListAsync(today, most: 8));
        yield return Part("scenarios", () => province.Get<ScenarioViewService>().ListAsync());
    }
}
