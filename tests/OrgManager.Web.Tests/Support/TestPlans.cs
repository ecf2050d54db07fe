using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Establishment;
using OrgManager.Tests;

namespace OrgManager.Web.Tests;

/// <summary>A quota plan of the whole department to look at: the model organisation brings none.</summary>
internal static class TestPlans
{
    /// <summary>The plan there is, or one that is drafted by the machine's owner.</summary>
    public static async Task<Guid> OfAsync(TestDatabase database)
    {
        await using var org = TestOrg.On(database, isOwner: false);
        org.Actor = Actor.System;
        var plans = org.Get<QuotaPlanService>();
        return (await plans.ListAsync()).Plans is [var known, ..] ? known.Id : await plans.DraftAsync(await org.UnitIdAsync("SCT"), org.Today.Year + 1);
    }
}
