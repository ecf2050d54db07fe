using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace OrgManager.Reports;

/// <summary>A table as comma-separated text, which Excel opens with its accents: the rows under their header and nothing else.</summary>
public static class CsvFile
{
    public const string Type = "text/csv; charset=utf-8";

    /// <summary>Days and moments are written as in ISO 8601; a text that a spreadsheet would take for a formula is disarmed.</summary>
    public static byte[] Write(ExportTable table)
    {
        using var stream = new MemoryStream();
        using (var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape }))
            foreach (var row in table.Rows.Prepend(table.Columns))
            {
                foreach (var cell in row) csv.WriteField(Text(cell));
                csv.NextRecord();
            }
        return stream.ToArray();
    }

    private static string? Text(object? cell) => cell switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime at => at.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture),
    };
}
