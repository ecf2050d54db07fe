using Microsoft.EntityFrameworkCore;
using OrgManager.Reviews;
using OrgManager.Reviews.Papers;

namespace OrgManager.Tests.Reviews.Papers;

/// <summary>What was written in the full file, as the printed form tells it.</summary>
public class KeptSelfReviewTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    [Fact]
    public async Task Texts_levels_and_shortcomings_stand_under_their_parts()
    {
        var kept = KeptSelfReview.Of(new()
        {
            Texts = new Dictionary<string, string> { ["I.2"] = "Hoàn thành nhiệm vụ được giao.", ["VI"] = "Nâng cao trình độ." },
            Scores = [new("M2.1", "Kết quả thực hiện chức trách, nhiệm vụ trong năm", "Tốt", null), new("M1.1", "Tư tưởng chính trị", "Xuất sắc", null), new("M1.2", "Phẩm chất đạo đức, lối sống", "Tốt", null)],
            Shortcomings = [new("Chậm báo cáo", "Lập lịch báo cáo", "Bản thân", new(2020, 6, 30))],
            LastRemedies = [new(1, "Ít học tập", "Đăng ký lớp", "Bản thân", new(2019, 6, 30)) { State = RemedyState.Done }],
            OwnGrade = "HTTNV",
        }, await RulesAsync("132-2018"));

        Assert.Equal(("Hoàn thành nhiệm vụ được giao.", "Tốt"), (kept.Texts["I.2"], kept.Levels["I.2"]));
        Assert.Equal("Tư tưởng chính trị: Xuất sắc.\nPhẩm chất đạo đức, lối sống: Tốt.", kept.Texts["I.1"]);
        Assert.DoesNotContain("I.1", kept.Levels.Keys);
        Assert.Equal("- Chậm báo cáo. Khắc phục: Lập lịch báo cáo (Bản thân, trước ngày 30/06/2020).", kept.Texts["II"]);
        Assert.Equal(("Ít học tập: đã khắc phục", "HTTNV"), (kept.Remedies, kept.OwnGrade));
    }

    [Theory]
    [InlineData("132-2018"), InlineData("124-2023"), InlineData("366-2025")]
    public async Task Every_part_that_is_asked_for_in_words_has_a_place_on_the_printed_form(string code)
    {
        var rules = await RulesAsync(code);
        var asked = new[] { true, false }.SelectMany(leads => SelfReviewForm.Of(rules, ReviewSubject.Member, leads, new Dictionary<string, string>()).Parts).Where(p => p.Kind != FormPartKind.Grades).Select(p => p.Code).Distinct()
            .Except(rules.Scale.Groups.Where(g => g.LeadersOnly).Select(g => g.Code)); // told with the part before it
        Assert.Empty(asked.Except(SelfReviewSheet.Of(rules).Parts.Where(p => p.Lines > 0).Select(p => p.Code)));
    }

    private Task<RuleSetFacts> RulesAsync(string code) => model.Org.Database.ReadAsync(async db => (await db.Set<RuleSet>().SingleAsync(r => r.Code == code)).Facts);
}
