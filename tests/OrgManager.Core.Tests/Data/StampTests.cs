using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Tests.Data;

public class StampTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    [Fact]
    public async Task Every_row_carries_the_number_of_the_change_set_that_last_touched_it()
    {
        await using var db = await model.Org.OpenAsync();
        var last = (await db.Set<ChangeSetEntry>().GroupBy(e => e.EntityId).Select(g => new { g.Key, Seq = g.Max(e => e.ChangeSetSeq) }).ToListAsync())
            .ToDictionary(e => e.Key, e => e.Seq);

        var kinds = 0;
        foreach (var type in db.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => t.IsAssignableTo(typeof(Entity))))
        {
            var rows = await ((IQueryable<Entity>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type).Invoke(db, [])!).ToListAsync();
            Assert.All(rows, row => Assert.Equal(last.GetValueOrDefault(row.Id), row.ChangeSetSeq));
            if (rows.Count > 0 && type.IsAssignableTo(typeof(Effective))) kinds++;
        }
        Assert.Equal(8, kinds); // units, functions, levels, posts, salaries, memberships, offices, coverages
    }
}
