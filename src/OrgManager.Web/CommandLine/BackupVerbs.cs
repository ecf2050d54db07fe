using System.CommandLine;
using OrgManager.Data.Maintenance;

namespace OrgManager.Web.CommandLine;

internal static class BackupVerbs
{
    public static Command CreateBackup(Invocation call)
    {
        var to = new Option<string>("--to") { Description = "File to write; it must not exist.", Required = true };
        var verb = new Command("backup", "Writes a complete copy of the database, also while it is in use.") { to };
        verb.SetAction((parsed, ct) => call.OnDatabaseAsync(
            services => services.GetRequiredService<Backups>().BackupAsync(Path.GetFullPath(parsed.GetRequiredValue(to)), ct), ct));
        return verb;
    }

    public static Command CreateRestore(Invocation call)
    {
        var from = new Option<string>("--from") { Description = "File that `backup` wrote.", Required = true };
        var verb = new Command("restore", "Puts a backup in place of the database; the one before is kept beside it.") { from };
        verb.SetAction((parsed, ct) => call.AloneAsync(async services =>
        {
            var backup = Path.GetFullPath(parsed.GetRequiredValue(from));
            await services.GetRequiredService<Migrator>().DemandOursAsync(backup, ct);
            await services.GetRequiredService<Backups>().RestoreAsync(backup, ct);
        }, ct));
        return verb;
    }
}
