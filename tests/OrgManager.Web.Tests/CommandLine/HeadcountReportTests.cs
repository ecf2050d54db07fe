using System.Globalization;
using System.Text.Json;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.CommandLine;

/// <summary><c>report headcount --json</c> on the model organisation: its table of quota, its people, and the shape.</summary>
public class HeadcountReportTests(ModelData model) : IClassFixture<ModelData>
{
    private static readonly string[] Categories = ["CivilServant", "PublicEmployeeBudget", "PublicEmployeeOwnRevenue", "SupportContract"];

    /// <summary>Columns: 1 January 2015 to 2020, 1 July 2020, 1 January 2021 to 2025; civil servants allocated.</summary>
    private const string CivilServants = """
        SCT     4  4  4  4  4  4  4  4  4  4  4  4
        VP     10 10 10 10  9  9  9  9  9  9  9  9
        TTR     8  8  7  7  7  7  7  7  7  7  7  7
        KHTCTH  8  8  8  8  8  7  7  7  7  7  7  7
        QLCN    7  7  7  7  7  7  7  7  8  8  8  8
        QLNL    5  5  5  5  5  5  5  –  –  –  –  –
        KTATMT  5  5  5  5  5  5  5  –  –  –  –  –
        NLATMT  –  –  –  –  –  –  – 10 10  9  9  9
        QLTM    6  6  6  6  6  6  –  –  –  –  –  –
        XNK     5  5  5  4  4  4  –  –  –  –  –  –
        TM      –  –  –  –  –  – 10 10  9  9  9  9
        """;

    /// <summary>Assigned over the whole: the four categories.</summary>
    private const string Sums = """
        CivilServant             58 58 57 56 55 54 54 54 54 53 53 53
        PublicEmployeeBudget     22 22 21 20 20 19 19 18 16 14 11  9
        PublicEmployeeOwnRevenue  9  9 10 11 11 12 12 13 15 17 20 22
        SupportContract           8  8  8  7  7  7  7  6  6  6  5  5
        """;

    private const string ServiceUnits = """
        KC-budget  9  9  9  8  8  7  7  6  4  3  0  0
        XT-budget 13 13 12 12 12 12 12 12 12 11 11  9
        KC-own     7  7  7  8  8  9  9 10 12 13 16 16
        XT-own     2  2  3  3  3  3  3  3  3  4  4  6
        VP-support 6  6  6  5  5  5  5  4  4  4  4  4
        KC-support 1  1  1  1  1  1  1  1  1  1  0  0
        XT-support 1  1  1  1  1  1  1  1  1  1  1  1
        """;

    public static TheoryData<string, int> Days => new()
    {
        { "2015-01-01", 0 }, { "2016-01-01", 1 }, { "2017-01-01", 2 }, { "2018-01-01", 3 }, { "2019-01-01", 4 }, { "2020-01-01", 5 }, { "2020-07-01", 6 },
        { "2021-01-01", 7 }, { "2022-01-01", 8 }, { "2023-01-01", 9 }, { "2024-01-01", 10 }, { "2025-01-01", 11 },
    };

    [Theory, MemberData(nameof(Days))]
    public async Task The_quota_of_the_model_is_printed_for_every_day_of_its_table(string on, int column)
    {
        var report = await ReportAsync(on);
        var units = Units(report);

        foreach (var (code, posts) in Column(CivilServants, column))
            Assert.True(posts == (units.TryGetValue(code, out var unit) ? Count(unit, "allocated", "CivilServant") : null), $"{code} has not {posts} civil servants on {on}");
        foreach (var (row, posts) in Column(ServiceUnits, column))
            Assert.True(posts == Count(units[row.Split('-')[0]], "allocated", Category(row)), $"{row} is not {posts} on {on}");
        foreach (var (category, posts) in Column(Sums, column))
            Assert.Equal((posts, posts), (Total(report, "assigned", category), Total(report, "allocated", category)));
        AssertSound(report);
    }

    [Fact]
    public async Task Assigned_stands_only_where_a_unit_receives_quota()
    {
        var units = Units(await ReportAsync("2019-10-21"));

        Assert.Equal(["KC", "SCT", "XT"], units.Where(u => u.Value.GetProperty("assigned").ValueKind != JsonValueKind.Null).Select(u => u.Key).Order(StringComparer.Ordinal));
        Assert.Equal((55, 8, 12), (Count(units["SCT"], "assigned", "CivilServant"), Count(units["KC"], "assigned", "PublicEmployeeBudget"), Count(units["XT"], "assigned", "PublicEmployeeBudget")));
    }

    [Fact]
    public async Task Who_was_present_on_21_October_2019()
    {
        var report = await ReportAsync("2019-10-21");
        var units = Units(report);

        Assert.Equal([53, 19, 10, 7], Categories.Select(category => Total(report, "present", category)));
        Assert.Equal(
            "SCT 4, VP 9, TTR 6, KHTCTH 8, QLCN 6, QLNL 5, KTATMT 5, QLTM 6, XNK 4",
            string.Join(", ", units.Where(u => Count(u.Value, "present", "CivilServant") > 0).Select(u => $"{u.Key} {Count(u.Value, "present", "CivilServant")}")));
        Assert.Equal([0, 8, 7, 1], People("KC"));
        Assert.Equal([0, 11, 3, 1], People("XT"));
        Assert.Equal(5, Count(units["VP"], "present", "SupportContract"));

        IEnumerable<int?> People(string root) =>
            Categories.Select(category => units.Where(u => u.Key == root || u.Key.StartsWith(root + "-", StringComparison.Ordinal)).Sum(u => Count(u.Value, "present", category)));
    }

    [Fact]
    public async Task Parents_are_codes_that_stand_before_their_children()
    {
        var units = Units(await ReportAsync("2019-10-21")).ToList();

        Assert.Equal(JsonValueKind.Null, units[0].Value.GetProperty("parent").ValueKind);
        for (var i = 1; i < units.Count; i++)
            Assert.Contains(units[i].Value.GetProperty("parent").GetString(), units.Take(i).Select(u => u.Key));
    }

    private Task<JsonElement> ReportAsync(string on) => model.ReportAsync("headcount", on);

    /// <summary>The keys of the document, the four categories everywhere, and totals that add up.</summary>
    private static void AssertSound(JsonElement report)
    {
        AssertKeys(report, "on", "total", "units");
        AssertKeys(report.GetProperty("total"), "assigned", "allocated", "present");
        foreach (var unit in Units(report).Values) AssertKeys(unit, "code", "name", "kind", "parent", "assigned", "allocated", "present");
        foreach (var side in new[] { "assigned", "allocated", "present" })
        {
            foreach (var counts in Units(report).Values.Select(u => u.GetProperty(side)).Append(report.GetProperty("total").GetProperty(side)))
                if (side != "assigned" || counts.ValueKind != JsonValueKind.Null) AssertKeys(counts, Categories);
            foreach (var category in Categories) Assert.Equal(Total(report, side, category), Units(report).Values.Sum(u => Count(u, side, category) ?? 0));
        }
    }

    private static Dictionary<string, JsonElement> Units(JsonElement report) => report.GetProperty("units").EnumerateArray().ToDictionary(u => u.GetProperty("code").GetString()!);

    private static int? Count(JsonElement unit, string side, string category) =>
        unit.GetProperty(side) is { ValueKind: JsonValueKind.Object } counts ? counts.GetProperty(category).GetInt32() : null;

    private static int? Total(JsonElement report, string side, string category) => Count(report.GetProperty("total"), side, category);

    private static string Category(string row) => row.Split('-')[1] switch { "budget" => Categories[1], "own" => Categories[2], _ => Categories[3] };

    private static IEnumerable<(string Row, int? Posts)> Column(string table, int column) =>
        from line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        let cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        select (cells[0], cells[column + 1] == "–" ? (int?)null : int.Parse(cells[column + 1], CultureInfo.InvariantCulture));

    private static void AssertKeys(JsonElement of, params string[] keys) =>
        Assert.Equal(keys.Order(StringComparer.Ordinal), of.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
}
