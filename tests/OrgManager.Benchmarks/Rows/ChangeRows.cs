using System.Diagnostics;
using OrgManager.Common;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Benchmarks;

/// <summary>Changes, durable and audited, and what they cost everybody else.</summary>
internal static class ChangeRows
{
    private const int Writers = 8;

    public static IEnumerable<Row> Of(Province province)
    {
        var (people, units, own) = (new Posts(province), new Names(province), new Lazy<Province>(() => new(province.Storage)));
        yield return new("one change of a person's post", new(20), () => Measure.Async(people.NextAsync, people.ChangeAsync));
        yield return new("one change of a unit", new(20), () => Measure.Async(units.NextAsync, units.ChangeAsync));
        yield return new("catch-up of another process after it", new(5), () => AfterAsync(people, own.Value, _ => { }));
        yield return new("the same and its snapshot of today", null, () => AfterAsync(people, own.Value, timeline => timeline.On(province.Today)));
        yield return new("roster page of 50 after it, protocol order", new(10), () => SeenAsync(new(Take: 50)));
        yield return new("roster page of 50 after it, by name", new(10), () => SeenAsync(new(Take: 50, SortBy: "name")));
        yield return new("8 writers on different records", new(250, "/s", AtLeast: true), () => ManyAsync(people));
        yield return new("8 writers on one record, longest wait", new(1000), () => OneAsync(people));

        Task<Figure> SeenAsync(PageRequest page) => Measure.Async(async () =>
        {
            await people.ChangeAsync(await people.NextAsync());
            return 0;
        }, _ => province.Get<RosterService>().ListAsync(new(province.Today), page));
    }

    private static async Task<Figure> AfterAsync(Posts people, Province beside, Action<OrgTimeline> look)
    {
        await beside.AskAsync(timeline => timeline.On(beside.Today));
        return await Measure.Async(async () =>
        {
            await people.ChangeAsync(await people.NextAsync());
            return 0;
        }, _ => beside.AskAsync(timeline =>
        {
            look(timeline);
            return timeline.Seq;
        }));
    }

    private static async Task<Figure> ManyAsync(Posts people)
    {
        const int each = 40;
        var work = new List<List<Renaming>>();
        for (var w = 0; w < Writers; w++)
        {
            var mine = new List<Renaming>();
            for (var i = 0; i < each; i++) mine.Add(await people.NextAsync());
            work.Add(mine);
        }
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(work.Select(mine => Task.Run(async () =>
        {
            foreach (var post in mine) await people.ChangeAsync(post);
        })));
        return Figure.Single(Writers * each / Stopwatch.GetElapsedTime(begun).TotalSeconds, "/s");
    }

    /// <exception cref="InvalidOperationException">More or fewer than one of them got through.</exception>
    private static async Task<Figure> OneAsync(Posts people)
    {
        var waits = new List<double>();
        for (var round = 0; round < 20; round++)
        {
            var post = await people.NextAsync();
            var saved = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => TryAsync(post with { Name = $"Chuyên viên {round} {writer}" }))));
            if (saved.Count(s => s) != 1) throw new InvalidOperationException($"{saved.Count(s => s)} of {Writers} changes of the same state were saved.");
        }
        return Figure.Single(waits.Max(), "ms");

        async Task<bool> TryAsync(Renaming post)
        {
            var begun = Stopwatch.GetTimestamp();
            try
            {
                await people.ChangeAsync(post);
                return true;
            }
            catch (ConflictException)
            {
                return false;
            }
            finally
            {
                lock (waits) waits.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }
        }
    }
}
