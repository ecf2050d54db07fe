using OrgManager.Access;
using OrgManager.Organisation;

namespace OrgManager.Tests.Organisation;

/// <summary>All functions of a day: found, counted by field, and what is wrong with who leads them.</summary>
public class FunctionRegisterTests : IAsyncLifetime
{
    private static readonly DateOnly Then = new(2019, 10, 21);
    private TestOrg _org = null!;

    private FunctionRegister Register => _org.Get<FunctionRegister>();
    private UnitFunctionService Functions => _org.Get<UnitFunctionService>();

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task The_register_lists_the_functions_of_a_day_by_field_and_name()
    {
        var list = await Register.ListAsync(new(), Then, new(Take: 5));

        Assert.Equal((13, 13, 5), (list.All, list.Total, list.Rows.Count));
        Assert.Equal([("Công nghiệp", 2), ("Kế hoạch, tài chính", 1), ("Kỹ thuật an toàn, môi trường", 1), ("Năng lượng", 2), ("Thanh tra", 1), ("Thương mại", 4), ("Tổ chức, hành chính", 2)], list.Fields);
        Assert.Equal(["Công nghiệp", "Công nghiệp", "Kế hoạch, tài chính", "Kỹ thuật an toàn, môi trường", "Năng lượng"], list.Rows.Select(row => row.Field));
        Assert.Contains("SCT", list.Leads.Select(unit => unit.Code));
        Assert.Empty(list.Findings);
    }

    [Theory]
    [InlineData("thuong mai", null, null, null, 4)]
    [InlineData(null, "Năng lượng", null, null, 2)]
    [InlineData(null, "Thương mại", "XT", null, 1)]
    [InlineData(null, null, "SCT", null, 13)]
    [InlineData(null, null, null, "KC", 2)]
    [InlineData("cho sieu thi", "Năng lượng", null, null, 0)]
    public async Task It_is_narrowed_by_words_field_lead_and_unit(string? text, string? field, string? lead, string? with, int found) =>
        Assert.Equal(found, (await Register.ListAsync(new(text, field, lead, with), Then, new())).Total);

    [Fact]
    public async Task A_task_that_two_units_lead_is_found_at_both_and_one_without_a_lead_at_its_unit()
    {
        var (vp, ttr, day) = (await _org.UnitIdAsync("VP"), await _org.UnitIdAsync("TTR"), new DateOnly(2025, 1, 1));
        await Functions.BeginAsync(new("Cải cách hành chính", vp), day);
        await Functions.BeginAsync(new("cải cách  Hành chính", ttr), day);
        var temporary = await _org.Units.FoundAsync(new("TAM", Branch.Government, new("Phòng Tạm", "Division", await _org.UnitIdAsync("SCT"))), day);
        await Functions.BeginAsync(new("Việc tạm", temporary), day);
        await _org.Units.EndAsync((await _org.Units.GetAsync(temporary)).Seen, new(2025, 7, 1));

        var many = await Register.ListAsync(new(Finding: FunctionFinding.ManyLeads), _org.Today, new());
        Assert.Equal([("TTR", "VP"), ("VP", "TTR")], many.Rows.Select(row => (row.Lead.Code, row.AlsoLed.Single().Code)).Order());
        Assert.Equal(["TAM"], (await Register.ListAsync(new(Finding: FunctionFinding.NoLead), _org.Today, new())).Rows.Select(row => row.Lead.Code));
        Assert.Equal([(FunctionFinding.NoLead, 1), (FunctionFinding.ManyLeads, 2)], many.Findings.Select(f => (f.Key, f.Value)).Order());
    }

    [Fact]
    public async Task A_person_leads_in_the_unit_where_they_work_and_when_they_go_the_function_lacks_its_lead()
    {
        var (qlcn, vp, day) = (await _org.UnitIdAsync("QLCN"), await _org.UnitIdAsync("VP"), new DateOnly(2025, 1, 1));
        var person = (await _org.SnapshotAsync(day)).Unit(qlcn)!.Posts[^1].Person;

        await Refusal.IsAsync("UnitFunction.PersonElsewhere", () => Functions.BeginAsync(new("Cụm công nghiệp mới", vp) { PersonId = person.Id }, day));
        var id = await Functions.BeginAsync(new("Cụm công nghiệp mới", qlcn) { PersonId = person.Id }, day);
        Assert.Equal((person.FullName, false), await LeadAsync(day));

        await Refusal.IsAsync("UnitFunction.PersonElsewhere", async () => await Functions.ChangeAsync((await Functions.GetAsync(id)).Seen, day.AddDays(1), new() { PersonId = (await _org.SnapshotAsync(day)).Unit(vp)!.Posts[^1].Person.Id }));
        var staff = _org.Get<OrgManager.Staff.StaffService>();
        await staff.ChangeAsync([((await staff.EmploymentOnAsync(person.Id, day)).Seen, new() { UnitId = vp })], new(2025, 6, 1));
        Assert.Equal((person.FullName, true), await LeadAsync(new(2025, 6, 1)));

        async Task<(string?, bool)> LeadAsync(DateOnly on) => (await Register.ListAsync(new("cum cong nghiep moi"), on, new())).Rows.Single() is var row ? (row.Person?.FullName, row.LacksLead) : default;
    }

    [Fact]
    public async Task The_matrix_says_who_leads_and_who_shares_each_field_in_the_order_of_the_tree()
    {
        var matrix = await Register.MatrixAsync(Then);

        var (trade, energy) = (Field("Thương mại"), Field("Năng lượng"));
        Assert.Equal(["VP", "TTR", "KHTCTH", "QLCN", "QLNL", "KTATMT", "QLTM", "XNK", "KC", "XT"], matrix.Units.Select(unit => unit.Unit.Code));
        Assert.Equal((4, 3), (matrix.Fields[trade].Functions, matrix.Fields[trade].Leads));
        Assert.Equal([("QLTM", 2, 2), ("XNK", 1, 0), ("XT", 1, 2), ("TTR", 0, 1)], matrix.Units.Where(u => u.Cells[trade] != (0, 0)).Select(u => (u.Unit.Code, u.Cells[trade].Leads, u.Cells[trade].Coordinates)).OrderByDescending(c => c.Leads).ThenBy(c => c.Code, StringComparer.Ordinal));
        Assert.Equal([("QLNL", 2, 0), ("KTATMT", 0, 1), ("KC", 0, 1)], matrix.Units.Where(u => u.Cells[energy] != (0, 0)).Select(u => (u.Unit.Code, u.Cells[energy].Leads, u.Cells[energy].Coordinates)));

        int Field(string name) => matrix.Fields.Select((field, at) => (field, at)).Single(f => f.field.Name == name).at;
    }

    [Fact]
    public async Task Each_reader_is_told_what_they_may_change()
    {
        await _org.SignInAsync("hr");
        Assert.All((await Register.ListAsync(new(), _org.Today, new())).Rows, row => Assert.True(row.MayChange));
        await _org.SignInAsync("self");
        var list = await Register.ListAsync(new(), _org.Today, new());
        Assert.False(list.MayAdd);
        Assert.All(list.Rows, row => Assert.False(row.MayChange || row.MayCorrect));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Register.ExportAsync(new(), _org.Today));
    }
}
