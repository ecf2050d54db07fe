using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Reports;

namespace OrgManager.Tests.Party;

/// <summary>Members, committees and offices of the model's party side.</summary>
public class ModelCellTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    private static readonly DateOnly October = new(2019, 10, 21);

    [Theory]
    [InlineData("2019-10-21", "CB-VP:11+0 CB-TTR:6+0 CB-KHTCTH:9+0 CB-CN:7+0 CB-NL:5+0 CB-KTATMT:4+1 CB-TM:11+0 CB-KC:12+0 CB-XT:10+1", 9, 77, 75, 2)]
    [InlineData("2020-01-01", "CB-VP:11+0 CB-TTR:6+0 CB-KHTCTH:8+0 CB-CN:7+0 CB-NL:5+0 CB-KTATMT:4+1 CB-TM:11+0 CB-KC:12+0 CB-XT:10+1", 9, 76, 74, 2)]
    [InlineData("2020-07-01", "CB-VP:11+0 CB-TTR:6+0 CB-KHTCTH:8+0 CB-CN:7+0 CB-NL:5+0 CB-KTATMT:5+0 CB-TM:10+0 CB-KC:12+0 CB-XT:10+1", 9, 75, 74, 1)]
    [InlineData("2021-01-01", "CB-VP:11+0 CB-TTR:6+0 CB-KHTCTH:8+0 CB-CN:7+0 CB-NLATMT:10+0 CB-TM:10+0 CB-KC:12+0 CB-XT:11+0", 8, 75, 75, 0)]
    [InlineData("2021-07-01", "CB-VP:11+0 CB-TTR:6+0 CB-KHTCTH:8+0 CB-CN:7+0 CB-NLATMT:9+0 CB-TM:10+0 CB-KC:12+0 CB-XT:11+0", 8, 74, 74, 0)]
    public async Task Every_cell_has_the_members_the_model_gives_it(string on, string cells, int count, int members, int official, int probationary)
    {
        var report = await model.Org.Get<ReportService>().PartyAsync(TestDay.Of(on));

        Assert.Equal(cells, string.Join(' ', report.ByCell.Select(c => $"{c.Code}:{c.Official}+{c.Probationary}")));
        Assert.Equal((count, members, official, probationary), (report.Cells, report.Members, report.Official, report.Probationary));
        Assert.All(report.ByCell, c => Assert.Equal(c.Official + c.Probationary, c.Members));
    }

    [Theory]
    [InlineData("CB-VP", "Nông Thị Kim Thoa", "Văn phòng, Trịnh Hữu Thuyên")]
    [InlineData("CB-TTR", "Dương Trọng Nhượng", "Thanh tra")]
    [InlineData("CB-KHTCTH", "Tô Thị Minh Ngát", "Phòng Kế hoạch - Tài chính - Tổng hợp, Vi Thị Hoài Thục")]
    [InlineData("CB-CN", "Lục Đình Vạn", "Phòng Quản lý công nghiệp, Ma Khánh Toại")]
    [InlineData("CB-NL", "Chu Bá Thiềng", "Phòng Quản lý năng lượng")]
    [InlineData("CB-KTATMT", "Quách Mạnh Tuynh", "Phòng Kỹ thuật an toàn - Môi trường")]
    [InlineData("CB-TM", "Đàm Thị Ngọc Nhàn", "Phòng Quản lý thương mại nội địa, Phòng Xuất nhập khẩu - Hội nhập quốc tế, Lường Quốc Thản")]
    [InlineData("CB-KC", "Lã Tiến Khoan", "Trung tâm Khuyến công và Tư vấn phát triển công nghiệp")]
    [InlineData("CB-XT", "Thân Thị Bảo Trinh", "Trung tâm Xúc tiến thương mại")]
    public async Task Every_cell_has_its_units_head_as_secretary_and_serves_its_unit_and_leader(string code, string secretary, string covers)
    {
        var cell = (await CellsAsync(October)).Single(c => c.Code == code);
        Assert.Equal((secretary, covers), (cell.Secretary, string.Join(", ", cell.Covers)));
    }

    [Theory]
    [InlineData("2019-10-21", "CB-VP CB-KHTCTH CB-TM CB-KC CB-XT")]
    [InlineData("2020-01-01", "CB-VP CB-TM CB-KC CB-XT")]
    [InlineData("2021-01-01", "CB-VP CB-NLATMT CB-TM CB-KC CB-XT")]
    public async Task A_committee_of_its_own_has_only_a_cell_of_nine_official_members_or_more(string on, string cells)
    {
        var snapshot = await model.Org.SnapshotAsync(TestDay.Of(on));
        var withCommittee = snapshot.Tree(Branch.Party).Where(u => u.Kind.Cell && u.Offices.Any(o => o.Facts.Post == PartyPost.CommitteeMember)).ToList();

        Assert.Equal(cells, string.Join(' ', withCommittee.Select(c => c.Code)));
        Assert.Equal(withCommittee, snapshot.Tree(Branch.Party).Where(u => u.Kind.Cell && u.Official >= 9));
        Assert.All(await CellsAsync(TestDay.Of(on)), c => Assert.Empty(c.Findings));
    }

    [Fact]
    public async Task The_party_committee_has_nine_its_standing_committee_three_and_its_inspection_three()
    {
        var offices = (await model.Org.SnapshotAsync(October)).Unit("DB-SCT")!.Offices;
        string Holders(params PartyPost[] posts) => string.Join(", ", offices.Where(o => posts.Contains(o.Facts.Post)).OrderBy(o => o.Facts.Post).Select(o => o.Person.FullName));

        Assert.Equal(9, offices.Count(o => o.Facts.Post is PartyPost.Secretary or PartyPost.DeputySecretary or PartyPost.StandingMember or PartyPost.CommitteeMember));
        Assert.Equal("Trịnh Hữu Thuyên, Vi Thị Hoài Thục, Ma Khánh Toại", Holders(PartyPost.Secretary, PartyPost.DeputySecretary, PartyPost.StandingMember));
        Assert.Equal(3, offices.Count(o => o.Facts.Post is PartyPost.InspectionHead or PartyPost.InspectionMember));
        Assert.Equal("Dương Trọng Nhượng", Holders(PartyPost.InspectionHead));
    }

    [Fact]
    public async Task Two_members_are_exempt_in_October_2019_one_in_the_office_and_one_in_the_promotion_centre() =>
        Assert.Equal("CB-VP:1 CB-KC:1", string.Join(' ', (await CellsAsync(October)).Where(c => c.Exempt > 0).Select(c => $"{c.Code}:{c.Exempt}")));

    [Theory]
    [InlineData("CB-KTATMT", "2020-03-26"), InlineData("CB-XT", "2020-08-19")]
    public async Task The_probationers_become_official_on_their_days(string cell, string on)
    {
        Assert.Equal(1, (await model.Org.SnapshotAsync(TestDay.Of(on).AddDays(-1))).Unit(cell)!.Probationary);
        Assert.Equal(0, (await model.Org.SnapshotAsync(TestDay.Of(on))).Unit(cell)!.Probationary);
    }

    [Fact]
    public async Task The_merged_cell_has_a_committee_appointed_on_the_day_it_is_founded()
    {
        var offices = (await model.Org.SnapshotAsync(new(2021, 1, 1))).Unit("CB-NLATMT")!.Offices.OrderBy(o => o.Facts.Post);
        Assert.Equal(
            [(PartyPost.Secretary, "Chu Bá Thiềng"), (PartyPost.DeputySecretary, "Quách Mạnh Tuynh"), (PartyPost.CommitteeMember, "Âu Thị Hương Lý")],
            offices.Select(o => (o.Facts.Post, o.Person.FullName)));
        Assert.All(offices, o => Assert.Equal((OfficeBasis.Appointed, new DateOnly(2021, 1, 1)), (o.Facts.Basis, o.Span.From)));
    }

    [Fact]
    public async Task The_tree_gives_the_committee_the_members_of_all_its_cells()
    {
        var tree = await model.Org.Get<OrganisationService>().TreeAsync(October);
        Assert.Equal(new UnitMembers(75, 2), tree.Party.Single(r => r.Code == "DB-SCT").Members);
        Assert.Equal(new UnitMembers(4, 1), tree.Party.Single(r => r.Code == "CB-KTATMT").Members);
    }

    private async Task<IReadOnlyList<CellRow>> CellsAsync(DateOnly on) => (await model.Org.Get<CellService>().ListAsync(on)).Cells;
}
