using System.Net;
using OrgManager.Decisions;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Decisions;

/// <summary>Files of decisions over HTTP.</summary>
public class DecisionDownloadTests(ModelSite model) : IClassFixture<ModelSite>
{
    [Fact]
    public async Task A_file_is_saved_under_its_name_and_never_shown_in_place()
    {
        var path = await AttachAsync();
        var visitor = await model.Site.VisitAsync("self");

        var answer = await visitor.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(("application/pdf", "nosniff", "private, no-store"), (answer.Header("Content-Type"), answer.Header("X-Content-Type-Options"), answer.Header("Cache-Control")?.Replace("no-store, private", "private, no-store", StringComparison.Ordinal)));
        Assert.StartsWith("attachment;", answer.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.Contains(Uri.EscapeDataString("Quyết định.pdf"), answer.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.Equal("%PDF-1.7 thu", answer.Body);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/decisions/files/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task A_file_of_a_decision_about_party_matters_is_for_those_who_may_read_of_them()
    {
        await using var org = TestOrg.On(model.Site.Database, isOwner: false);
        var decision = (await org.Get<DecisionRegister>().ListAsync(new(), new(0, 1000))).Rows.Single(row => row.Number == "09-QĐ/ĐU").Id;
        var path = $"/decisions/files/{await org.Get<DecisionFiles>().AddAsync(decision, new("Quyết định.pdf", new MemoryStream("%PDF-1.7 thu"u8.ToArray())))}";

        Assert.Equal(HttpStatusCode.OK, (await (await model.Site.VisitAsync("partyclerk")).GetAsync(path)).Status);
        foreach (var user in new[] { "unithead", "admin" })
        {
            var answer = await (await model.Site.VisitAsync(user)).GetAsync(path);
            Assert.Equal(HttpStatusCode.Found, answer.Status);
            Assert.Contains("/account/access-denied", answer.Location, StringComparison.Ordinal);
            Assert.DoesNotContain("PDF", answer.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_is_not_signed_in_gets_no_file()
    {
        var answer = await model.Site.Visit().GetAsync(await AttachAsync());

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        Assert.Contains("/account/signin", answer.Location, StringComparison.Ordinal);
    }

    private async Task<string> AttachAsync()
    {
        await using var org = TestOrg.On(model.Site.Database, isOwner: false);
        var facts = new DecisionFacts(DecisionKind.Decision, $"{Guid.NewGuid():N}", "Sở", new(2026, 1, 5), new(2026, 1, 5), "Thử");
        var id = await org.Get<DecisionFiles>().EnterAsync(facts, [new("Quyết định.pdf", new MemoryStream("%PDF-1.7 thu"u8.ToArray()))]);
        return $"/decisions/files/{(await org.Get<DecisionRegister>().CardAsync(id)).Files.Single().Id}";
    }
}
