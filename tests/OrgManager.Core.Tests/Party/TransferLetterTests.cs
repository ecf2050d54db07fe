using OrgManager.Party;

namespace OrgManager.Tests.Party;

/// <summary>Papers that go with a member: within the committee a note of the cell, out of it a letter of the committee; and the list of fees.</summary>
public class TransferLetterTests : IAsyncLifetime
{
    private const string Person = "CB013", From = "CB-VP";
    private static readonly DateOnly Issued = new(2026, 1, 5);
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task Between_two_cells_the_cell_writes_a_note()
    {
        var text = await LetterAsync(new(TransferKind.Official, await _org.UnitIdAsync(From), null, await _org.UnitIdAsync("CB-KC"), null), "03-PC/CB", "letter-inside");

        Assert.Contains("ĐẢNG BỘ SỞ CÔNG THƯƠNG TỈNH MẪUCHI BỘ VĂN PHÒNG*ĐẢNG CỘNG SẢN VIỆT NAM", text, StringComparison.Ordinal);
        Assert.Contains("Số 03-PC/CB", text, StringComparison.Ordinal);
        Assert.Contains("PHIẾU CHUYỂN SINH HOẠT ĐẢNG(chính thức)", text, StringComparison.Ordinal);
        Assert.Contains("T/M CHI BỘBÍ THƯ", text, StringComparison.Ordinal);
        Assert.Contains("NƠI GIỚI THIỆU(Ký, ghi rõ họ tên)NƠI TIẾP NHẬN(Ký, ghi rõ họ tên)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Out_of_the_organisation_the_committee_introduces()
    {
        var text = await LetterAsync(new(TransferKind.Temporary, await _org.UnitIdAsync(From), null, null, "Đảng bộ Văn phòng UBND tỉnh") { Until = new(2026, 7, 1) }, "04-GGT/ĐU", "letter-outside");

        Assert.Contains("ĐẢNG ỦY SỞ CÔNG THƯƠNG TỈNH MẪU*ĐẢNG CỘNG SẢN VIỆT NAM", text, StringComparison.Ordinal);
        Assert.Contains("GIẤY GIỚI THIỆU SINH HOẠT ĐẢNG(tạm thời)", text, StringComparison.Ordinal);
        Assert.Contains("ngày 05 tháng 01 năm 2026", text, StringComparison.Ordinal);
        Assert.Contains("đến hết ngày 30/06/2026", text, StringComparison.Ordinal);
        Assert.Contains("T/M ĐẢNG ỦYBÍ THƯ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_fees_has_a_column_to_sign_in()
    {
        var text = PaperText.Of(await _org.Get<FeeService>().DocumentAsync(From, new(2026, 1, 1)), "fees");
        Assert.Contains("DANH SÁCH ĐÓNG ĐẢNG PHÍ", text, StringComparison.Ordinal);
        Assert.Contains("Ký", text, StringComparison.Ordinal);
    }

    private async Task<string> LetterAsync(TransferFacts facts, string number, string name)
    {
        var transfers = _org.Get<TransferService>();
        var id = await transfers.DraftAsync(await _org.PersonIdAsync(Person), facts);
        await transfers.IssueAsync((await _org.Get<TransferRegister>().ListAsync(new())).Rows.Single().Seen, number, Issued);
        return PaperText.Of(await _org.Get<TransferPapers>().LetterAsync(id), name);
    }
}
