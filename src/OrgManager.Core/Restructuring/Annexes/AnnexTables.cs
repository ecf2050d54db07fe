using OrgManager.Organisation;
using OrgManager.Reports;
using OrgManager.Reports.Documents;
using OrgManager.Staff;

namespace OrgManager.Restructuring.Annexes;

/// <summary>The lists as tables of a paper, and as sheets of a workbook.</summary>
internal static class AnnexTables
{
    private static readonly DocumentColumn[] UnitColumns =
        [new("TT", 5, DocumentAlign.Centre), new("Trước sắp xếp", 22), new("Biên chế", 7, DocumentAlign.Centre), new("Hình thức", 12, DocumentAlign.Centre), new("Sau sắp xếp", 22), new("Biên chế", 7, DocumentAlign.Centre), new("Có mặt", 7, DocumentAlign.Centre)];

    private static readonly DocumentColumn[] PartyColumns =
        [new("TT", 5, DocumentAlign.Centre), new("Trước sắp xếp", 26), new("Đảng viên", 9, DocumentAlign.Centre), new("Hình thức", 12, DocumentAlign.Centre), new("Sau sắp xếp", 26), new("Đảng viên", 9, DocumentAlign.Centre)];

    private static readonly DocumentColumn[] PersonColumns =
        [new("TT", 5, DocumentAlign.Centre), new("Số hiệu", 7, DocumentAlign.Centre), new("Họ và tên", 16), new("Chức vụ, vị trí cũ", 15), new("Đơn vị cũ", 19), new("Chức vụ, vị trí mới", 15), new("Đơn vị mới", 19), new("Ghi chú", 14)];

    private static readonly DocumentColumn[] SurplusColumns =
        [new("TT", 5, DocumentAlign.Centre), new("Đơn vị", 20), new("Nội dung", 20), new("Nhân sự", 20), new("Số lượng", 7, DocumentAlign.Centre), new("Thời hạn", 10, DocumentAlign.Centre), new("Căn cứ", 14)];

    public static DocumentTable Units(IEnumerable<AnnexUnit> rows) => new(UnitColumns,
        [.. rows.Select((row, i) => Row(i + 1, row.Before?.Name, row.Before?.Allocated.Total, row.What, row.After?.Name, row.After?.Allocated.Total, row.After?.Present.Total))]);

    /// <summary>The same of the party's tree, with members instead of posts.</summary>
    public static DocumentTable PartyUnits(IEnumerable<AnnexUnit> rows) => new(PartyColumns,
        [.. rows.Select((row, i) => Row(i + 1, row.Before?.Name, row.Before is { } before ? before.OfficialBelow() + before.ProbationaryBelow() : null, row.What, row.After?.Name, row.After is { } after ? after.OfficialBelow() + after.ProbationaryBelow() : null))]);

    public static DocumentTable People(IEnumerable<AnnexPerson> rows) => new(PersonColumns,
        [.. rows.Select((row, i) => Row(i + 1, row.Before.Person.Code, row.Before.Person.FullName, Title(row.Before), row.Before.Unit!.Name, row.After is null ? null : Title(row.After), row.After?.Unit?.Name, Note(row)))]);

    public static DocumentTable Surplus(IEnumerable<AnnexSurplus> rows) => new(SurplusColumns,
        [.. rows.Select((row, i) => Row(i + 1, row.Unit.Name, row.What, row.Who, row.Count, row.Until, row.Basis))]);

    public static ExportTable Sheet(string title, DateOnly on, DocumentTable table) =>
        new(title, [$"Ngày hiệu lực: {on:dd/MM/yyyy}"], [.. table.Columns.Select(c => c.Head)], [.. table.Rows.Select(r => r.Cells)]);

    private static string? Note(AnnexPerson row) => row.Kept is { } kept ? $"Bảo lưu phụ cấp chức vụ đến trước ngày {kept.Until:dd/MM/yyyy}" : null;

    private static string Title(PostHolder post) => PostTitles.Of(post.Facts, post.Unit?.Kind);

    private static DocumentRow Row(params object?[] cells) => new(cells);
}
