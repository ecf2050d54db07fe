using System.Net;
using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Data.Maintenance;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Nodes;

/// <summary>What one node signed, the other accepts; what one took back, the other refuses.</summary>
public class SharedKeysTests
{
    [PostgresFact]
    public async Task Whoever_signed_in_at_one_node_is_signed_in_at_the_other()
    {
        await using var sites = await TwoSites.StartAsync();
        var atB = sites.AtB(await sites.A.VisitAsync("director"));

        Assert.Equal(HttpStatusCode.OK, (await atB.GetAsync("/")).Status);
    }

    [PostgresFact]
    public async Task A_form_fetched_at_one_node_is_taken_by_the_other()
    {
        await using var sites = await TwoSites.StartAsync();
        var atA = await sites.A.VisitAsync("director");
        var form = (await atA.GetAsync("/account/access-denied")).Page.QuerySelector("form[method=post]")!;
        var token = form.QuerySelector("input[type=hidden]")!;

        var answer = await sites.AtB(atA).PostAsync("/account/sign-out", (token.GetAttribute("name")!, token.GetAttribute("value")!));

        Assert.Equal((HttpStatusCode.Redirect, "/account/signin"), (answer.Status, answer.Location));
    }

    [PostgresFact]
    public async Task A_session_ended_at_one_node_has_ended_at_the_other()
    {
        await using var sites = await TwoSites.StartAsync();
        var atA = await sites.A.VisitAsync("director");
        var atB = sites.AtB(atA);
        Assert.Equal(HttpStatusCode.OK, (await atB.GetAsync("/")).Status);

        const string next = "Another#Horse-2026";
        await atA.SubmitAsync("/account/password", ("Input.Current", AccountService.SamplePassword), ("Input.Next", next), ("Input.Again", next));

        Assert.Equal(HttpStatusCode.Redirect, (await atB.GetAsync("/")).Status);
    }

    [PostgresFact]
    public async Task The_keys_are_in_the_database_alone_and_one_is_enough()
    {
        await using var sites = await TwoSites.StartAsync();
        await using var org = TestOrg.On(sites.A.Database, isOwner: false);

        Assert.Single(await org.Database.ReadAsync(db => db.Set<ProtectionKey>().ToListAsync()));
        Assert.False(Directory.Exists(Path.Combine(sites.A.Database.Storage.Directory, "keys")));
        Assert.Empty((await org.Get<Verifier>().VerifyAsync()).Problems);
    }
}
