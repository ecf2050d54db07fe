using System.Globalization;
using OrgManager.Access;
using OrgManager.Data.Maintenance;
using OrgManager.Establishment;
using OrgManager.Import;
using OrgManager.Organisation;
using OrgManager.Staff;
using OrgManager.Tests.Restructuring;

namespace OrgManager.Tests.Import;

/// <summary>What holds of every list, whoever and whatever stands in it.</summary>
public class ImportPropertyTests : IAsyncLifetime
{
    private static readonly DateOnly[] Days = [new(2019, 10, 21), new(2020, 3, 1), new(2021, 6, 30), new(2024, 1, 1), new(2026, 1, 15), new(2026, 7, 1), new(2030, 1, 1)];
    private TestOrg _org = null!;

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        await _org.SignInAsync("hr");
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task The_roster_of_a_day_put_back_on_that_day_changes_nothing()
    {
        foreach (var on in Days)
        {
            var day = await _org.SnapshotAsync(on);

            var check = await Imports.CheckAsync(Lists.Of([.. day.Posts.Select(Row)]), new(on));

            Assert.All(check.Rows, row => Assert.Equal((on, "Same"), (on, row.State + string.Concat(row.Changes) + string.Concat(row.Problems))));
            Assert.Equal((day.Posts.Count(), 0), (check.Rows.Count, check.Missing.Count));

            string[] Row(PostHolder p) => Lists.Row(p.Person.Code, p.Person.FullName, Written(p.Person.Born), p.Person.Sex == Sex.Male ? "Nam" : "Nữ", p.Unit!.Name, PostTitles.Of(p.Facts, p.Unit.Kind), $"{p.Facts.Category}",
                p.Employment.Salary?.On(on)?.Rank ?? "", $"{p.Employment.Salary?.On(on)?.Step}", p.Employment.Salary?.On(on)?.Coefficient.ToString("0.00", CultureInfo.InvariantCulture) ?? "");
        }
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6)]
    public async Task Whatever_a_list_changed_is_on_every_day_as_before_once_it_is_taken_back(int seed)
    {
        var random = new Random(seed);
        var on = new DateOnly(2019, 11, 1).AddDays(random.Next(2_300));
        var day = await _org.SnapshotAsync(on);
        var units = day.Tree(Branch.Government).ToList();
        var rows = day.Posts.OrderBy(_ => random.Next()).Take(30).Select(p => Changed(p.Person.Code)).Concat(Enumerable.Range(0, 5).Select(n => Lists.Newcomer($"MOI{n}", $"Trần Văn Mới {n}", unit: Any(units).Code))).ToArray();
        var before = await ToldAsync(_org);
        var (sheet, order) = (Lists.Of(rows), new ImportOrder(on, Partial: true));
        var check = await Imports.CheckAsync(sheet, order);
        Assert.True(check.Count(ImportState.Changed) > 0 && check.Count(ImportState.New) > 0, $"Nothing is left of the rows of {on}: {string.Join(", ", check.Rows.SelectMany(r => r.Problems))}");
        await using var beside = _org.Beside();

        var done = await Imports.ApplyAsync(CheckedImport.Of(sheet, order, check));
        Assert.Equal((check.Count(ImportState.New), check.Count(ImportState.Changed)), (done.Counts.New, done.Counts.Changed));
        Assert.NotEqual(before, await ToldAsync(_org));
        Assert.Equal(await ToldAsync(_org), await ToldAsync(beside));
        await AssertSoundAsync();
        await Imports.UndoAsync(done.Batch!.Value, "Nhầm tệp");

        Assert.Equal(before, await ToldAsync(_org));
        Assert.Equal(before, await ToldAsync(beside));
        await AssertSoundAsync();

        T Any<T>(IReadOnlyList<T> some) => some[random.Next(some.Count)];
        string Maybe(params string[] some) => random.Next(3) == 0 ? Any(some) : "";
        string[] Changed(string code)
        {
            var salary = random.Next(3) == 0;
            return Lists.Row(code, unit: random.Next(2) == 0 ? Any(units).Code : "", post: Maybe("Chuyên viên", "Chuyên viên chính", "Kế toán", "Trưởng phòng", "Phó Trưởng phòng"), category: Maybe("Công chức", "Hợp đồng"),
                rank: salary ? "01.003" : "", step: salary ? $"{random.Next(1, 10)}" : "", coefficient: salary ? $"{random.Next(2, 5)},{random.Next(10, 99)}" : "");
        }
    }

    private ImportService Imports => _org.Get<ImportService>();

    private static string Written(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>Every day, with salaries and what people are called.</summary>
    private static async Task<string> ToldAsync(TestOrg org)
    {
        var told = new List<string>();
        foreach (var on in Days)
        {
            var day = await org.SnapshotAsync(on);
            told.Add($"{on}\n{ScenarioOrg.Told(day)}");
            told.AddRange(day.Posts.Select(p => $"{p.Person.Code} {p.Person.FullName} {p.Person.Born} {p.Person.Sex} {Plain(p.Employment.Salary?.On(on))}").Order(StringComparer.Ordinal));
        }
        told.AddRange((await org.SnapshotAsync(Days[0])).Timeline.People.Select(p => p.Code).Order(StringComparer.Ordinal));
        return string.Join('\n', told);
    }

    /// <summary>However many zeros the coefficient is kept with.</summary>
    private static string Plain(SalaryFacts? salary) => salary is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{salary.Rank} {salary.Step} {salary.Coefficient:0.##}");

    private async Task AssertSoundAsync()
    {
        _org.Actor = Actor.System;
        Assert.Empty((await _org.Get<Verifier>().VerifyAsync()).Problems);
        await _org.SignInAsync("hr");
    }
}
