using OrgManager.Organisation;

namespace OrgManager.Tests.Organisation;

/// <summary>Two days of the model organisation beside each other, as different readers see them.</summary>
public class ComparisonTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    private static readonly DateOnly Before = new(2019, 10, 21), After = new(2021, 1, 1);

    [Fact]
    public async Task The_two_mergers_are_told_once_each_with_their_decisions()
    {
        var compared = await AsAsync("hr", Branch.Government);

        Assert.Equal(
            [
                (new DateOnly(2020, 7, 1), SuccessionKind.Merge, "QLTM XNK", "TM", "1897/QĐ-UBND"),
                (new DateOnly(2021, 1, 1), SuccessionKind.Merge, "KTATMT QLNL", "NLATMT", "3466/QĐ-UBND"),
            ],
            compared.Events.Select(e => (e.On, e.Kind!.Value, string.Join(' ', e.Units.Select(u => u.Code).Order(StringComparer.Ordinal)), string.Join(' ', e.Into.Select(u => u.Code)), e.Decision!.Number)));
        Assert.Equal((8, 6), (compared.Kinds.Where(k => k.Name is "Văn phòng" or "Thanh tra" or "Phòng chuyên môn").Sum(k => k.Before), compared.Kinds.Where(k => k.Name is "Văn phòng" or "Thanh tra" or "Phòng chuyên môn").Sum(k => k.After)));
    }

    [Fact]
    public async Task Units_posts_and_people_gained_and_lost_add_up_to_the_whole()
    {
        var compared = await AsAsync("hr", Branch.Government);
        var totals = compared.Totals!;

        Assert.Equal((55, 54, 20, 18), (totals.AssignedBefore.CivilServant, totals.AssignedAfter.CivilServant, totals.AssignedBefore.PublicEmployeeBudget, totals.AssignedAfter.PublicEmployeeBudget));
        Assert.Equal(totals.AllocatedAfter.Total - totals.AllocatedBefore.Total, compared.Units.Sum(u => (u.After?.Allocated ?? 0) - (u.Before?.Allocated ?? 0)));
        Assert.Equal(totals.PresentAfter.Total - totals.PresentBefore.Total, compared.Units.Sum(u => (u.After?.Present ?? 0) - (u.Before?.Present ?? 0)));
        Assert.Equal(compared.Units.Sum(u => u.Came!.Value), compared.People.Count(p => p.To is not null));
        Assert.Equal(compared.Units.Sum(u => u.Left!.Value), compared.People.Count(p => p.From is not null));
        Assert.All(compared.Units.Where(u => u.IsGone), u => Assert.NotEmpty(u.Became));
    }

    [Fact]
    public async Task Whichever_day_is_named_first_the_earlier_is_before()
    {
        await model.Org.SignInAsync("hr");
        var compared = await model.Org.Get<OrganisationService>().CompareAsync(After, Before, Branch.Government);

        Assert.Equal((Before, After), (compared.Before, compared.After));
        Assert.True((await model.Org.Get<OrganisationService>().CompareAsync(After, After, Branch.Government)).IsSame);
    }

    [Fact]
    public async Task Who_may_not_see_posts_or_people_is_told_of_units_alone()
    {
        foreach (var user in new[] { "partyclerk", "self", "admin" })
        {
            var compared = await AsAsync(user, Branch.Government);

            Assert.Contains(compared.Units, u => u is { Code: "TM", IsNew: true });
            Assert.All(compared.Units.SelectMany(u => new[] { u.Before, u.After }), stand => Assert.True(stand is null or { Assigned: null, Allocated: null, Present: null }));
            Assert.All(compared.Units.Where(u => u is { IsNew: false, IsGone: false }), u => Assert.True(u is { Came: null, Left: null }));
            Assert.DoesNotContain(compared.People, p => user != "self");
        }
    }

    [Fact]
    public async Task A_cell_secretary_sees_the_members_of_the_own_cell_only()
    {
        var compared = await AsAsync("cell1", Branch.Party);

        Assert.All(compared.Units.SelectMany(u => new[] { u.Before, u.After }).Where(stand => stand?.Present is not null), stand => Assert.Equal("Chi bộ Văn phòng", stand!.Name));
        Assert.All(compared.People, p => Assert.Equal("CB-VP", (p.From ?? p.To)!.Code));
    }

    [Fact]
    public async Task One_steps_from_change_to_change()
    {
        await model.Org.SignInAsync("self");
        var days = await model.Org.Get<OrganisationService>().ChangeDaysAsync(new(2020, 9, 1), Branch.Government);

        Assert.Equal((new DateOnly(2020, 7, 1), new DateOnly(2021, 1, 1)), (days.Before!.Value, days.After!.Value));
    }

    private async Task<Comparison> AsAsync(string user, Branch branch)
    {
        await model.Org.SignInAsync(user);
        return await model.Org.Get<OrganisationService>().CompareAsync(Before, After, branch);
    }
}
