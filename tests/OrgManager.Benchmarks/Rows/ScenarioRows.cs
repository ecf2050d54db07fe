using OrgManager.Organisation;
using OrgManager.Restructuring;

namespace OrgManager.Benchmarks;

/// <summary>Restructurings of twenty steps: ten times two small units become one, and somebody leads it.</summary>
internal static class ScenarioRows
{
    private const int Mergers = 10;

    public static async Task<IEnumerable<Row>> OfAsync(Province province)
    {
        var (scenario, today) = (await province.AskAsync(timeline => Scenario(timeline.On(province.Today))), province.Today);
        AppliedScenario? applied = null;
        return
        [
            new("scenario of 20 steps, tried out", new(100), () => Measure.Async(() => province.Get<ScenarioService>().SimulateAsync(scenario))),
            new("scenario of 20 steps, applied", new(2000), () => Measure.Async(UndoneAsync, async _ => applied = await province.Get<ScenarioService>().ApplyAsync(scenario))),
            new("two days compared, a year apart", new(50), () => Measure.Async(() => province.Get<OrganisationService>().CompareAsync(today.AddYears(-1), today, Branch.Government))),
        ];

        async Task<int> UndoneAsync()
        {
            if (applied is { } before) await province.AsOwnerAsync(() => province.Get<ScenarioService>().UndoAsync(before.Id, "measured"));
            return 0;
        }
    }

    /// <summary>Neighbours of one kind without units of their own.</summary>
    private static ScenarioFile Scenario(OrgSnapshot day)
    {
        var leaves = day.Tree(Branch.Government).Where(u => u.Children.Count == 0 && u.Parent is not null && u.Posts.Count > 0).GroupBy(u => (u.Parent, u.Facts.Kind))
            .SelectMany(alike => alike.Chunk(2)).Where(pair => pair.Length == 2).Take(Mergers).ToList();
        return new()
        {
            Name = "Đo", EffectiveOn = day.Day, Decisions = new(),
            Steps = [.. leaves.SelectMany((pair, i) => (ScenarioStep[])
            [
                new MergeStep([.. pair.Select(u => u.Code)], new($"DO{i}", $"Đơn vị gộp {i}", pair[0].Facts.Kind, pair[0].Parent!.Code)),
                new SetHeadStep($"DO{i}", pair[0].Posts[0].Person.Code, Leadership.Head, 1),
            ])],
        };
    }
}
