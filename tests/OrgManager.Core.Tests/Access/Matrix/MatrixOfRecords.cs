using OrgManager.Common;
using OrgManager.Party;
using OrgManager.Reviews;

namespace OrgManager.Tests.Access.Matrix;

/// <summary>What the record of a member keeps beside cell and offices; of the newcomers, who are none of the accounts.</summary>
internal static class MatrixOfRecords
{
    public static readonly Dictionary<string, MatrixCase> Cases = new()
    {
        ["HonourService.EnterAsync"] = MatrixCase.Of(Aim.Member, c => c.Get<HonourService>().EnterAsync(MatrixOrg.Newcomer(c.Place), Honour(c))) with { Repeats = true },
        ["HonourService.CorrectAsync"] = OfHonour((c, seen) => c.Get<HonourService>().CorrectAsync(seen, Honour(c) with { Note = "Bổ sung" }, "Nhầm")),
        ["HonourService.WithdrawAsync"] = OfHonour((c, seen) => c.Get<HonourService>().WithdrawAsync(seen, "Nhầm")),
        ["DisciplineService.OfAsync"] = MatrixCase.Of(Aim.Person, c => c.Get<DisciplineService>().OfAsync(c.Place.Person, c.Org.Today)),
        ["DisciplineService.EnterAsync"] = MatrixCase.Of(Aim.Member, c => c.Get<DisciplineService>().EnterAsync(MatrixOrg.Newcomer(c.Place), Discipline(c))) with { Repeats = true },
        ["DisciplineService.CorrectAsync"] = OfDiscipline((c, seen) => c.Get<DisciplineService>().CorrectAsync(seen, Discipline(c) with { Because = "Khác" }, "Nhầm")),
        ["DisciplineService.WithdrawAsync"] = OfDiscipline((c, seen) => c.Get<DisciplineService>().WithdrawAsync(seen, "Nhầm")),
        ["GradeYearService.OfAsync"] = MatrixCase.Of(Aim.Member, c => c.Get<GradeYearService>().OfAsync(c.Place.Person, c.Org.Today)),
        ["GradeYearService.EnterAsync"] = MatrixCase.Of(Aim.Cell, async c =>
        {
            var taken = (await YearsAsync(c)).Select(y => y.Year).ToHashSet();
            var year = Enumerable.Range(1, 80).Select(back => 2017 - back).First(y => !taken.Contains(y));
            return () => c.Get<GradeYearService>().EnterAsync(MatrixOrg.Newcomer(c.Place), Grade(year));
        }) with { Repeats = true },
        ["GradeYearService.CorrectAsync"] = OfGrade((c, seen) => c.Get<GradeYearService>().CorrectAsync(seen, Grade(2016) with { Source = $"Biên bản {c.Number}" }, "Nhầm")),
        ["GradeYearService.WithdrawAsync"] = OfGrade((c, seen) => c.Get<GradeYearService>().WithdrawAsync(seen, "Nhầm")),
    };

    private static HonourFacts Honour(MatrixCall c) => new(PartialDay.OfYear(2020), $"Giấy khen {c.Number}");

    private static DisciplineFacts Discipline(MatrixCall c) => new(DisciplineKind.Reprimand, PartialDay.OfYear(2025), $"{c.Number}-QĐ/ĐU", "Vi phạm");

    private static EarlierGradeFacts Grade(int year) => new(year, "27-2014", "DTC-HTTNV");

    private static async Task<IReadOnlyList<YearGrade>> YearsAsync(MatrixCall c) => (await c.Get<GradeYearService>().OfAsync(MatrixOrg.Newcomer(c.Place), c.Org.Today)).Years;

    private static MatrixCase OfHonour(Func<MatrixCall, Seen, Task> call) => MatrixCase.Of(Aim.Member, async c =>
    {
        var seen = new Seen(await c.Get<HonourService>().EnterAsync(MatrixOrg.Newcomer(c.Place), Honour(c)), 0);
        return () => call(c, seen);
    });

    private static MatrixCase OfDiscipline(Func<MatrixCall, Seen, Task> call) => MatrixCase.Of(Aim.Member, async c =>
    {
        var seen = new Seen(await c.Get<DisciplineService>().EnterAsync(MatrixOrg.Newcomer(c.Place), Discipline(c)), 0);
        return () => call(c, seen);
    });

    /// <summary>About the grade of 2016, entered where it is not yet.</summary>
    private static MatrixCase OfGrade(Func<MatrixCall, Seen, Task> call) => MatrixCase.Of(Aim.Cell, async c =>
    {
        var seen = (await YearsAsync(c)).FirstOrDefault(y => y.Year == 2016)?.Seen ?? new(await c.Get<GradeYearService>().EnterAsync(MatrixOrg.Newcomer(c.Place), Grade(2016)), 0);
        return () => call(c, seen);
    });
}
