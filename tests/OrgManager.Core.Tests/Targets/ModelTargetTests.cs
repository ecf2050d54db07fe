using System.Globalization;
using OrgManager.Targets;

namespace OrgManager.Tests.Targets;

/// <summary>The table of the model organisation, figure by figure.</summary>
public class ModelTargetTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    [Theory]
    [InlineData("2019-10-21", "A 0.0 OnTrack", "B 6.3 OnTrack", "C - NotStarted", "D - NotStarted")]
    [InlineData("2020-12-31", "A 12.5 OnTrack", "B 8.8 OnTrack", "C 0.0 Behind", "D - NotStarted")]
    [InlineData("2021-12-31", "A 25.0 Reached", "B 10.0 Reached", "C 0.0 Behind", "D 0.0 OnTrack")]
    [InlineData("2024-06-30", "A 25.0 Reached", "B 20.0 Reached", "C 50.0 Reached", "D 38.9 OnTrack")]
    [InlineData("2025-12-31", "A 25.0 Reached", "B 22.5 Reached", "C 50.0 Reached", "D 50.0 Reached")]
    public async Task Every_target_stands_where_the_model_says(string on, params string[] expected)
    {
        var progress = await model.Org.Get<TargetService>().ProgressAsync(DateOnly.Parse(on, CultureInfo.InvariantCulture));

        Assert.Equal(expected, progress.Select(p => $"{p.Code} {Shown(p.ProgressPercent)} {p.Status}"));
    }

    private static string Shown(decimal? percent) =>
        percent is { } exact ? Math.Round(exact, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture) : "-";
}
