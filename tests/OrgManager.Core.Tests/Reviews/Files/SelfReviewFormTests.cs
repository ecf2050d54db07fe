using OrgManager.Reviews;

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
