using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Localization;
using OrgManager.Common;
using OrgManager.Decisions;
using OrgManager.Import;
using OrgManager.Web.Setup;

namespace OrgManager.Web.CommandLine;

/// <summary>A list of staff from a workbook: what the page does, without the page.</summary>
internal static class ImportVerb
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) } };

    public static Command Create(Invocation call) => new("import", "Lists from a workbook.") { Staff(call) };

    private static Command Staff(Invocation call)
    {
        var file = new Argument<string>("FILE") { Description = "An .xlsx or .csv file." };
        var on = Options.Day("--on", "From this day on it is so.", required: true);
        var decision = new Option<string?>("--decision") { Description = "Number of the decision behind it, as the register has it; --dry-run alone needs none." };
        var mapping = new Option<string?>("--mapping") { Description = """JSON that says which column is what: {"Name": "Họ tên cán bộ", "Born": "D", "Rank": null}.""" };
        var mode = new Option<string>("--mode") { Description = "Which rows: of everybody, of new people, of known ones.", DefaultValueFactory = _ => "both" };
        mode.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, "both", "add", "update");
        var partial = new Option<bool>("--partial") { Description = "Leaves out rows in error; else one of them stops everything." };
        var (dryRun, json) = (new Option<bool>("--dry-run") { Description = "Tells what would be, row by row; nothing is saved." }, Options.Json());
        var verb = new Command("staff", "People, posts and salaries, by one decision from one day on.") { file, on, decision, mapping, mode, partial, dryRun, json };
        verb.SetAction((parsed, ct) =>
        {
            if (!parsed.GetValue(dryRun) && parsed.GetValue(decision) is null) throw new UsageException("import staff needs --decision, or --dry-run.");
            return call.OnDatabaseAsync(async services =>
            {
                CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = Common.Language.CultureOf(Common.Language.Vietnamese);
                var sheet = await ReadAsync(parsed.GetRequiredValue(file), parsed.GetValue(mapping), ct);
                var order = new ImportOrder(parsed.GetRequiredValue(on)!.Value, await DecisionAsync(services, parsed.GetValue(decision), ct), Enum.Parse<ImportMode>(parsed.GetRequiredValue(mode), ignoreCase: true), parsed.GetValue(partial));
                var imports = services.GetRequiredService<ImportService>();
                var check = await imports.CheckAsync(sheet, order, ct);
                var applied = parsed.GetValue(dryRun) ? null : await imports.ApplyAsync(CheckedImport.Of(sheet, order, check), ct);
                var print = new ImportPrinter(call.Output, services.GetRequiredService<IStringLocalizer<Texts>>());
                if (parsed.GetValue(json)) print.Json(sheet, order, check, applied);
                else print.Text(check, applied);
            }, ct);
        });
        return verb;
    }

    private static async Task<SheetColumns> ReadAsync(string file, string? mapping, CancellationToken ct)
    {
        if (new FileInfo(file) is { Exists: true, Length: > SheetReader.MostBytes }) throw new RuleBrokenException("Import.TooLarge", Path.GetFileName(file), SheetReader.MostBytes / 1024 / 1024);
        var sheet = SheetColumns.Of(SheetReader.Read(Path.GetFileName(file), await File.ReadAllBytesAsync(file, ct)));
        if (mapping is null) return sheet;
        try
        {
            return sheet.With(JsonSerializer.Deserialize<Dictionary<ImportField, string?>>(await File.ReadAllTextAsync(mapping, ct), Strict) ?? []);
        }
        catch (JsonException e)
        {
            throw new RuleBrokenException("Import.MappingUnreadable", e.Path ?? "$", string.Join(", ", Enum.GetNames<ImportField>()));
        }
    }

    private static async Task<Guid?> DecisionAsync(IServiceProvider services, string? number, CancellationToken ct)
    {
        if (number is null) return null;
        var found = (await services.GetRequiredService<DecisionService>().FindAsync(number, most: 100, ct)).Where(d => d.Number == number).ToList();
        return found.Count == 1 ? found[0].Id : throw new RuleBrokenException(found.Count == 0 ? "Import.DecisionUnknown" : "Import.SeveralDecisions", number);
    }
}
