using OrgManager.Access;

namespace OrgManager.Tests.Access;

/// <summary>Whether one unit is in reach on a day is answered alike with and without looking at all of that day.</summary>
public class ScopeOfOneUnitTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    [Theory]
    [InlineData("admin"), InlineData("hr"), InlineData("partyclerk"), InlineData("secretary"), InlineData("cell1"), InlineData("director"), InlineData("unithead"), InlineData("inspector"), InlineData("self")]
    public async Task One_unit_is_in_reach_as_the_scope_of_the_day_says(string user)
    {
        await model.Org.SignInAsync(user);
        await model.Org.Database.ReadAsync(db =>
        {
            var days = db.Timeline.UnitAndQuotaTurns().Append(db.Today).ToList();
            foreach (var permission in Enum.GetValues<Permission>())
                foreach (var day in days)
                {
                    var scope = db.ScopeFor(permission, day);
                    Assert.All(db.Timeline.Units.Where(unit => unit.History.Covers(day)), unit => Assert.Equal(scope.Includes(unit.Id), AccessRules.Includes(db, permission, unit.Id, day)));
                }
            return Task.FromResult(0);
        });
    }
}
