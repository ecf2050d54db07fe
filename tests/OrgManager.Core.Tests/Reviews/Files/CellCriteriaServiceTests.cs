using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Reviews;

namespace OrgManager.Tests.Reviews.Files;

/// <summary>What a cell means by a criterion.</summary>
public class CellCriteriaServiceTests : IAsyncLifetime
{
    private TestOrg _org = null!;

    private CellCriteriaService Criteria => _org.Get<CellCriteriaService>();

    public async Task InitializeAsync()
    {
        _org = await TestOrg.StartModelAsync();
        await FullFiles.OpenAsync(_org);
        await _org.SignInAsync("partyclerk");
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task It_is_shown_on_the_form_for_all_and_for_one_and_is_carried_into_the_next_year()
    {
        await Criteria.SetAsync(FullFiles.Year, "CB-CN", null, 0, Words("M1.1", "Dự đủ các buổi học nghị quyết"));
        await Criteria.SetAsync(FullFiles.Year, "CB-CN", "CB035", 0, Words("M2.1", "Hoàn thành đề án cụm công nghiệp"));
        await FullFiles.OpenAsync(_org, FullFiles.Year + 1);

        Assert.Equal(("Dự đủ các buổi học nghị quyết", "Hoàn thành đề án cụm công nghiệp"), (await MeaningAsync("CB035", "M1.1"), await MeaningAsync("CB035", "M2.1")));
        Assert.Equal(("Dự đủ các buổi học nghị quyết", null), (await MeaningAsync("CB034", "M1.1"), await MeaningAsync("CB034", "M2.1")));
        var next = await Criteria.GetAsync(FullFiles.Year + 1, "CB-CN");
        Assert.Equal((FullFiles.Year, 0), (next.From, next.Version));
        await Criteria.SetAsync(FullFiles.Year + 1, "CB-CN", null, 0, Words("M1.1", "Khác"));
        Assert.Equal("Dự đủ các buổi học nghị quyết", await MeaningAsync("CB034", "M1.1"));
    }

    [Fact]
    public async Task Unknown_criteria_and_words_too_long_are_refused_and_two_do_not_overwrite_each_other()
    {
        await Refusal.IsAsync("CellCriteria.Unknown", () => Criteria.SetAsync(FullFiles.Year, "CB-CN", null, 0, Words("Z.1", "…")));
        await Refusal.IsAsync("CellCriteria.TooLong", () => Criteria.SetAsync(FullFiles.Year, "CB-CN", null, 0, Words("M1.1", new('x', 501))));
        await Criteria.SetAsync(FullFiles.Year, "CB-CN", null, 0, Words("M1.1", "Một"));
        await Assert.ThrowsAsync<ConflictException>(() => Criteria.SetAsync(FullFiles.Year, "CB-CN", null, 0, Words("M1.1", "Hai")));
    }

    [Fact]
    public async Task A_cell_secretary_words_them_for_the_own_cell_alone()
    {
        await _org.SignInAsync("cell1");
        await Criteria.SetAsync(FullFiles.Year, "CB-VP", null, 0, Words("M1.1", "Một"));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Criteria.SetAsync(FullFiles.Year, "CB-CN", null, 0, Words("M1.1", "Một")));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Criteria.GetAsync(FullFiles.Year, "CB-CN"));
    }

    private async Task<string?> MeaningAsync(string person, string code) => (await FullFiles.FileAsync(_org, person)).Form.Criteria().Single(c => c.Code == code).Meaning;

    private static Dictionary<string, string> Words(string code, string text) => new() { [code] = text };
}
