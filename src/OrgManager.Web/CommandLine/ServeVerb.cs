using System.CommandLine;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data.Maintenance;
using OrgManager.Data.Seeding;
using OrgManager.Web.Setup;

namespace OrgManager.Web.CommandLine;

internal static class ServeVerb
{
    private sealed record Ready(bool IsSample, bool HasNoAccounts);

    public static Command Create(Invocation call)
    {
        var sample = new Option<bool>("--sample") { Description = "First fill an empty database with the model organisation." };
        var verb = new Command("serve", "Runs the site.") { sample };
        verb.SetAction((parsed, ct) => ServeAsync(call, parsed.GetValue(sample), ct));
        return verb;
    }

    private static async Task<int> ServeAsync(Invocation call, bool sample, CancellationToken ct)
    {
        var settings = call.Settings();
        Addresses.DemandFree(settings.Urls);
        if (sample) Addresses.DemandLoopback(settings.Urls, settings.Configuration);
        using var held = await call.LockAsync(settings.Storage, ct);
        var ready = await PrepareAsync(call, sample, ct);
        await using var site = Site.Build(settings);
        if (ready.IsSample) Addresses.DemandLoopback(settings.Urls, site.Configuration); // the host reads more of the environment than we do

        await StartAsync(site, ct); // makes the first key of all nodes, so that one node alone does
        held.Share();
        foreach (var file in RuleFiles.Use(settings.Storage.Directory)) call.Say($"Rules are taken from {file}");
        foreach (var url in site.Urls) call.Say($"OrgManager answers at {url}");
        if (ready.HasNoAccounts) call.Say($"Create the first administrator, once: {FirstLink(site)}");
        await site.WaitForShutdownAsync(ct);
        return OrgManagerCommand.Done;
    }

    /// <exception cref="MaintenanceException">An address cannot be listened at, as https without a certificate.</exception>
    private static async Task StartAsync(WebApplication site, CancellationToken ct)
    {
        try
        {
            await site.StartAsync(ct);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            throw new MaintenanceException($"The site cannot start: {e.Message}", e);
        }
    }

    private static async Task<Ready> PrepareAsync(Invocation call, bool sample, CancellationToken ct)
    {
        Ready? ready = null;
        await call.WithServicesAsync(async services =>
        {
            await services.GetRequiredService<Migrator>().MigrateAsync(call.Say, ct);
            var filler = services.GetRequiredService<SampleFiller>();
            var found = await filler.LookAsync(ct);
            if (found == Filling.BrokenOffSample && !sample)
                throw new MaintenanceException("This sample was broken off while it was being filled; start with --sample to fill it anew.");
            if (sample && found != Filling.Sample) await filler.FillAsync(SeedFiles.BesideTheProgram, until: null, scenarios: true, call.Say, ct);
            ready = new(sample || found == Filling.Sample, await filler.HasNoAccountsAsync(ct));
        });
        return ready!;
    }

    private static string FirstLink(WebApplication site) =>
        $"{site.Urls.First().Replace("[::]", "localhost", StringComparison.Ordinal)}/account/first-administrator?token={site.Services.GetRequiredService<FirstAdministrator>().Token}";
}
