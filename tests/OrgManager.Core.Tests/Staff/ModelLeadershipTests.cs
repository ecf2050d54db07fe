using OrgManager.Organisation;

namespace OrgManager.Tests.Staff;

/// <summary>Heads and deputies of the model organisation, and the half year with one deputy too many.</summary>
public class ModelLeadershipTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    [Theory]
    [InlineData("SCT", "Trịnh Hữu Thuyên", "Vi Thị Hoài Thục, Ma Khánh Toại, Lường Quốc Thản")]
    [InlineData("VP", "Nông Thị Kim Thoa", "Bùi Đắc Luận, Đồng Thị Vân Khuê")]
    [InlineData("TTR", "Dương Trọng Nhượng", "Hứa Thị Lệ Quyên")]
    [InlineData("KHTCTH", "Tô Thị Minh Ngát", "Ngọ Văn Sính")]
    [InlineData("QLCN", "Lục Đình Vạn", "Phùng Thị Thu Giản")]
    [InlineData("QLNL", "Chu Bá Thiềng", "Âu Thị Hương Lý")]
    [InlineData("KTATMT", "Quách Mạnh Tuynh", "Tạ Thị Diệu Xuyến")]
    [InlineData("QLTM", "Đàm Thị Ngọc Nhàn", "La Xuân Hoạch")]
    [InlineData("XNK", "Khổng Văn Trấn", "Mạc Thị Hồng Sen")]
    [InlineData("KC", "Lã Tiến Khoan", "Viên Thị Tố Uyển")]
    [InlineData("XT", "Thân Thị Bảo Trinh", "Giáp Văn Lưỡng")]
    public async Task In_October_2019_every_unit_is_led_by_those_the_model_names(string unit, string head, string deputies) =>
        Assert.Equal((head, deputies), await LeadersAsync("2019-10-21", unit));

    [Theory]
    [InlineData("2020-07-01", "TM", "Đàm Thị Ngọc Nhàn", "La Xuân Hoạch, Mạc Thị Hồng Sen")]
    [InlineData("2021-01-01", "NLATMT", "Chu Bá Thiềng", "Âu Thị Hương Lý, Tạ Thị Diệu Xuyến, Quách Mạnh Tuynh")]
    [InlineData("2021-06-30", "NLATMT", "Chu Bá Thiềng", "Âu Thị Hương Lý, Tạ Thị Diệu Xuyến, Quách Mạnh Tuynh")]
    [InlineData("2021-07-01", "NLATMT", "Chu Bá Thiềng", "Âu Thị Hương Lý, Quách Mạnh Tuynh")]
    [InlineData("2021-06-30", "KHTCTH", "Tô Thị Minh Ngát", "Ngọ Văn Sính")]
    [InlineData("2021-07-01", "KHTCTH", "Tô Thị Minh Ngát", "Tạ Thị Diệu Xuyến")]
    public async Task After_the_mergers_they_lead_as_the_decisions_say(string on, string unit, string head, string deputies) =>
        Assert.Equal((head, deputies), await LeadersAsync(on, unit));

    [Fact]
    public async Task More_than_two_deputies_in_one_division_there_are_only_in_the_first_half_of_2021()
    {
        var first = (await model.Org.SnapshotAsync(new(2015, 1, 1))).Timeline;
        foreach (var day in first.Employments.SelectMany(e => OrgTimeline.Turns(e.Primary.History)).Distinct())
        {
            var crowded = (await model.Org.SnapshotAsync(day)).Units.Where(u => u.Code != "SCT" && u.Deputies.Count() > 2).Select(u => u.Code);
            Assert.Equal((day, day.Year == 2021 && day.Month < 7 ? "NLATMT" : ""), (day, string.Join(' ', crowded)));
        }
    }

    [Theory]
    [InlineData("Ngọ Văn Sính", 1961, 3), InlineData("Khổng Văn Trấn", 1960, 6), InlineData("Đỗ Thị Kim Tường", 1964, 12)]
    public async Task Those_who_retire_were_born_when_the_model_says(string name, int year, int month)
    {
        var born = (await model.Org.SnapshotAsync(new(2019, 10, 21))).Posts.Single(p => p.Person.FullName == name).Person.Born;
        Assert.Equal((year, month), (born.Year, born.Month));
    }

    private async Task<(string Head, string Deputies)> LeadersAsync(string on, string unit)
    {
        var found = (await model.Org.SnapshotAsync(TestDay.Of(on))).Unit(unit)!;
        return (found.Head!.Person.FullName, string.Join(", ", found.Deputies.Select(d => d.Person.FullName)));
    }
}
