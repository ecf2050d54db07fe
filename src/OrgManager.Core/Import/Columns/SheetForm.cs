using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OrgManager.Data;

namespace OrgManager.Import;

/// <summary>Files of one form have the same headers in the same places, whatever stands above and below; so what somebody said of the columns of one can be said of the next.</summary>
internal static class SheetForm
{
    public const int Length = 64;

    /// <param name="Below">How many rows below the headers found the chosen ones end.</param>
    private sealed record Saying(int Below, IReadOnlyDictionary<int, ImportField> Fields);

    public static string Of(ReadSheet sheet)
    {
        var headers = HeaderRows.Of(sheet);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, headers.Width).Select(at => ColumnNames.Folded(headers.NameOf(at)))).TrimEnd('\n'))));
    }

    /// <summary>What the columns are taken for, in a way that fits every sheet of the form.</summary>
    public static string Told(SheetColumns columns) => JsonSerializer.Serialize(
        new Saying(columns.HeaderRow - HeaderRows.Of(columns.Sheet).Last, columns.Columns.Where(c => c.Field is not null).ToDictionary(c => c.Index, c => c.Field!.Value)), TableExtensions.Json);

    public static SheetColumns As(ReadSheet sheet, string told)
    {
        var saying = JsonSerializer.Deserialize<Saying>(told, TableExtensions.Json)!;
        var found = SheetColumns.Of(sheet);
        var columns = saying.Below == 0 ? found : SheetColumns.Of(sheet, found.HeaderRow + saying.Below);
        return columns with { Columns = [.. columns.Columns.Select(c => c with { Field = saying.Fields.TryGetValue(c.Index, out var field) ? field : null })] };
    }
}

/// <summary>The columns of a file as they are proposed.</summary>
/// <param name="Remembered">Taken otherwise than their names tell: as somebody said when a file of the same form was imported last.</param>
public sealed record ProposedColumns(SheetColumns Columns, bool Remembered);
