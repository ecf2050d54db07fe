using OrgManager.Web.Common;

namespace OrgManager.Web.Tests.Common;

public class LatestTests
{
    private readonly Latest _source = new();
    private readonly List<string> _shown = [];

    [Fact]
    public async Task Asking_again_cancels_the_older_question()
    {
        var older = new TaskCompletionSource<string>();
        var first = _source.RunAsync(ct => older.Task.WaitAsync(ct), _shown.Add, default);

        await _source.RunAsync(_ => Task.FromResult("new"), _shown.Add, default);

        await first; // though its answer never comes
        Assert.Equal(["new"], _shown);
    }

    [Fact]
    public async Task The_failure_of_an_answer_nobody_waits_for_is_nobodys()
    {
        var slow = new TaskCompletionSource<string>();
        var first = _source.RunAsync(_ => slow.Task, _shown.Add, default);
        await _source.RunAsync(_ => Task.FromResult("new"), _shown.Add, default);

        slow.SetException(new InvalidOperationException());

        await first;
        Assert.Equal(["new"], _shown);
    }

    [Fact]
    public async Task The_failure_of_the_latest_is_told()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _source.RunAsync<string>(_ => throw new InvalidOperationException(), _shown.Add, default));

        await _source.RunAsync(_ => Task.FromResult("after"), _shown.Add, default);
        Assert.Equal(["after"], _shown);
    }

    [Fact]
    public async Task Leaving_ends_it_without_showing_anything()
    {
        using var left = new CancellationTokenSource();
        var answer = new TaskCompletionSource<string>();
        var running = _source.RunAsync(_ => answer.Task, _shown.Add, left.Token);

        await left.CancelAsync();
        answer.SetResult("late");

        await running;
        Assert.Empty(_shown);
    }
}
