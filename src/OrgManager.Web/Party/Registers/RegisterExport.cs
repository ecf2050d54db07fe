using OrgManager.Party;
using OrgManager.Reports;

namespace OrgManager.Web.Party.Registers;

/// <summary>Sổ danh sách đảng viên Mẫu 7-HSĐV in the 14 columns of the form; a paper of the party, so in Vietnamese.</summary>
internal static class RegisterExport
{
    public static ExportTable Table(Register register) => new(
        $"Sổ danh sách đảng viên (Mẫu 7-HSĐV): {register.Unit.Name}", [], register.IsCell ? RegisterColumns.Heads : ["Chi bộ", .. RegisterColumns.Heads],
        [.. register.Cells.SelectMany(cell => cell.Rows.Select((row, at) => (IReadOnlyList<object?>)(register.IsCell ? RegisterColumns.Of(row, at + 1) : [cell.Cell.Name, .. RegisterColumns.Of(row, at + 1)])))]);
}
