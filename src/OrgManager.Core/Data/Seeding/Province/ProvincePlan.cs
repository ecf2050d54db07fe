namespace OrgManager.Data.Seeding.Province;

/// <summary>A whole province as it is to be written: pure data, the same for the same size and seed.</summary>
internal sealed record ProvincePlan(
    ProvinceSize Size, DecisionBook Decisions, IReadOnlyList<PlannedUnit> Units, IReadOnlyList<PlannedQuota> Quotas, IReadOnlyList<PlannedPerson> People,
    IReadOnlyList<PlannedUnit> Committees, IReadOnlyList<PlannedCell> Cells, IReadOnlyList<PlannedCoverage> Coverages, IReadOnlyList<PlannedMember> Members,
    IReadOnlyList<PlannedCycle> Cycles)
{
    public static ProvincePlan Of(ProvinceSize size, SeedFiles files)
    {
        var (words, decisions) = (files.Province, new DecisionBook(files.Province.Province));
        var units = new GovernmentPlanner(size, words, decisions).Run();
        var gone = new UnitHistoryPlanner(size, units, decisions).Run();

        var planner = new PostPlanner(size, units);
        var posts = planner.Run(PostCuts.Surplus(size, planner.Last));
        var people = new PeopleDrawer(size, words);
        new CareerPlanner(size, posts, planner.Last, people, decisions).Run();
        var salaries = new SalaryPlanner(decisions);
        foreach (var person in people.All) salaries.Run(person);
        var quotas = new QuotaPlanner(size, decisions).Run(posts);

        var counts = posts.GroupBy(p => p.Stretches[^1].Unit).ToDictionary(g => g.Key, g => g.Count());
        var party = new CellPlanner(size, words, units, counts, decisions);
        party.Run();
        var members = new MemberPlanner(size, party, decisions).Run(people.All);
        new OfficePlanner(decisions).Run(members, party.Committees);
        var cycles = new ReviewPlanner(size, [.. files.RuleSets], decisions).Run(members, party.Cells).ToList();
        return new(size, decisions, [.. units, .. gone], quotas, people.All, party.Committees, party.Cells, party.Coverages, members, cycles);
    }
}
