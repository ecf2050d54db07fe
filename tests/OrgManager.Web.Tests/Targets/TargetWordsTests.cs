using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrgManager.Targets;
using OrgManager.Tests;
using OrgManager.Web.Common;
using OrgManager.Web.Targets;

namespace OrgManager.Web.Tests.Targets;

/// <summary>What the pages say of the model's targets.</summary>
public class TargetWordsTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    private const string Vi = Language.Vietnamese, En = Language.English;

    [Theory]
    [InlineData(Vi, "A", "2019-10-21", "0,0\u00A0%", "8 → 8 phòng", "Còn phải giảm 2 phòng")]
    [InlineData(Vi, "A", "2020-12-31", "−12,5\u00A0%", "8 → 7 phòng", "Còn phải giảm 1 phòng")]
    [InlineData(Vi, "A", "2021-12-31", "−25,0\u00A0%", "8 → 6 phòng", "Đã đạt đích")]
    [InlineData(Vi, "B", "2019-10-21", "−6,3\u00A0%", "80 → 75 biên chế", "Còn phải giảm 3 biên chế")]
    [InlineData(Vi, "B", "2021-12-31", "−10,0\u00A0%", "80 → 72 biên chế", "Đã đạt đích")]
    [InlineData(Vi, "C", "2019-10-21", "–", "Chưa đến kỳ", "Bắt đầu tính từ 30/10/2019")]
    [InlineData(Vi, "C", "2020-12-31", "0,0\u00A0%", "0 trong 2 đơn vị", "Cần thêm 1 đơn vị")]
    [InlineData(Vi, "C", "2024-06-30", "50,0\u00A0%", "1 trong 2 đơn vị", "Đã đạt đích")]
    [InlineData(Vi, "D", "2024-06-30", "−38,9\u00A0%", "18 → 11 biên chế", "Còn phải giảm 2 biên chế")]
    [InlineData(En, "A", "2020-12-31", "−12.5%", "8 → 7 divisions", "1 division")]
    [InlineData(En, "B", "2019-10-21", "−6.3%", "80 → 75 posts", "3 posts")]
    public async Task Percents_and_whole_things_and_what_is_still_to_do(string language, string code, string on, string achieved, string note, string need)
    {
        TestBrowser.Speak(language);
        var words = await WordsAsync(code, on);

        Assert.Equal((achieved, note), (words.Achieved, words.AchievedNote));
        Assert.Contains(need, words.Need, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_share_carries_no_minus_and_a_reduction_does_everywhere()
    {
        TestBrowser.Speak(Vi);
        var (share, reduction) = (await WordsAsync("C", "2024-06-30"), await WordsAsync("B", "2019-10-21"));

        Assert.Equal(("Đích 50\u00A0%", "Đích −10\u00A0%"), (share.Goal, reduction.Goal));
        Assert.Contains("−5,0\u00A0%", reduction.Required, StringComparison.Ordinal);
        Assert.DoesNotContain('−', share.Required);
    }

    [Fact]
    public async Task The_wording_begins_with_a_capital_and_follows_the_language()
    {
        var words = await WordsAsync("A", "2019-10-21");

        TestBrowser.Speak(Vi);
        Assert.StartsWith("Đến năm 2021 giảm 25\u00A0% số lượng", words.Wording, StringComparison.Ordinal);
        TestBrowser.Speak(En);
        Assert.StartsWith("By 2021 cut", words.Wording, StringComparison.Ordinal);
        Assert.Equal("Divisions", words.ShortName);
    }

    [Fact]
    public async Task How_it_is_counted_names_the_categories()
    {
        TestBrowser.Speak(Vi);

        Assert.EndsWith("công chức, viên chức hưởng lương từ ngân sách nhà nước", (await WordsAsync("B", "2019-10-21")).HowCounted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_due_day_it_says_that_it_was_due()
    {
        TestBrowser.Speak(Vi);
        var target = await ProgressAsync("B", "2019-10-21") with { Status = TargetStatus.Overdue };

        Assert.Contains("hạn 31/12/2021 đã qua", Words(target).NeedDetail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BaselineGap.Zero, "số nền bằng 0")]
    [InlineData(BaselineGap.NotAttributable, "chưa xác định được số nền")]
    public async Task Without_a_baseline_it_says_why(BaselineGap gap, string said)
    {
        TestBrowser.Speak(Vi);
        var target = await ProgressAsync("B", "2019-10-21") with { Gap = gap, BaselineValue = null, ProgressPercent = null, Missing = null, Status = TargetStatus.Behind };

        Assert.Equal(("–", said), (Words(target).Achieved, Words(target).AchievedNote));
        Assert.Equal("Chưa tính được số còn thiếu", Words(target).Need);
    }

    private async Task<TargetWords> WordsAsync(string code, string on) => Words(await ProgressAsync(code, on));

    private async Task<TargetProgress> ProgressAsync(string code, string on)
    {
        var all = await model.Org.Get<TargetService>().ProgressAsync(DateOnly.ParseExact(on, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        return all.Single(target => target.Code == code);
    }

    private static TargetWords Words(TargetProgress target) =>
        new(new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<Texts>>(), target);
}
