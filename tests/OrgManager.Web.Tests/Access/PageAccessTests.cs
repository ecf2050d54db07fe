using System.Net;
using System.Text.RegularExpressions;
using Bunit;
using OrgManager.Access;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Restructuring;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Access;

/// <summary>Every address and download as every role: what is out of reach is refused with a sentence, and nobody out of reach is named.</summary>
public partial class PageAccessTests(ModelOrg model, ModelSite site) : IClassFixture<ModelOrg>, IClassFixture<ModelSite>
{
    private const string Refused = "không có quyền xem nội dung này", On = "on=2019-10-21";
    private static readonly DateOnly Day = new(2019, 10, 21);

    public static TheoryData<string> Users => ["admin", "hr", "partyclerk", "secretary", "cell1", "director", "unithead", "inspector", "self"];

    [Fact]
    public void Every_page_and_every_list_as_a_file_has_a_line_in_the_table()
    {
        var pages = Repository.SourceFiles("OrgManager.Web", ".razor").SelectMany(file => Page().Matches(File.ReadAllText(file))).Select(route => route.Groups[1].Value).ToList();
        Assert.True(pages.Count > 30, "The routes are no longer read.");
        Assert.Equal(pages.Order(StringComparer.Ordinal), PageLine.InTheShell.Concat(PageLine.Apart).Select(line => line.Route).Distinct().Order(StringComparer.Ordinal));

        var files = Download().Matches(File.ReadAllText(Repository.Source("OrgManager.Web", "Common", "Export", "ExportDownloads.cs"))).Select(route => route.Groups[1].Value);
        Assert.Equal(files.Order(StringComparer.Ordinal), PageLine.Downloads.Select(line => line.Route).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Users))]
    public async Task A_page_out_of_reach_says_so_and_names_nobody(string user)
    {
        var (people, visible) = (await PeopleAsync(), await ReachAsync(user));
        await using var browser = await SignInAsync(user);
        var wrong = new List<string>();

        foreach (var line in PageLine.InTheShell.Where(line => !line.IsFor(user)))
        {
            var page = await OpenAsync(browser, line, user);
            var main = page.Find("main");
            if (!main.TextContent.Contains(Refused, StringComparison.Ordinal)) wrong.Add($"{line.Address} is not refused");
            if (main.QuerySelector("table, .actions .btn") is not null) wrong.Add($"{line.Address} shows a table or an act");
            wrong.AddRange(Named(main.OuterHtml, people).Where(name => name != visible.Own).Select(name => $"{line.Address} names {name}"));
            // The bell stays on every page and tells who leaves soon, of those in reach.
            wrong.AddRange(Named(page.Markup, people).Where(name => name != visible.Own && !visible.People.Contains(name)).Select(name => $"the shell of {line.Address} names {name}"));
        }

        Assert.Empty(wrong);
    }

    [Theory, MemberData(nameof(Users))]
    public async Task A_page_in_reach_opens_and_names_nobody_beyond_it(string user)
    {
        var (people, visible) = (await PeopleAsync(), await ReachAsync(user));
        await using var browser = await SignInAsync(user);
        var wrong = new List<string>();

        foreach (var line in PageLine.InTheShell.Where(line => line.IsFor(user)))
        {
            var page = await OpenAsync(browser, line, user);
            if (page.Find("main").TextContent.Contains(Refused, StringComparison.Ordinal)) wrong.Add($"{line.Address} is refused");
            wrong.AddRange(Named(page.Markup, people).Where(name => !visible.MayName(name, line.Route)).Select(name => $"{line.Address} names {name}"));
        }

        Assert.Empty(wrong);
    }

    [Theory, MemberData(nameof(Users))]
    public async Task Files_and_pages_of_the_account_name_nobody_beyond_reach_either(string user)
    {
        var (people, visible) = (await PeopleAsync(), await ReachAsync(user));
        var (visitor, plan) = (await site.Site.VisitAsync(user), await TestPlans.OfAsync(site.Site.Database));

        foreach (var line in PageLine.Downloads)
        {
            var answer = await visitor.GetAsync($"{line.Address.Replace(PageLine.Plan, $"{plan}", StringComparison.Ordinal)}{(line.Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{On}");
            Assert.Equal((line.Address, line.IsFor(user) ? HttpStatusCode.OK : HttpStatusCode.Forbidden), (line.Address, answer.Status));
            if (!line.IsFor(user)) Assert.Contains(Refused, answer.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(Named(answer.Body, people), name => !visible.MayName(name, line.Route));
        }
        foreach (var line in PageLine.Apart)
            Assert.DoesNotContain(Named((await visitor.GetAsync(line.Address)).Body, people), name => !visible.MayName(name, line.Route));
    }

    /// <summary>Whom a reader may find named, and where.</summary>
    private sealed record Reach(string Own, HashSet<string> People, HashSet<string> Heads, HashSet<string> Holders, HashSet<string> Subjects)
    {
        /// <summary>
        /// Who heads a unit is part of the organisation, which everybody sees. Who reads one's data is told by name, and an administrator keeps accounts with the names of those who hold them.
        /// The register is public inside the house with the subject of each decision as it was signed, but for those of the party committee. A sample offers its accounts where one signs in.
        /// </summary>
        public bool MayName(string name, string route) => name == Own || (People.Contains(name) && !route.StartsWith("/account", StringComparison.Ordinal))
            || (route.StartsWith("/units", StringComparison.Ordinal) && Heads.Contains(name))
            || (route is "/privacy" or "/why" or "/audit" or "/admin" or "/admin/accounts" or "/admin/accounts/{Name}" or "/account/signin" && Holders.Contains(name))
            || (route.StartsWith("/decisions", StringComparison.Ordinal) && Subjects.Contains(name));
    }

    /// <summary>Read as the machine's owner, from whole histories and not through the rules that are tested.</summary>
    private async Task<Reach> ReachAsync(string user)
    {
        await model.Org.SignInAsync(user);
        var own = model.Org.Actor.PersonId;
        model.Org.Actor = Actor.System;
        var subjects = (await model.Org.Get<DecisionRegister>().ListAsync(new(), new(0, 1000))).Rows.Where(row => !row.Number.Contains("/ĐU", StringComparison.Ordinal)).Select(row => row.Subject ?? "").ToList();
        return await model.Org.Database.ReadAsync(db =>
        {
            var line = db.Timeline;
            var all = line.People.ToDictionary(person => person.Id, person => person.FullName);
            HashSet<string> Names(IEnumerable<Guid> ids) => [.. ids.Select(id => all[id])];
            IEnumerable<Guid> reached = user switch
            {
                "hr" or "director" or "inspector" => all.Keys,
                "partyclerk" or "secretary" => line.Members.Select(member => member.PersonId),
                "cell1" => line.Members.Where(member => member.History.Any(span => span.Facts.CellId == line.UnitByCode("CB-VP")!.Id)).Select(member => member.PersonId),
                "unithead" => line.Employments.Where(post => post.Primary.History.Any(span => span.Facts.UnitId == line.UnitByCode("QLCN")!.Id)).Select(post => post.PersonId),
                _ => [],
            };
            return Task.FromResult(new Reach(own is { } id ? all[id] : "", Names(reached), Names(line.On(Day).Tree(Branch.Government).Select(unit => unit.Head?.Person.Id).OfType<Guid>()),
                Names(db.Set<OrgUser>().Select(account => account.PersonId).ToList().OfType<Guid>()), [.. all.Values.Where(name => subjects.Exists(subject => subject.Contains(name, StringComparison.Ordinal)))]));
        });
    }

    private async Task<HashSet<string>> PeopleAsync() => await model.Org.Database.ReadAsync(db => Task.FromResult(db.Timeline.People.Select(person => person.FullName).ToHashSet()));

    private static IEnumerable<string> Named(string markup, HashSet<string> people)
    {
        var text = WebUtility.HtmlDecode(markup);
        return people.Where(name => text.Contains(name, StringComparison.Ordinal));
    }

    private async Task<IRenderedComponent<Routes>> OpenAsync(TestBrowser browser, PageLine line, string user)
    {
        var address = line.Address.Replace(PageLine.Plan, $"{await PlanAsync(model.Org)}", StringComparison.Ordinal);
        if (address.Split('{', '}') is [var before, var number, _]) address = before + await IdOfAsync(number);
        var page = browser.Open($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{On}");
        if (user is not ("admin" or "self")) page.WaitForState(() => page.FindAll(".bell").Count == 1); // nobody else is told of findings
        return page;
    }

    /// <summary>Drafted by the machine's owner where there is none yet; whoever looks stays signed in.</summary>
    private static async Task<Guid> PlanAsync(TestOrg org)
    {
        var looks = org.Actor;
        org.Actor = Actor.System;
        var plans = org.Get<QuotaPlanService>();
        var plan = (await plans.ListAsync()).Plans is [var known, ..] ? known.Id : await plans.DraftAsync(await org.UnitIdAsync("SCT"), org.Today.Year + 1);
        org.Actor = looks;
        return plan;
    }

    /// <summary>Of a decision by its number, or of a scenario by its name.</summary>
    private Task<Guid> IdOfAsync(string told) => model.Org.Database.ReadAsync(db => Task.FromResult(
        db.Set<Scenario>().Where(scenario => scenario.Name == told).Select(scenario => scenario.Id).Concat(db.Set<Decision>().Where(decision => decision.Number == told).Select(decision => decision.Id)).Single()));

    private async Task<TestBrowser> SignInAsync(string user)
    {
        await model.Org.SignInAsync(user);
        return new(model.Org);
    }

    [GeneratedRegex("""^@page "([^"]+)"$""", RegexOptions.Multiline)]
    private static partial Regex Page();

    [GeneratedRegex("""MapGet\("([^"]+)",""")]
    private static partial Regex Download();
}
