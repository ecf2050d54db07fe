using System.CommandLine;
using System.Data.Common;
using OrgManager.Common;
using OrgManager.Data.Maintenance;
using OrgManager.Web.Setup;

namespace OrgManager.Web.CommandLine;

/// <summary>The program as it is called: one verb, 0 when done, 1 with one sentence when refused or failed, 2 when called wrongly.</summary>
public sealed class OrgManagerCommand(TextReader input, TextWriter output, TextWriter errors)
{
    public const int Done = 0, Failed = 1, WrongUsage = 2;

    public async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken ct = default)
    {
        try
        {
            var (words, given) = Arguments.Split(args);
            var parsed = Verbs(new(given, input, output, errors)).Parse(words);
            if (parsed.Errors.Count > 0) throw new UsageException($"{ProblemOf(parsed)} See --help.");
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = output, Error = errors }, ct);
        }
        catch (UsageException e)
        {
            return await SayAsync(e.Message, WrongUsage);
        }
        catch (Exception e) when (SentenceOf(e) is { } sentence)
        {
            return await SayAsync(sentence, Failed);
        }
    }

    private static RootCommand Verbs(Invocation call) => new("OrgManager keeps the organisation of a department and of its party committee.")
    {
        ServeVerb.Create(call), MigrateVerb.Create(call), SampleVerb.Create(call), ReportVerb.Create(call), ScenarioVerb.Create(call), ImportVerb.Create(call), VerifyVerb.Create(call),
        BackupVerbs.CreateBackup(call), BackupVerbs.CreateRestore(call), UserVerb.Create(call),
    };

    private static string ProblemOf(ParseResult parsed) =>
        parsed.UnmatchedTokens is [var word, ..] ? $"'{word}' is not understood here." : parsed.Errors[0].Message;

    private async Task<int> SayAsync(string sentence, int code)
    {
        await errors.WriteLineAsync(sentence.ReplaceLineEndings(" "));
        return code;
    }

    private static string? SentenceOf(Exception e) => e switch
    {
        MaintenanceException or RuleFileException => e.Message,
        RuleBrokenException rule => RuleSentences.English(rule),
        BusyException => "Another program is writing to the database; nothing was changed, try again.",
        DbException => $"The database refused: {e.Message}",
        OperationCanceledException => "Interrupted.",
        IOException or UnauthorizedAccessException or System.Net.Sockets.SocketException => e.Message,
        InvalidOperationException { InnerException: DbException inner } => $"The database refused: {inner.Message}",
        _ => null, // a bug: let it be seen whole
    };
}
