using System.CommandLine;
using OrgManager.Data.Maintenance;

namespace OrgManager.Web.CommandLine;

internal static class MigrateVerb
{
    public static Command Create(Invocation call)
    {
        var verb = new Command("migrate", "Brings the database to the current model, after a backup.");
        verb.SetAction((_, ct) => call.AloneAsync(services => services.GetRequiredService<Migrator>().MigrateAsync(call.Say, ct), ct));
        return verb;
    }
}
