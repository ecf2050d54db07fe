using OrgManager.Reviews;

namespace OrgManager.Tests.Reviews.Rules;

/// <summary>What a year's facts allow under each version of the rules, from the rule tables of the domain reference.</summary>
public class GradeAdvisorTests
{
    private static readonly TaskTally Perfect = new(10, 10, 10, 3, 0);

    [Theory]
    [InlineData("100", "HTXSNV"), InlineData("90", "HTXSNV"), InlineData("89.99", "HTTNV"), InlineData("70", "HTTNV"), InlineData("69.99", "HTNV"), InlineData("50", "HTNV"), InlineData("49.99", "KHTNV"), InlineData("0", "KHTNV")]
    public void Points_of_2025_make_the_grade_of_their_band(string points, string grade)
    {
        var advice = Advise("366-2025", Points(points) with { Tasks = Perfect, Shortcomings = 2, Remedied = 2 });
        Assert.Equal((grade, Decimal(points)), (advice.Grade, advice.Points));
    }

    [Fact]
    public void Bands_and_caps_name_the_article_they_stand_in()
    {
        var rules = ShippedRules.Of("366-2025");
        Assert.Equal("366-QĐ/TW (2025), Điều 11", Advise("366-2025", Points("89")).Objections[0].Source);
        Assert.Equal("366-QĐ/TW (2025), Điều 12", rules.SourceOf(rules.CapOf(ReviewSubject.Member)!.Source));
        Assert.Equal(("21-HD/BTCTW (2019)", "124-QĐ/TW (2023)"), (ShippedRules.Of("132-2018").CapOf(ReviewSubject.Cell)!.Source, ShippedRules.Of("124-2023").CapOf(ReviewSubject.Member)!.Source));
        Assert.Equal("10072-CV/BTCTW", rules.SourceOf(null));
        Assert.Equal("Điều 1", (rules with { Bands = [.. rules.Bands.Select(b => b with { Source = "Điều 1" })] }) is var other ? GradeAdvisor.Advise(other, ReviewSubject.Member, Points("10")).Objections[0].Source : null);
    }

    [Fact]
    public void Ninety_points_with_a_fifth_of_the_tasks_above_requirement_are_good_and_the_reason_is_told()
    {
        var advice = Advise("366-2025", Points("90") with { Tasks = new(10, 10, 10, 2, 0), Shortcomings = 0 });

        Assert.Equal("HTTNV", advice.Grade);
        var objection = Assert.Single(advice.Objections);
        Assert.Equal(("HTXSNV", "GradeObjection.AboveRequirementPercent", "366-QĐ/TW (2025), Điều 11"), (objection.Grade, objection.Code, objection.Source));
        Assert.Equal([20m, 30m], objection.Args);
    }

    [Theory]
    [InlineData(10, 10, 9, 4, 1, "HTNV")] // one late: not all on time, which good asks too
    [InlineData(10, 10, 7, 4, 3, "KHTNV")] // three of ten late
    [InlineData(10, 9, 9, 4, 0, "KHTNV")] // one not done
    public void Tasks_bind_beside_the_points(int total, int done, int onTime, int above, int late, string grade) =>
        Assert.Equal(grade, Advise("366-2025", Points("95") with { Tasks = new(total, done, onTime, above, late), Shortcomings = 0 }).Grade);

    [Fact]
    public void One_shortcoming_not_remedied_is_told_with_its_number()
    {
        var objection = Assert.Single(Advise("366-2025", Points("95") with { Tasks = Perfect, Shortcomings = 3, Remedied = 2 }).Objections);
        Assert.Equal(("HTXSNV", "GradeObjection.RemediedPercent", 1), (objection.Grade, objection.Code, objection.Args[0]));
    }

    [Fact]
    public void What_leaders_lead_counts_for_leaders_alone()
    {
        var facts = Points("95") with { Tasks = Perfect, Shortcomings = 0, UnitTasks = new(20, 20, 20, 4, 0) };
        Assert.Equal("HTXSNV", Advise("366-2025", facts).Grade);
        Assert.Equal("HTTNV", Advise("366-2025", facts with { Leads = true }).Grade);
    }

    [Fact]
    public void A_head_is_not_graded_above_the_collective() =>
        Assert.Equal("HTTNV", Advise("366-2025", Points("95") with { Tasks = Perfect, Shortcomings = 0, Leads = true, CollectiveGrade = "HTTNV" }).Grade);

    [Theory]
    [InlineData(ReviewSubject.Cell, "HTTNV"), InlineData(ReviewSubject.Collective, "HTTNV"), InlineData(ReviewSubject.Member, "HTXSNV")]
    public void Discipline_below_binds_collectives_in_2025(ReviewSubject subject, string grade) =>
        Assert.Equal(grade, GradeAdvisor.Advise(ShippedRules.Of("366-2025"), subject, Points("95") with { Tasks = Perfect, Shortcomings = 0, SubordinateDisciplined = true }).Grade);

    [Theory]
    [InlineData("132-2018"), InlineData("124-2023"), InlineData("366-2025"), InlineData("90-2020"), InlineData("335-2025")]
    public void Who_degenerated_or_was_disciplined_has_not_completed(string rules)
    {
        var subject = rules is "90-2020" or "335-2025" ? ReviewSubject.Staff : ReviewSubject.Member;
        Assert.Equal("KHTNV", GradeAdvisor.Advise(ShippedRules.Of(rules), subject, new() { Degenerated = true }).Grade);
        Assert.Equal("KHTNV", GradeAdvisor.Advise(ShippedRules.Of(rules), subject, new() { Disciplined = true }).Grade);
    }

    [Theory]
    [InlineData("132-2018", ReviewSubject.Member), InlineData("90-2020", ReviewSubject.Staff)]
    public void Three_months_away_leave_at_most_completed(string rules, ReviewSubject subject)
    {
        var advice = GradeAdvisor.Advise(ShippedRules.Of(rules), subject, new() { SickThreeMonths = true });
        Assert.Equal(("HTNV", "HTTNV"), (advice.Grade, Assert.Single(advice.Objections).Grade));
        Assert.Single(advice.Against("HTXSNV", ShippedRules.Of(rules)));
        Assert.Single(advice.Against("HTTNV", ShippedRules.Of(rules)));
        Assert.Empty(advice.Against("HTNV", ShippedRules.Of(rules)));
    }

    [Theory]
    [InlineData("Xuất sắc", "Tốt", "HTXSNV", "HTXSNV")]
    [InlineData("Tốt", "Tốt", "HTXSNV", "HTTNV")] // the political task is not "Xuất sắc"
    [InlineData("Xuất sắc", "Trung bình", "HTXSNV", "HTTNV")] // another criterion is below "Tốt"
    [InlineData("Xuất sắc", "Tốt", "HTTNV", "HTTNV")] // good at work
    [InlineData("Xuất sắc", "Tốt", "KHTNV", "KHTNV")] // not completed at work
    [InlineData("Kém", "Tốt", null, "KHTNV")]
    public void Levels_of_2018_and_the_grade_at_work_decide(string task, string commitment, string? work, string grade) =>
        Assert.Equal(grade, Advise("132-2018", new() { Scores = [Level("M2.1", task), Level("M1.1", "Tốt"), Level("M3.1", commitment)], WorkGrade = work }).Grade);

    [Fact]
    public void Under_half_of_the_tasks_is_not_completed_in_2018_and_2023()
    {
        foreach (var rules in new[] { "132-2018", "124-2023" })
            Assert.Equal(("KHTNV", "HTXSNV"), (Grade(rules, 49), Grade(rules, 50)));

        static string? Grade(string rules, int done) => GradeAdvisor.Advise(ShippedRules.Of(rules), ReviewSubject.Cell, new() { Tasks = new(100, done, done, 0, 0) }).Grade;
    }

    [Fact]
    public void The_targets_of_2023_are_those_of_collectives_alone()
    {
        Assert.Null(Advise("124-2023", new() { Tasks = new(100, 49, 49, 0, 0) }).Grade);
        Assert.Equal("KHTNV", Advise("132-2018", new() { Tasks = new(100, 49, 49, 0, 0) }).Grade);
    }

    [Theory]
    [InlineData("335-2025", false, 3), InlineData("335-2025", true, 6)]
    public void Results_of_staff_from_2026_are_asked_by_three_criteria_of_leaders_by_six(string code, bool leads, int criteria)
    {
        var results = ShippedRules.Of(code).Scale.Groups.Single(g => g.Code == "KETQUA");
        Assert.Equal(criteria, results.CriteriaOf(leads).Count);
        Assert.Contains("(a + b + c)/3", results.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("56-2015"), InlineData("90-2020")]
    public void What_is_led_is_asked_of_leaders_alone(string code) => Assert.True(ShippedRules.Of(code).Scale.Groups.Single(g => g.Code == "S3").LeadersOnly);

    [Theory]
    [InlineData(10, 10, 8, 0, false, "HTXSNV"), InlineData(10, 10, 7, 0, false, "HTNV"), InlineData(10, 4, 4, 0, false, "KHTNV")]
    [InlineData(10, 10, 10, 4, true, "HTTNV"), InlineData(10, 10, 10, 5, true, "HTXSNV"), InlineData(10, 9, 9, 5, true, "HTTNV")]
    public void Staff_of_2020_are_judged_by_their_tasks_and_leaders_by_more(int total, int done, int onTime, int above, bool leads, string grade) =>
        Assert.Equal(grade, GradeAdvisor.Advise(ShippedRules.Of("90-2020"), ReviewSubject.Staff, new() { Tasks = new(total, done, onTime, above, 0), Leads = leads }).Grade);

    [Theory]
    [InlineData("90", "HTXSNV"), InlineData("70", "HTTNV"), InlineData("50", "HTNV"), InlineData("49", "KHTNV")]
    public void Staff_from_2026_are_graded_by_points(string points, string grade) =>
        Assert.Equal(grade, GradeAdvisor.Advise(ShippedRules.Of("335-2025"), ReviewSubject.Staff, Points(points)).Grade);

    [Theory]
    [InlineData("132-2018"), InlineData("366-2025"), InlineData("56-2015")]
    public void Where_nothing_is_known_nothing_is_advised(string rules)
    {
        var advice = Advise(rules, new());
        Assert.Equal((null, null, 0), (advice.Grade, advice.Points, advice.Objections.Count));
    }

    [Fact]
    public void Remedies_nobody_told_of_stand_against_nothing() =>
        Assert.Equal("HTXSNV", Advise("366-2025", Points("92") with { Tasks = Perfect, Shortcomings = 2 }).Grade);

    private static GradeAdvice Advise(string rules, GradeFacts facts) => GradeAdvisor.Advise(ShippedRules.Of(rules), ReviewSubject.Member, facts);

    private static decimal Decimal(string points) => decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Thirty of them in common criteria, as far as they go, the rest in results.</summary>
    private static GradeFacts Points(string points)
    {
        var all = Decimal(points);
        return new() { Scores = [new("CHUNG", "Nhóm tiêu chí chung", null, Math.Min(30, all)), new("KETQUA", "Kết quả", null, Math.Max(0, all - 30))] };
    }

    private static CriterionScore Level(string code, string level) => new(code, code, level, null);
}
