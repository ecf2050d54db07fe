using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Reports;
using OrgManager.Staff;
using OrgManager.Targets;
using OrgManager.Tests;

namespace OrgManager.Benchmarks;

/// <summary>What is measured: use cases as a page calls them, database and access included.</summary>
internal sealed record Rows(string Name, Func<Task> RunAsync)
{
    private static readonly DateOnly Day = new(2021, 12, 31);

    public static IEnumerable<Rows> Of(TestOrg org)
    {
        yield return new("roster page of 50", () => org.Get<RosterService>().ListAsync(new(Day), new(Take: 50)));
        yield return new("tree of both branches", () => org.Get<OrganisationService>().TreeAsync(Day));
        yield return new("four targets", () => org.Get<TargetService>().ProgressAsync(Day));
        yield return new("target B with its trajectory", () => org.Get<TargetService>().DetailsAsync("B", Day));
        yield return new("cells", () => org.Get<CellService>().ListAsync(Day));
        yield return new("headcount report", () => org.Get<ReportService>().HeadcountAsync(Day));
        yield return new("one change, durable, audited", () => RenameAsync(org));
        var beside = org.Beside();
        yield return new("one change and the catch-up of another process", async () =>
        {
            await RenameAsync(org);
            await beside.SnapshotAsync(Day);
        });
    }

    private static async Task RenameAsync(TestOrg org)
    {
        var unit = await org.Units.GetAsync(await org.UnitIdAsync("VP"));
        var name = unit.On(Day)!.Name == "Văn phòng" ? "Văn phòng Sở" : "Văn phòng";
        await org.Units.CorrectAsync(unit.Seen, unit.History[0].Id, new() { Name = name }, "benchmark");
    }
}
