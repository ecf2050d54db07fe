using OrgManager.Establishment;
using OrgManager.Staff;

namespace OrgManager.Import;

/// <summary>One row of a list of staff, read. What the file leaves empty is null and stays as it is.</summary>
internal sealed record StaffRow(int Number)
{
    public string? Code { get; private init; }
    public string? Name { get; private init; }
    public WrittenDay? Born { get; private init; }
    public Sex? Sex { get; private init; }
    public string? Unit { get; private init; }
    public string? Post { get; private init; }
    public QuotaCategory? Category { get; private init; }
    public string? Rank { get; private init; }
    public int? Step { get; private init; }
    public decimal? Coefficient { get; private init; }
    public IReadOnlyList<ImportProblem> Problems { get; private init; } = [];

    /// <summary>How many columns say something.</summary>
    public int Said { get; private init; }

    public static StaffRow Of(SheetRow row, SheetColumns columns, string? group)
    {
        var problems = new List<ImportProblem>();
        string? Text(ImportField field) => columns.IndexOf(field) is { } at && row[at] is { Length: > 0 } text ? text : null;
        T? Read<T>(ImportField field, Func<string, T?> parse, string code) where T : struct
        {
            if (Text(field) is not { } text) return null;
            var value = parse(text);
            if (value is null) problems.Add(new(field, text, code));
            return value;
        }

        var (sex, born) = Ticked(Text(ImportField.Male), Text(ImportField.Female), problems);
        return new(row.Number)
        {
            Code = Text(ImportField.Code), Name = Text(ImportField.Name),
            Sex = Read(ImportField.Sex, WrittenValues.SexOf, "Import.SexUnread") ?? sex,
            Born = Read(ImportField.Born, WrittenValues.DayOf, "Import.DayUnread") ?? born,
            Unit = Text(ImportField.Unit) ?? group, Post = Text(ImportField.Post),
            Category = Read(ImportField.Category, WrittenValues.CategoryOf, "Import.CategoryUnread"),
            Rank = Text(ImportField.Rank),
            Step = Read(ImportField.Step, WrittenValues.WholeOf, "Import.NumberUnread"),
            Coefficient = Read(ImportField.Coefficient, WrittenValues.NumberOf, "Import.NumberUnread"),
            Problems = problems,
            Said = columns.Columns.Count(c => c.Field is not null && row[c.Index].Length > 0),
        };
    }

    /// <summary>Of the two columns "Nam" and "Nữ" the filled one says the sex, and perhaps the birth date with it.</summary>
    private static (Sex? Sex, WrittenDay? Born) Ticked(string? male, string? female, List<ImportProblem> problems)
    {
        if ((male ?? female) is not { } text) return (null, null);
        if (male is not null && female is not null) problems.Add(new(ImportField.Sex, $"{male}, {female}", "Import.SexTwice"));
        var born = WrittenValues.DayOf(text);
        if (born is null && !WrittenValues.IsTick(text)) problems.Add(new(ImportField.Born, text, "Import.DayUnread"));
        return (female is null ? Staff.Sex.Male : Staff.Sex.Female, born);
    }
}
