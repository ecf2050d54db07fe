using System.Globalization;
using Microsoft.Extensions.Localization;
using OrgManager.Import;
using OrgManager.Web.Import;

namespace OrgManager.Web.CommandLine;

/// <summary>What an import would do or did, as one document whose keys are a promise, or as lines to read.</summary>
internal sealed class ImportPrinter(TextWriter output, IStringLocalizer<Texts> texts)
{
    public void Json(SheetColumns sheet, ImportOrder order, ImportCheck check, ImportResult? applied) => CommandLine.Json.Write(output, new
    {
        file = sheet.Sheet.Name, order.On, mode = order.Mode.ToString().ToLowerInvariant(), order.Partial, dryRun = applied is null,
        convertedFrom = sheet.Sheet.Legacy?.ToString().ToUpperInvariant(), sheet.HeaderRow,
        columns = sheet.Columns.Select(c => new { column = c.Letter, c.Header, field = c.Field?.ToString() }),
        counts = new { @new = check.Count(ImportState.New), changed = check.Count(ImportState.Changed), same = check.Count(ImportState.Same), leftOut = check.Count(ImportState.LeftOut), error = check.Count(ImportState.Error) },
        rows = check.Rows.Select(r => new
        {
            row = r.Number, state = Camel(r.State), r.Code, r.Name, r.Unit,
            changes = r.Changes.Select(c => new { field = c.Field.ToString(), before = Plain(c.Before), after = Plain(c.After) }),
            problems = r.Problems.Select(p => new { field = p.Field?.ToString(), p.Value, p.Code, text = texts.Problem(p), p.Candidates }),
            notes = r.Notes.Select(n => texts[n].Value),
        }),
        missing = check.Missing, check.Skipped,
        applied = applied is null ? null : new { batch = applied.Batch, applied.ChangeSet },
    });

    public void Text(ImportCheck check, ImportResult? applied)
    {
        foreach (var row in check.Rows.Where(r => r.State != ImportState.Same))
        {
            output.WriteLine($"{row.Number,5} {texts[$"ImportState.{row.State}"]}: {row.Code} {row.Name}");
            foreach (var change in row.Changes) output.WriteLine($"      {texts.Name(change.Field)}: {texts.Value(change.Before)} → {texts.Value(change.After)}");
            foreach (var problem in row.Problems) output.WriteLine($"      ! {texts.Problem(problem)}");
        }
        foreach (var person in check.Missing) output.WriteLine($"    ? {texts["Import.MissingLine", person.Code, person.Name, person.Unit]}");
        output.WriteLine(string.Join(", ", Enum.GetValues<ImportState>().Select(state => $"{texts[$"ImportState.{state}"]}: {check.Count(state)}")));
        if (applied?.ChangeSet is { } set) output.WriteLine(texts["Import.WrittenIn", set]);
    }

    private static string Camel(ImportState state) => state.ToString() is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";

    private static object? Plain(object? value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Enum choice => choice.ToString(),
        _ => value,
    };
}
