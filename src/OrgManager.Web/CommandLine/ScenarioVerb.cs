using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Localization;
using OrgManager.Restructuring;

namespace OrgManager.Web.CommandLine;

/// <summary>Restructurings as files: tried out, applied, undone.</summary>
internal static class ScenarioVerb
{
    public static Command Create(Invocation call) => new("scenario", "A restructuring as a file of steps: try it out, apply it, undo it.") { Simulate(call), Apply(call), Undo(call) };

    private static Command Simulate(Invocation call)
    {
        var (file, json) = (File(), Options.Json());
        var verb = new Command("simulate", "What the steps would do; nothing is saved.") { file, json };
        verb.SetAction((parsed, ct) => call.OnDatabaseAsync(async services =>
        {
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = Common.Language.CultureOf(Common.Language.Vietnamese);
            var tried = await services.GetRequiredService<ScenarioService>().SimulateAsync(await ReadAsync(parsed.GetRequiredValue(file), ct), ct);
            var print = new ScenarioPrinter(call.Output, services.GetRequiredService<IStringLocalizer<Texts>>());
            if (parsed.GetValue(json)) print.Json(tried);
            else print.Text(tried);
        }, ct));
        return verb;
    }

    private static Command Apply(Invocation call)
    {
        var (file, json) = (File(), Options.Json());
        var verb = new Command("apply", "Carries the steps out, all of them or none.") { file, json };
        verb.SetAction((parsed, ct) => call.OnDatabaseAsync(async services =>
        {
            var applied = await services.GetRequiredService<ScenarioService>().ApplyAsync(await ReadAsync(parsed.GetRequiredValue(file), ct), ct);
            if (parsed.GetValue(json)) Json.Write(call.Output, applied);
            else await call.Output.WriteLineAsync($"Applied as {applied.Id} in change set {applied.ChangeSet}.");
        }, ct));
        return verb;
    }

    private static Command Undo(Invocation call)
    {
        var id = new Argument<Guid>("ID") { Description = "The number that `scenario apply` printed." };
        var why = new Option<string>("--reason") { Description = "Why, for the trail.", DefaultValueFactory = _ => "scenario undo" };
        var verb = new Command("undo", "Takes back everything an applied scenario did.") { id, why };
        verb.SetAction((parsed, ct) => call.OnDatabaseAsync(services => services.GetRequiredService<ScenarioService>().UndoAsync(parsed.GetRequiredValue(id), parsed.GetRequiredValue(why), ct), ct));
        return verb;
    }

    private static Argument<string> File() => new("FILE") { Description = "JSON, as src/README.md tells it." };

    private static async Task<ScenarioFile> ReadAsync(string file, CancellationToken ct) => ScenarioFile.Read(await System.IO.File.ReadAllTextAsync(file, ct));
}
