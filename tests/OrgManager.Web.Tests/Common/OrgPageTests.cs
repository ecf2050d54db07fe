using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Organisation;
using OrgManager.Web.Common;
using Radzen;

namespace OrgManager.Web.Tests.Common;

public class OrgPageTests : BunitContext
{
    private readonly Probe _page;

    public OrgPageTests()
    {
        Services.AddRadzenComponents().AddLocalization().AddScoped<ChangeNotice>();
        _page = Render<Probe>().Instance;
    }

    [Fact]
    public async Task Of_one_source_the_latest_answer_is_shown_whichever_comes_first()
    {
        var (slow, fast) = (new TaskCompletionSource<string>(), new TaskCompletionSource<string>());
        var both = Task.WhenAll(_page.AskAsync("rows", _ => slow.Task), _page.AskAsync("rows", _ => fast.Task));

        fast.SetResult("new");
        slow.SetResult("old");

        await both;
        Assert.Equal(["new"], _page.Shown);
    }

    [Fact]
    public async Task Two_sources_do_not_cancel_each_other()
    {
        var slow = new TaskCompletionSource<string>();
        var rows = _page.AskAsync("rows", _ => slow.Task);
        await _page.AskAsync("total", _ => Task.FromResult("total"));

        slow.SetResult("rows");

        await rows;
        Assert.Equal(["total", "rows"], _page.Shown);
    }

    [Fact]
    public async Task Leaving_the_page_ends_its_reads_but_never_its_changes()
    {
        var (answer, clicked) = (new TaskCompletionSource<string>(), new TaskCompletionSource());
        var changed = false;
        var read = _page.AskAsync("rows", ct => answer.Task.WaitAsync(ct));
        var change = _page.ClickAsync(async () => { await clicked.Task; changed = true; });

        _page.Dispose();
        clicked.SetResult();

        await Task.WhenAll(read, change);
        Assert.True(changed);
        Assert.Empty(_page.Shown); // neither the answer nor "done": there is no page to show it on
    }

    [Fact]
    public async Task A_second_click_while_the_first_runs_does_nothing()
    {
        var (clicks, first) = (0, new TaskCompletionSource());
        var running = _page.ClickAsync(() => { clicks++; return first.Task; });
        await _page.ClickAsync(() => { clicks++; return Task.CompletedTask; });

        first.SetResult();

        await running;
        Assert.Equal(1, clicks);
    }

    public static TheoryData<Exception, string> Refusals => new()
    {
        { new RuleBrokenException("Account.NameTaken", "director"), "Account.NameTaken" },
        { new AccessDeniedException(Permission.ViewQuota), "Error.NotAllowed" },
        { new ConflictException(new object()), "Error.ChangedBySomeoneElse" },
        { new BusyException(new TimeoutException()), "Error.Busy" },
        { new NotFoundException(typeof(OrgUnit), Guid.Empty), "Error.Gone" },
    };

    [Theory, MemberData(nameof(Refusals))]
    public async Task Each_refusal_has_its_message(Exception refusal, string key)
    {
        TestBrowser.Speak(Language.English);
        var expected = Services.GetRequiredService<IStringLocalizer<Texts>>()[key, "director"];

        await _page.ClickAsync(() => throw refusal);

        Assert.False(expected.ResourceNotFound);
        Assert.StartsWith(expected.Value, Assert.Single(Services.GetRequiredService<NotificationService>().Messages).Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bug_is_nobodys_message() => await Assert.ThrowsAsync<InvalidOperationException>(() => _page.ClickAsync(() => throw new InvalidOperationException()));

    [Fact]
    public async Task After_a_conflict_the_page_is_given_what_is_true_now()
    {
        var current = new object();

        await _page.ClickAsync(() => throw new ConflictException(current));

        Assert.Same(current, _page.Current);
    }

    private sealed class Probe : OrgPage
    {
        private readonly Dictionary<string, Latest> _sources = new() { ["rows"] = new(), ["total"] = new() };

        public List<string> Shown { get; } = [];

        public object? Current { get; private set; }

        public Task AskAsync(string source, Func<CancellationToken, Task<string>> load) => LoadAsync(_sources[source], load, Shown.Add);

        public Task ClickAsync(Func<Task> change) => RunAsync(change, done: () => Shown.Add("done"));

        protected override void OnConflict(object current) => Current = current;
    }
}
