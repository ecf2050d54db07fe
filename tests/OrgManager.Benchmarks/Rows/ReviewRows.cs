using System.Diagnostics;
using OrgManager.Organisation;
using OrgManager.Reviews;

namespace OrgManager.Benchmarks;

/// <summary>The year's reviews of the whole province, as the clerk of its upper committee works with them.</summary>
internal static class ReviewRows
{
    private const int FirstYear = 2040; // after every year that was made up

    public static async Task<IEnumerable<Row>> OfAsync(Province province)
    {
        var (today, year) = (province.Today, FirstYear);
        var (committee, cell) = await province.AskAsync(timeline =>
        {
            var root = timeline.On(today).Roots(Branch.Party).First();
            return (root.Id, root.WithDescendants().Where(u => u.Kind.Cell).MaxBy(u => u.Members.Count)!.Code);
        });
        return
        [
            new("review year opened for the whole", new(60_000), async () => Figure.Single(await TakenAsync(() => province.Get<ReviewCycleService>().OpenAsync(year++, committee, "366-2025", today)), "ms")),
            new("what opening a review year would make", null, () => Measure.Async(() => province.Get<ReviewCycleService>().PreviewAsync(new(FirstYear - 1, committee, "366-2025", today)))),
            new("review board of the whole", new(100), () => Measure.Async(() => province.Get<ReviewCycleService>().BoardsAsync(FirstYear))),
            new("review sheet of the largest cell", new(20), () => Measure.Async(() => province.Get<CellReviewService>().SheetAsync(FirstYear, cell))),
        ];
    }

    private static async Task<double> TakenAsync(Func<Task> act)
    {
        var begun = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }
}
