using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Playwright;

namespace OrgManager.Web.Tests.Browser;

/// <summary>The papers of a year as somebody fetches them from the page: each opens, and bears its title, the committee's name and what the year came to.</summary>
internal sealed class PapersPrinted(IPage page, string committee)
{
    /// <summary>A folder where they are kept, to be looked at.</summary>
    private static readonly string? Kept = Environment.GetEnvironmentVariable("ORGMANAGER_PAPERS");

    private static readonly Dictionary<string, string> Titles = new()
    {
        ["self-review"] = "BẢN KIỂM ĐIỂM CÁ NHÂN",
        ["minutes"] = "BIÊN BẢN|họp chi bộ kiểm điểm, đánh giá, xếp loại chất lượng năm 2019",
        ["tally"] = "BIÊN BẢN|kiểm phiếu đề nghị xếp loại chất lượng đảng viên năm 2019",
        ["proposed"] = "DANH SÁCH|đề nghị xếp loại chất lượng đảng viên năm 2019",
        ["not-graded"] = "DANH SÁCH|đảng viên chưa kiểm điểm, chưa xếp loại chất lượng năm 2019",
        ["second-ballot"] = "PHIẾU BÌNH CHỌN|đảng viên hoàn thành xuất sắc nhiệm vụ năm 2019",
        ["decision"] = "QUYẾT ĐỊNH|công nhận kết quả đánh giá, xếp loại chất lượng đảng viên, chi bộ năm 2019",
        ["notice"] = "THÔNG BÁO|kết quả đánh giá, xếp loại chất lượng đảng viên năm 2019",
        ["summary"] = "BÁO CÁO|tổng hợp kết quả đánh giá, xếp loại chất lượng chi bộ, đảng viên năm 2019",
    };

    /// <summary>What the year came to, and what one member wrote in it.</summary>
    private static readonly Dictionary<string, string> Facts = new()
    {
        ["self-review"] = "Còn chậm báo cáo, do chưa lập lịch",
        ["minutes"] = "Số 12-BB/CB-CN",
        ["tally"] = "3. Số phiếu phát ra: 7; thu về: 7; không hợp lệ: 0.",
        ["proposed"] = ReviewPages.Member,
        ["not-graded"] = "không có đảng viên chưa kiểm điểm, chưa xếp loại|Danh sách gồm 3 đảng viên",
        ["second-ballot"] = "không quá 12 đồng chí",
        ["decision"] = "Hoàn thành xuất sắc nhiệm vụ: 12; Hoàn thành tốt nhiệm vụ: 60; Hoàn thành nhiệm vụ: 2; Không hoàn thành nhiệm vụ: 0",
        ["notice"] = "2. Mức xếp loại chất lượng năm 2019: Hoàn thành xuất sắc nhiệm vụ.",
        ["summary"] = "Hoàn thành xuất sắc nhiệm vụ: 12 đảng viên, đạt 16,22 %",
    };

    /// <summary>Every kind there is: of the committee, of one cell, and of its members.</summary>
    public async Task AllOfAsync(int year, string committeeCode, string cellCode)
    {
        await page.GotoAsync($"/reviews/{year}/papers");
        await Assertions.Expect(page.Locator($"a[href*='/papers/cell/{cellCode}/']").First).ToBeVisibleAsync();
        var found = await PrintAsync($"/papers/committee/{committeeCode}/");
        found.UnionWith(await PrintAsync($"/papers/cell/{cellCode}/"));
        Assert.Equal(Titles.Keys.Order(), found.Order());
    }

    /// <summary>What a member may have of the own year.</summary>
    public async Task OwnAsync(int year)
    {
        await page.GotoAsync($"/reviews/{year}/papers");
        await Assertions.Expect(page.Locator("a[href*='/papers/member/']").First).ToBeVisibleAsync();
        Assert.Equal(["notice", "self-review"], (await PrintAsync("/papers/member/")).Order());
    }

    private async Task<HashSet<string>> PrintAsync(string where)
    {
        var kinds = new HashSet<string>();
        foreach (var link in await page.Locator($"a[download][href*='{where}'][href$='.docx']").AllAsync())
        {
            var address = (await link.GetAttributeAsync("href"))!;
            var kind = Path.GetFileNameWithoutExtension(address);
            Assert.True(kinds.Add(kind), address);
            var answer = await page.APIRequest.GetAsync(address);
            Assert.True(answer.Ok, $"{answer.Status}: {address}");
            AssertIs(kind, await answer.BodyAsync());
        }
        return kinds;
    }

    private void AssertIs(string kind, byte[] file)
    {
        if (Kept is not null) File.WriteAllBytes(Path.Combine(Kept, $"{kind}-{file.Length}.docx"), file);
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        var lines = document.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(p => p.InnerText.Replace('\u00A0', ' ')).ToList();
        foreach (var title in Titles[kind].Split('|')) Assert.Contains(title, lines);
        Assert.Contains(lines, line => line.Contains(committee, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(lines, line => Facts[kind].Split('|').Any(fact => line.Contains(fact, StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(lines, line => line.Contains("{{", StringComparison.Ordinal));
    }
}
