using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data.Seeding.Province;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Search;
using OrgManager.Staff;

namespace OrgManager.Tests.Staff;

/// <summary>Lists go on from what they were before a change; they must stand as where everything is read anew.</summary>
public class RosterAfterChangesTests
{
    private static readonly DateOnly On = new(2026, 3, 1);

    [Theory]
    [InlineData(1), InlineData(2)]
    public async Task After_any_change_of_any_node_every_list_and_search_is_for_every_reader_as_where_everything_is_read_anew(int seed)
    {
        await using var org = await TestOrg.StartAsync();
        await org.Get<ProvinceSeeder>().FillAsync(new(120, 12, 14, 6, seed), _ => { });
        await using var node = org.Beside();
        var (draw, done) = (new Random(seed), 0);
        foreach (var one in new[] { org, node }) await ToldAsync(one, draw.Next(4));

        for (var change = 0; change < 40; change++)
        {
            try
            {
                await ChangeAsync(draw.Next(2) == 0 ? org : node, draw, change);
                done++;
            }
            catch (RuleBrokenException) // some say twice what is said of that day already
            {
            }
            if (draw.Next(3) == 0) continue; // several changes before somebody looks
            await using var fresh = org.Beside();
            var (looks, orders) = (On.AddDays(draw.Next(2)), draw.Next(4));
            foreach (var reader in await ReadersAsync(org))
            {
                (org.Actor, node.Actor, fresh.Actor) = (reader, reader, reader);
                var told = await ToldAsync(fresh, orders, looks);
                Assert.Equal(told, await ToldAsync(org, orders, looks));
                Assert.Equal(told, await ToldAsync(node, orders, looks));
            }
            (org.Actor, node.Actor) = (Actor.System, Actor.System);
        }
        Assert.True(done > 25, $"Only {done} changes could be made.");
    }

    /// <summary>The owner, and officers of all the government and of one part of it, which units leave and join.</summary>
    private static async Task<IEnumerable<Actor>> ReadersAsync(TestOrg org)
    {
        var root = (await org.SnapshotAsync(On)).Roots(Branch.Government).First();
        return [Actor.System, Over(root.Id), Over(root.Children.First(unit => unit.Children.Count > 0).Id)];

        static Actor Over(Guid unit) => new(null, "officer", null, [new(Role.HrOfficer, unit, DateOnly.MinValue, DateOnly.MaxValue)]);
    }

    /// <param name="orders">Which orders are asked for, so that some wait over several changes.</param>
    private static async Task<string> ToldAsync(TestOrg org, int orders, DateOnly? on = null)
    {
        var (day, told) = (on ?? On, new List<string>());
        var branch = (await org.SnapshotAsync(day)).Roots(Branch.Government).SelectMany(root => root.Children).First().Code;
        RosterQuery[] queries = [new(day), new(day, branch), new(day, null, QuotaCategory.CivilServant), new(day, Search: "an"), new(day, branch, Search: "h")];
        foreach (var sort in new[] { null, "name", "unit", "since" }.Take(orders + 1))
            foreach (var query in queries)
            {
                var list = await org.Get<RosterService>().ListAsync(query, new(Take: 1000, SortBy: sort));
                told.Add($"{sort} {query}: {list.Total} {string.Join(' ', list.Rows.Select(r => $"{r.Code}:{r.UnitCode}:{r.Post}"))} | {string.Join(' ', list.Groups.Select(g => $"{g.UnitCode} {g.People} {g.First}"))} | {string.Join(' ', list.Units.Select(u => $"{u.Code} {u.Name} {u.Depth}"))}");
            }
        var hits = await org.Get<SearchService>().FindAsync("nguyen", day, 50);
        return string.Join('\n', told.Append(string.Join(' ', hits.People.Select(p => $"{p.Code} {p.Post} {p.Place}"))));
    }

    private static async Task ChangeAsync(TestOrg org, Random draw, int number)
    {
        var (day, staff) = (await org.SnapshotAsync(On), org.Get<StaffService>());
        var post = Any(day.Posts.Where(p => p.Facts.Headship == Headship.None && p.Span.From < On));
        var unit = Any(day.Tree(Branch.Government).Where(u => u.Parent is not null));
        switch (draw.Next(9))
        {
            case 0:
                await staff.RecruitAsync(new(new($"MOI{number}", $"{(draw.Next(2) == 0 ? "An" : "Nguyễn")} Thị {number}", Sex.Female, new(1990, 1, 1)), new(unit.Id, QuotaCategory.CivilServant)), On.AddDays(draw.Next(-3, 2)));
                break;
            case 1:
                await staff.EndAsync([await SeenAsync()], On.AddDays(draw.Next(2)), EmploymentEnd.Resignation);
                break;
            case 2 or 3:
                await staff.ChangeAsync([(await SeenAsync(), new() { UnitId = unit.Id })], On);
                break;
            case 4:
                await staff.ChangeAsync([(await SeenAsync(), new() { Leads = (Headship.Deputy, number), Category = QuotaCategory.CivilServant })], On);
                break;
            case 5:
                await org.Units.ChangeAsync(await SeenUnitAsync(), On, new() { Name = $"Phòng {draw.Next(100)}" });
                break;
            case 6:
                await org.Units.ChangeAsync(await SeenUnitAsync(), On.AddDays(draw.Next(2)), new() { Order = draw.Next(20) });
                break;
            case 7:
                await org.Units.ChangeAsync(await SeenUnitAsync(), On, new() { ParentId = Any(day.Tree(Branch.Government).Where(u => u.Children.Count > 0 && u.Id != unit.Id)).Id });
                break;
            default:
                await org.Units.FoundAsync(new($"PM{number}", Branch.Government, new($"Phòng mới {number}", unit.Facts.Kind, unit.Parent!.Id)), On);
                break;
        }

        T Any<T>(IEnumerable<T> of) => of.ToList() is var all ? all[draw.Next(all.Count)] : default!;
        async Task<Seen> SeenAsync() => (await staff.EmploymentOnAsync(post.Person.Id, On)).Seen;
        async Task<Seen> SeenUnitAsync() => (await org.Units.GetAsync(unit.Id)).Seen;
    }
}
