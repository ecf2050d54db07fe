using OrgManager.Establishment;
using OrgManager.Import;
using OrgManager.Staff;

namespace OrgManager.Tests.Import;

/// <summary>What a list would do, told row by row before anything is saved. The people are those of the model organisation on 15 January 2026.</summary>
public class ImportCheckTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    private static readonly DateOnly On = new(2026, 2, 1);

    [Fact]
    public async Task Somebody_known_by_number_changes_in_the_fields_that_say_something_else_and_in_no_other()
    {
        var row = Assert.Single((await CheckAsync(Lists.Row("CB008", "Đèo Văn Bách", unit: "TTR", category: "CC"))).Rows);

        Assert.Equal((ImportState.Changed, "CB008"), (row.State, row.Code));
        Assert.Equal(ImportField.Unit, Assert.Single(row.Changes).Field);
        Assert.Equal(ImportState.Same, Assert.Single((await CheckAsync(Lists.Row("CB008", "ĐÈO VĂN BÁCH".ToLowerInvariant(), "1985", "nam", category: "Công chức"))).Rows).State);
    }

    [Fact]
    public async Task Somebody_new_is_told_with_every_field_and_needs_them_all()
    {
        var check = await CheckAsync(Lists.Newcomer(), Lists.Row("MOI2", "Trần Thị Thiếu", unit: "VP"));

        Assert.Equal((ImportState.New, ImportState.Error), (check.Rows[0].State, check.Rows[1].State));
        Assert.Contains(new(ImportField.Category, null, QuotaCategory.CivilServant), check.Rows[0].Changes);
        Assert.Equal([ImportField.Born, ImportField.Sex, ImportField.Category], check.Rows[1].Problems.Select(p => p.Field!.Value));
    }

    [Fact]
    public async Task Without_a_number_name_and_birth_date_say_who_it_is_and_what_they_leave_open_is_asked()
    {
        var check = await CheckAsync(Lists.Row("", "Deo Van Bach", "14/07/1985", unit: "TTR"), Lists.Row("", "Đèo Văn Bách", unit: "TTR"), Lists.Row("XX1", "Đèo Văn Bách", "14/07/1985", "Nam", "VP", "Chuyên viên", "Công chức"));

        Assert.Equal((ImportState.Changed, "CB008"), (check.Rows[0].State, check.Rows[0].Code));
        Assert.Equal(["Import.BornMissing", "Import.SamePerson"], check.Rows.Skip(1).Select(r => Assert.Single(r.Problems).Code));
        Assert.Equal(["CB008"], check.Rows[2].Problems[0].Candidates);
        var answered = await CheckAsync(new ImportOrder(On) { Answers = new Dictionary<int, string> { [check.Rows[2].Number] = "" } }, Lists.Row("XX0", "Ai", unit: "VP"), Lists.Row("XX0", "Ai", unit: "VP"), Lists.Row("XX1", "Đèo Văn Bách", "14/07/1985", "Nam", "VP", "Chuyên viên", "Công chức"));
        Assert.Equal(ImportState.New, answered.Rows[2].State);
    }

    [Fact]
    public async Task What_is_wrong_is_told_by_column_value_and_reason()
    {
        var check = await CheckAsync(
            Lists.Row("CB008", born: "31/02/1980", unit: "TTR"), Lists.Row("CB009", unit: "Phòng Không có"), Lists.Row("CB009", "Ai Khác", "01/01/1970", unit: "VP"),
            Lists.Row("CB035", rank: "01.003", coefficient: "9,99"), Lists.Row("CB035", unit: "VP"), Lists.Row("CB001", unit: "VP"));

        Assert.Equal([(ImportField.Born, "31/02/1980", "Import.DayUnread")], check.Rows[0].Problems.Select(p => (p.Field!.Value, p.Value!, p.Code)));
        Assert.Equal(["Import.UnitUnknown", "Import.CodeOfAnother", "Import.SalaryIncomplete", "Import.Twice", "Import.PostNeeded"], check.Rows.Skip(1).Select(r => r.Problems[0].Code));
    }

    [Theory]
    [InlineData(ImportMode.Both, ImportState.Changed, ImportState.New), InlineData(ImportMode.Add, ImportState.LeftOut, ImportState.New), InlineData(ImportMode.Update, ImportState.Changed, ImportState.LeftOut)]
    public async Task The_mode_says_which_rows_are_carried_out(ImportMode mode, ImportState known, ImportState newcomer)
    {
        var check = await CheckAsync(new ImportOrder(On, Mode: mode), Lists.Row("CB008", unit: "TTR"), Lists.Newcomer());
        Assert.Equal([known, newcomer], check.Rows.Select(r => r.State));
    }

    [Fact]
    public async Task Headings_of_units_place_the_rows_below_and_sums_are_about_nobody()
    {
        string[] header = ["Họ và tên", "Ngày sinh", "Chức vụ"];
        var sheet = Lists.Of(header, [["I. Văn phòng", "", ""], ["Đèo Văn Bách", "14/07/1985", "Chuyên viên"], ["Thanh tra", "", ""], ["Mè Thị Lan Hương", "09/12/1983", "Chuyên viên (tổ chức)"], ["Tổng cộng: 2", "2", ""]]);

        var check = await model.Org.Get<ImportService>().CheckAsync(sheet, new(On));

        Assert.Equal((ImportState.Same, ImportState.Changed), (check.Rows[0].State, check.Rows[1].State));
        Assert.Equal([2, 3], [check.Rows.Count, check.Skipped.Count]);
    }

    [Fact]
    public async Task A_tick_under_male_or_female_says_the_sex_and_a_day_there_the_birth_date()
    {
        string[] header = ["Số hiệu", "Họ và tên", "Nam", "Nữ"];
        var sheet = Lists.Of(header, [["CB008", "Đèo Văn Bách", "x", ""], ["CB009", "", "", "09/12/1983"], ["CB035", "", "x", "x"], ["CB033", "", "31/02/1980", ""]]);

        var check = await model.Org.Get<ImportService>().CheckAsync(sheet, new(On));

        Assert.Equal([ImportState.Same, ImportState.Same], check.Rows.Take(2).Select(r => r.State));
        Assert.Equal(["Import.SexTwice", "Import.DayUnread"], check.Rows.Skip(2).Select(r => Assert.Single(r.Problems).Code));
    }

    [Fact]
    public async Task Whoever_is_missing_of_the_units_in_the_file_is_told()
    {
        var check = await CheckAsync(Lists.Row("CB008", unit: "VP"));

        Assert.Contains(check.Missing, p => p.Code == "CB009");
        Assert.DoesNotContain(check.Missing, p => p.Code is "CB008" or "CB035");
    }

    [Fact]
    public async Task A_title_of_the_units_kind_makes_head_or_deputy()
    {
        var check = await CheckAsync(Lists.Row("CB008", post: "Phó Chánh Văn phòng"), Lists.Row("CB009", post: "Chuyên viên chính"));

        Assert.Equal(ImportState.Changed, check.Rows[0].State);
        Assert.Equal(Headship.Deputy, ((ChangePlan)check.Rows[0].Plan!).Post!.Leads.Headship);
        Assert.Equal("Chuyên viên chính", ((ChangePlan)check.Rows[1].Plan!).Post!.Position);
    }

    private Task<ImportCheck> CheckAsync(params string[][] rows) => CheckAsync(new ImportOrder(On), rows);

    private Task<ImportCheck> CheckAsync(ImportOrder order, params string[][] rows) => model.Org.Get<ImportService>().CheckAsync(Lists.Of(rows), order);
}
