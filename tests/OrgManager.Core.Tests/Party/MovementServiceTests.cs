using OrgManager.Access;
using OrgManager.Party;

namespace OrgManager.Tests.Party;

/// <summary>Who came to a cell and went from it in a year.</summary>
public class MovementServiceTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    private readonly TestOrg _org = model.Org;
    private MovementService Movements => _org.Get<MovementService>();

    [Fact]
    public async Task What_came_and_went_adds_up_in_every_cell_and_year_and_one_year_begins_where_the_last_one_ended()
    {
        _org.Actor = Actor.System;
        var before = new Dictionary<Guid, int>();
        foreach (var year in Enumerable.Range(2015, 12))
        {
            var told = await Movements.YearAsync(year);
            Assert.All(told.Cells, r => Assert.Equal(r.End, r.Begin + r.Admitted + r.FromOutside + r.FromCells - r.ToCells - r.ToOutside - r.Died - r.Removed));
            Assert.All(told.Cells, r => Assert.Equal(before.GetValueOrDefault(r.Cell.Id), r.Begin));
            Assert.Equal(told.Total.FromCells, told.Total.ToCells);
            before = told.Cells.ToDictionary(r => r.Cell.Id, r => r.End);
        }
    }

    [Fact]
    public async Task Who_was_admitted_who_left_and_who_went_with_a_merger_is_told()
    {
        _org.Actor = Actor.System;
        Assert.Equal(1, (await Movements.YearAsync(2019)).Cells.Single(r => r.Cell.Code == "CB-VP").ToOutside); // CB091, retired
        Assert.Equal(1, (await Movements.YearAsync(2017)).Cells.Single(r => r.Cell.Code == "CB-VP").Admitted); // CB013
        Assert.Equal(1, (await Movements.YearAsync(2018)).Cells.Single(r => r.Cell.Code == "CB-VP").Recognised);
        var merged = (await Movements.YearAsync(2021)).Cells.Single(r => r.Cell.Code == "CB-NLATMT");
        Assert.Equal((0, true), (merged.Begin, merged.FromCells > 0));
    }

    [Fact]
    public async Task A_secretary_sees_the_own_cell()
    {
        await _org.SignInAsync("cell1");
        Assert.Equal(["CB-VP"], (await Movements.ExportAsync(2019)).Cells.Select(r => r.Cell.Code));
    }
}
