using OrgManager.Reviews;
using OrgManager.Tests.Reviews.Rules;

namespace OrgManager.Tests.Reviews.Files;

/// <summary>The form of the self-review by the version of the rules.</summary>
public class SelfReviewFormTests
{
    private static readonly Dictionary<string, string> None = [];

    [Fact]
    public void By_levels_leaders_are_asked_for_more_parts_and_the_commitments_move_behind_them()
    {
        var rules = Levels();
        Assert.Equal(["I.1", "I.2", "I.3", "II", "III", "IV", "V", "VI", "VII"], SelfReviewForm.Of(rules, ReviewSubject.Member, leads: false, None).Parts.Select(p => p.Code));
        Assert.Equal(["I.1", "I.2", "I.3", "I.4", "I.5", "I.6", "II", "III", "IV", "V", "VI", "VII"], SelfReviewForm.Of(rules, ReviewSubject.Member, leads: true, None).Parts.Select(p => p.Code));
    }

    [Theory]
    [InlineData("132-2018"), InlineData("124-2023")]
    public void What_is_asked_of_leaders_alone_is_asked_once_and_its_levels_reach_the_conditions(string code)
    {
        var rules = ShippedRules.Of(code);
        var form = SelfReviewForm.Of(rules, ReviewSubject.Member, leads: true, None);

        Assert.Equal(["I.1", "I.2", "I.3", "I.4", "I.5", "I.6", "II", "III", "IV", "V", "VI", "VII"], form.Parts.Select(p => p.Code));
        Assert.Equal(["ML.1", "ML.2", "ML.3"], form.Parts.Where(p => p.Code is "I.3" or "I.4" or "I.5").Select(p => Assert.Single(p.Criteria).Code));
        Assert.Equal(form.Criteria().Count(), form.Criteria().DistinctBy(c => c.Code).Count());
        var said = FullFiles.Whole(form).Scores.Select(s => s with { Level = s.Code == "ML.2" ? "Trung bình" : "Xuất sắc" });
        Assert.Contains(GradeAdvisor.Advise(rules, ReviewSubject.Member, new() { Scores = [.. said], Leads = true }).Objections, o => o.Grade == "HTXSNV" && o.Args.Contains("Trung bình"));
    }

    [Fact]
    public void A_criterion_of_leaders_that_no_part_names_stands_alone_and_a_part_whose_criterion_is_gone_is_not_rated()
    {
        var rules = Levels() with { Scale = Levels().Scale with { Groups = [.. Levels().Scale.Groups, new("ML", "Lãnh đạo", null, [ReviewSubject.Member], [new("1", "Kết quả lãnh đạo"), new("9", "Chuyển đổi số")]) { LeadersOnly = true }] } };
        var form = SelfReviewForm.Of(rules, ReviewSubject.Member, leads: true, None);
        Assert.Equal("ML.9", form.Parts.Single(p => p.Code == "ML").Criteria.Single().Code);
        Assert.Empty(form.Parts.Single(p => p.Code == "I.4").Criteria);
    }

    [Fact]
    public void Under_a_criterion_stands_what_the_cell_means_by_it()
    {
        var form = SelfReviewForm.Of(Levels(), ReviewSubject.Member, false, new Dictionary<string, string> { ["M1.1"] = "Dự đủ các buổi học nghị quyết" });
        Assert.Equal("Tư tưởng chính trị: Dự đủ các buổi học nghị quyết", form.Criteria().Single(c => c.Code == "M1.1").Shown);
    }

    [Fact]
    public void Groups_that_no_part_names_are_asked_all_the_same()
    {
        var rules = Levels() with { Scale = new(ReviewScale.OfLevels, ["Tốt", "Kém"], [new("M9", "Việc riêng của địa phương", null, [ReviewSubject.Member], [new("1", "Hiến máu")])]) };
        Assert.Contains(SelfReviewForm.Of(rules, ReviewSubject.Member, false, None).Parts, p => p.Code == "M9" && p.Criteria.Single().Code == "M9.1");
    }

    [Fact]
    public void By_points_products_are_asked_and_points_stay_within_their_group()
    {
        var (rules, form) = (Points(), SelfReviewForm.Of(Points(), ReviewSubject.Member, false, None));
        Assert.True(form.HasTasks);
        Assert.Empty(form.Missing(FullFiles.Whole(form), rules));
        var over = FullFiles.Whole(form) with { Scores = [new("CHUNG", "", null, 31), new("KETQUA", "", null, 70)] };
        Assert.Contains(form.Missing(over, rules), m => m is { Part: "I", Gap: FormGap.Points });
        Assert.Contains(form.Missing(FullFiles.Whole(form) with { Tasks = [] }, rules), m => m.Gap == FormGap.Tasks);
    }

    [Theory]
    [InlineData(10, 10, 3, 0, 100, 30), InlineData(10, 9, 2, 1, 90, 20)]
    public void Products_are_counted_by_quality_and_progress(int total, int inTime, int above, int late, int percentInTime, int percentAbove)
    {
        var tasks = Enumerable.Range(0, total).Select(i => new TaskLine($"Việc {i}", i < above ? TaskQuality.Above : TaskQuality.AsAsked, i < inTime ? TaskProgress.OnTime : TaskProgress.Late)).ToList();
        var tally = (new SelfReview { Tasks = tasks }).Tally!;
        Assert.Equal((percentInTime, percentAbove, late), (100 * tally.OnTimeWithQuality / tally.Total, 100 * tally.AboveRequirement / tally.Total, tally.Late));
    }

    private static RuleSetFacts Levels() => Rules(new(ReviewScale.OfLevels, ["Xuất sắc", "Tốt", "Trung bình", "Kém"],
        [new("M1", "Tư tưởng", null, [ReviewSubject.Member], [new("1", "Tư tưởng chính trị")]), new("M2", "Nhiệm vụ", null, [ReviewSubject.Member], [new("1", "Kết quả")]), new("M3", "Cam kết", null, [ReviewSubject.Member], [new("1", "Kết quả")]), new("M4", "Khắc phục", null, [ReviewSubject.Member], [new("1", "Kết quả")])]));

    private static RuleSetFacts Points() => Rules(new(ReviewScale.OfPoints, null, [new("CHUNG", "Chung", 30, [ReviewSubject.Member], []), new("KETQUA", "Kết quả", 70, [ReviewSubject.Member], [])]));

    private static RuleSetFacts Rules(ReviewScale scale) => new()
    {
        Id = "R", Kind = "Party", Name = "R", NameEn = "R", Basis = [], ValidFrom = new(2025, 1, 1), Scale = scale, Grades = [new("HTXSNV", "X", "X"), new("HTTNV", "T", "T"), new("HTNV", "N", "N")],
    };
}
