using System.Diagnostics;
using System.Text;

namespace OrgManager.Benchmarks;

/// <summary>Somebody at work: signed in, one page open, clicking on after a while of thinking.</summary>
internal sealed class Session : IAsyncDisposable
{
    private static readonly TimeSpan Hung = TimeSpan.FromSeconds(30);
    private readonly SignedIn _signedIn;
    private readonly Circuit _circuit;
    private List<string> _people;
    private string _path = Clicks.Roster.Path;

    private Session(SignedIn signedIn, Circuit circuit, List<string> people) => (_signedIn, _circuit, _people) = (signedIn, circuit, people);

    public static async Task<Session> OpenAsync(Uri site, string user, CancellationToken ct)
    {
        var signedIn = await SignedIn.AsAsync(site, user, ct);
        using var hung = CancellationTokenSource.CreateLinkedTokenSource(ct);
        hung.CancelAfter(Hung);
        var (circuit, render) = await signedIn.OpenAsync(Clicks.Roster, hung.Token);
        return new(signedIn, circuit, PeopleIn(render));
    }

    /// <summary>Clicks until it is told to stop, or something goes wrong; from anywhere in the round on, for people do not keep step.</summary>
    public async Task WorkAsync(ClickLog log, CancellationToken stop)
    {
        try
        {
            for (var begin = Random.Shared.Next(Round().Count); ; begin = 0)
                foreach (var click in Round().Skip(begin).Where(click => click.Path != _path))
                {
                    await Task.Delay(Random.Shared.Next(2_000, 8_000), stop);
                    await ClickAsync(click, log);
                }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
        catch (Exception e) when (e is InvalidOperationException or OperationCanceledException or HttpRequestException or IOException)
        {
            log.Wrong(e is OperationCanceledException ? $"No answer in {Hung.TotalSeconds:0} s." : e.Message);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _circuit.DisposeAsync();
        _signedIn.Dispose();
    }

    private IReadOnlyList<Click> Round() => [Clicks.Chart, Clicks.Targets, Clicks.Roster, Clicks.Person(_people[Random.Shared.Next(_people.Count)])];

    private async Task ClickAsync(Click click, ClickLog log)
    {
        using var hung = new CancellationTokenSource(Hung);
        var begun = Stopwatch.GetTimestamp();
        var render = await _circuit.GoAsync(click, hung.Token);
        _path = click.Path;
        log.Took(click.Name, Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        if (click == Clicks.Roster) _people = PeopleIn(render);
    }

    /// <summary>Addresses of people among the strings of a render, each of which stands behind its length.</summary>
    private static List<string> PeopleIn(byte[] render)
    {
        var found = new List<string>();
        var prefix = "/staff/"u8;
        for (var at = 1; render.AsSpan(at).IndexOf(prefix) is >= 0 and var next; at += next + prefix.Length)
            if (render[at + next - 1] is > 7 and < 64 and var length) found.Add(Encoding.UTF8.GetString(render, at + next, length));
        return found;
    }
}
