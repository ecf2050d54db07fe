using Microsoft.Extensions.Localization;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Restructuring;
using OrgManager.Staff;
using OrgManager.Targets;
using OrgManager.Web.Common;
using OrgManager.Web.Organisation;
using OrgManager.Web.Party;
using OrgManager.Web.Targets;

namespace OrgManager.Web.Home;

public sealed record HomeFinding(FindingLevel Level, string What, string More, string? Detail, string? Href);

/// <summary>What a director should look at first, read off the same figures the pages show.</summary>
public sealed class HomeFindings(IStringLocalizer<Texts> t, AsOf asOf)
{
    private const int Most = 3;

    /// <summary>The gravest first; for who keeps staff and posts, or the party, their own work goes before the targets.</summary>
    public IReadOnlyList<HomeFinding> Of(HomeFacts facts)
    {
        var (targets, work) = (OfTargets(facts.Targets), OfScenarios(facts.Scenarios).Concat(OfPosts(facts.Tree)).Concat(OfDeputies(facts.Deputies).Concat(OfRules(facts.Rules))).Concat(OfFunctions(facts)).Concat(OfPeople(facts)).Concat(OfParty(facts.Party)));
        return facts.View is HomeView.Staff or HomeView.Party
            ? [.. work.OrderBy(found => found.Level), .. targets.OrderBy(found => found.Level)]
            : [.. targets.Concat(work).OrderBy(found => found.Level)];
    }

    /// <summary>One leads to its page, several to the list.</summary>
    private IEnumerable<HomeFinding> OfScenarios(IReadOnlyList<ScenarioRow> waiting) =>
        from of in waiting.GroupBy(row => row.State)
        let rows = of.ToList()
        select new HomeFinding(FindingLevel.Warn, t.Count($"Finding.Scenario.{of.Key}", rows.Count), "", Named(rows.Select(row => row.Name)), asOf.Link(rows is [var only] ? $"/scenarios/{only.Id}" : "/scenarios?state=open"));

    private IEnumerable<HomeFinding> OfDeputies(IEnumerable<DeputyFinding> units) => units.Select(found => new HomeFinding(FindingLevel.Warn,
        t["Finding.Deputies", found.Unit.Code, found.Deputies, found.Cap, Language.Pick(found.Article, found.ArticleEn) + (found.Confirmed ? "" : " ¿")] + (found.Until is { } until ? t["ScenarioFinding.Until", Format.Day(until)].Value : ""), "", found.Unit.Name, asOf.Link($"/units/{Uri.EscapeDataString(found.Unit.Code)}")));

    /// <summary>Each unit is named on the page of the rules.</summary>
    private IEnumerable<HomeFinding> OfRules(UnitRuleFindings rules)
    {
        if (rules.Sizes.Count > 0) yield return new(FindingLevel.Warn, t.Count("Finding.TooSmall", rules.Sizes.Count), "", Named(rules.Sizes.Select(found => found.Unit.Name)), asOf.Link("/units/rules"));
        if (rules.Places.Count > 0) yield return new(FindingLevel.Warn, t.Count("Finding.Misplaced", rules.Places.Count), "", Named(rules.Places.Select(found => found.Unit.Name)), asOf.Link("/units/rules"));
    }

    /// <summary>Each is named in the register, and mended there.</summary>
    private IEnumerable<HomeFinding> OfFunctions(HomeFacts facts)
    {
        string Register(FunctionFinding finding) => asOf.Link("/units/functions", ("finding", finding.ToString().ToLowerInvariant()));
        if (facts.WithoutLead is { Count: > 0 } leaderless)
            yield return new(FindingLevel.Warn, t.Count("Finding.FunctionNoLead", leaderless.Count), "", Named(leaderless.Select(function => function.Name)), Register(FunctionFinding.NoLead));
        if (facts.ManyLeads > 0) yield return new(FindingLevel.Warn, t.Count("Finding.FunctionManyLeads", facts.ManyLeads), "", null, Register(FunctionFinding.ManyLeads));
    }

    private IEnumerable<HomeFinding> OfPeople(HomeFacts facts)
    {
        var headless = facts.Tree.Government.Where(row => row.LacksHead).ToList();
        if (headless.Count > 0) yield return new(FindingLevel.Warn, t.Count("Finding.NoHead", headless.Count), "", string.Join(" · ", headless.Select(row => row.Name)), Units(Difference.NoHead));
        if (facts.WithoutDecision is > 0 and var undecided) yield return new(FindingLevel.Warn, t.Count("Finding.NoDecision", undecided), "", null, asOf.Link("/decisions/missing"));
        if (facts.WithoutSalary is > 0 and var lacking) yield return new(FindingLevel.Info, t.Count("Finding.NoSalary", lacking), "", null, asOf.Link("/staff", ("lacks", "salary")));
        if (facts.Leaving is not { } leaving) yield break;
        var (passed, ahead) = (leaving.All.Where(l => l.Kind == DepartureKind.Passed).ToList(), leaving.All.Where(l => l.Kind != DepartureKind.Passed).ToList());
        if (passed.Count > 0) yield return new(FindingLevel.Warn, t.Count("Finding.PastAge", passed.Count), "", Names(passed), asOf.Link("/reports/headcount"));
        if (ahead.Count > 0) yield return new(FindingLevel.Info, t.Count("Finding.Retiring", ahead.Count), "", Names(ahead), asOf.Link("/reports/headcount"));
    }

    private IEnumerable<HomeFinding> OfParty(PartyAttention? party)
    {
        if (party is not { Counts.Count: > 0 }) yield break;
        var level = party.Counts.Keys.Min(PartyWords.LevelOf);
        var kinds = party.Counts.OrderBy(found => found.Key).Select(found => $"{t[$"CellFinding.{found.Key}"].Value}: {Format.Number(found.Value)}");
        yield return new(level, t.Count("Finding.PartyMatters", party.Counts.Values.Sum()), "", string.Join(" · ", kinds), asOf.Link("/cells"));
    }

    private static string Names(IEnumerable<Departure> people) => Named(people.Select(p => p.Person.FullName));

    private static string Named(IEnumerable<string> names) => string.Join(" · ", names.Take(Most)) + (names.Skip(Most).Any() ? " …" : "");

    private IEnumerable<HomeFinding> OfTargets(IEnumerable<TargetProgress> targets) =>
        from target in targets
        where target.Status is TargetStatus.Behind or TargetStatus.Overdue || target.Gap is not null
        let words = new TargetWords(t, target)
        let level = target.Status == TargetStatus.Overdue ? FindingLevel.Block : FindingLevel.Warn
        let state = target.Gap is null ? target.Status.ToString() : "Gap"
        select new HomeFinding(level, t[$"Finding.Target{state}", target.Code], words.ShortName, $"{words.Brief} · {words.Need} {words.NeedDetail}", asOf.Link($"/targets/{target.Code}"));

    private IEnumerable<HomeFinding> OfPosts(UnitTree tree)
    {
        if (tree.Government.All(row => row.Posts is null)) yield break; // the totals of the whole are no matter of theirs
        var (balance, totals, seesAll) = (PostBalance.OfSeen(tree), tree.Totals, PostBalance.SeesAll(tree));
        HomeFinding Post(FindingLevel level, string key, int count, string detail, string href) => new(level, t.Count(key, count), "", detail, href);
        if (seesAll && totals.Assigned.Over(totals.Allocated) is { Total: > 0 } beyond) yield return Post(FindingLevel.Block, "Finding.Overallocated", beyond.Total, ByCategory(beyond), Quota(beyond));
        if (balance.Over.Total > 0) yield return Post(FindingLevel.Block, "Finding.Over", balance.Over.Total, ByUnit(tree, b => b.Over), Units(Difference.Over));
        if (seesAll && totals.Assigned.Left(totals.Allocated) is { Total: > 0 } free) yield return Post(FindingLevel.Warn, "Finding.Unallocated", free.Total, ByCategory(free), Quota(free));
        if (balance.Unused.Total > 0) yield return Post(FindingLevel.Warn, "Finding.Unused", balance.Unused.Total, ByUnit(tree, b => b.Unused), Units(Difference.Unused));
    }

    private string Units(Difference only) => asOf.Link("/units", ("only", only.ToString().ToLowerInvariant()));

    /// <summary>What is of the whole stands in the sums of the table of posts; of one category alone where it is of no other.</summary>
    private string Quota(PostCounts posts) => asOf.Link("/quota", ("category", Enum.GetValues<QuotaCategory>().Where(c => posts[c] > 0).ToList() is [var only] ? only : (QuotaCategory?)null));

    private string ByCategory(PostCounts posts) =>
        string.Join(" · ", Enum.GetValues<QuotaCategory>().Where(c => posts[c] > 0).Select(c => $"{t.ShortName(c)} {Format.Number(posts[c])}"));

    private static string ByUnit(UnitTree tree, Func<PostBalance, PostCounts> side)
    {
        var units = from row in tree.Government
                    where row.Posts is not null
                    let count = side(PostBalance.OfOwn(row.Posts!)).Total
                    where count > 0
                    select $"{row.Code} {Format.Number(count)}";
        return string.Join(" · ", units);
    }
}
