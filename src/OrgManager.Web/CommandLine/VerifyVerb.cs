using System.CommandLine;
using OrgManager.Data.Maintenance;

namespace OrgManager.Web.CommandLine;

internal static class VerifyVerb
{
    public static Command Create(Invocation call)
    {
        var json = Options.Json();
        var verb = new Command("verify", "Checks the chain of change sets, every row, and every invariant.") { json };
        verb.SetAction(async (parsed, ct) =>
        {
            VerifyResult? result = null;
            await call.OnDatabaseAsync(async services => result = await services.GetRequiredService<Verifier>().VerifyAsync(ct), ct);
            if (parsed.GetValue(json)) Json.Write(call.Output, result);
            else Print(call.Output, result!);
            return result!.Ok ? OrgManagerCommand.Done : OrgManagerCommand.Failed;
        });
        return verb;
    }

    private static void Print(TextWriter output, VerifyResult result)
    {
        foreach (var problem in result.Problems) output.WriteLine($"{problem.Code}: {problem.Where}");
        output.WriteLine(result.Ok ? $"In order: {result.ChangeSets} change sets." : $"{result.Problems.Count} problems in {result.ChangeSets} change sets.");
        if (result.Head is { } head) output.WriteLine($"Head to keep elsewhere: {head.Seq} {head.Hash}");
    }
}
