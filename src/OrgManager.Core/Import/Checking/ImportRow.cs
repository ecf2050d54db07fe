using System.Globalization;
using OrgManager.Common;

namespace OrgManager.Import;

public enum ImportState { New, Changed, Same, Error, LeftOut }

/// <summary>A field as it is and as the row has it: a text, a day, a number, a sex or a category.</summary>
public sealed record FieldChange(ImportField Field, object? Before, object? After);

/// <summary>What is wrong in a row.</summary>
/// <param name="Field">The column, where it is one.</param>
/// <param name="Value">As the cell has it.</param>
/// <param name="Code">A key of the texts, filled in with <paramref name="Args"/>; it says what is wrong and how to mend it.</param>
public sealed record ImportProblem(ImportField? Field, string? Value, string Code, params object?[] Args)
{
    /// <summary>Staff numbers of those the row may mean; one of them, or somebody new, is to be chosen.</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];
}

/// <summary>What one row of the sheet would do.</summary>
/// <param name="Number">As Excel counts.</param>
/// <param name="Code">Staff number, of the file or of who was found.</param>
/// <param name="Unit">Where the person works, or is to work; null where that is not known.</param>
/// <param name="Notes">What was taken otherwise than a reader might think: keys of the texts.</param>
public sealed record ImportRow(int Number, ImportState State, string Code, string Name, string? Unit, IReadOnlyList<FieldChange> Changes, IReadOnlyList<ImportProblem> Problems, IReadOnlyList<string> Notes)
{
    /// <summary>By which it is seen that a row would no longer do what it was checked to do.</summary>
    internal string Stamp => string.Join('|', Changes.Select(c => $"{c.Field}:{Plain(c.Before)}>{Plain(c.After)}").Prepend($"{State} {Code}").Concat(Problems.Select(p => p.Code)));

    internal RowPlan? Plan { get; init; }

    /// <summary>However many zeros a number was kept with.</summary>
    private static string? Plain(object? value) => value is decimal number ? number.ToString("0.######", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture);
}

/// <summary>Somebody of a unit the file speaks of, who is not in it.</summary>
public sealed record MissingPerson(string Code, string Name, string Unit);

/// <summary>What a sheet would do, row by row; nothing is saved.</summary>
/// <param name="Missing">They are told and never ended: a list that lacks somebody is no decision.</param>
/// <param name="Skipped">Numbers of rows that are about nobody: titles, units, sums.</param>
public sealed record ImportCheck(IReadOnlyList<ImportRow> Rows, IReadOnlyList<MissingPerson> Missing, IReadOnlyList<int> Skipped)
{
    /// <summary>The last change it knew of.</summary>
    internal long Seq { get; init; }

    public int Count(ImportState state) => Rows.Count(row => row.State == state);

    public bool HasErrors => Rows.Any(row => row.State == ImportState.Error);

    internal IEnumerable<ImportRow> ToWrite => Rows.Where(row => row.State is ImportState.New or ImportState.Changed);
}
