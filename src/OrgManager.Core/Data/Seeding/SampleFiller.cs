using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data.Maintenance;
using OrgManager.Data.Seeding.Province;

namespace OrgManager.Data.Seeding;

/// <summary>What a database was found to hold.</summary>
public enum Filling { Empty, Real, Sample, BrokenOffSample }

/// <summary>Makes a sample of an empty database, and of nothing else. The caller holds the <see cref="DataLock"/>.</summary>
public sealed class SampleFiller(Database database, Migrator migrator, ModelSeeder seeder, ProvinceSeeder province, TimelineStore timelines)
{
    /// <summary>What the migrated database holds.</summary>
    public Task<Filling> LookAsync(CancellationToken ct = default) => database.ReadBareAsync(async db =>
    {
        if (await db.Set<Versions>().Select(v => v.Data).SingleAsync(ct) == 0) return Filling.Empty;
        return await db.Set<OrganisationSettings>().FirstOrDefaultAsync(ct) switch
        {
            { IsSample: true, IsComplete: true } => Filling.Sample,
            { IsSample: true } => Filling.BrokenOffSample,
            _ => Filling.Real,
        };
    }, ct);

    /// <summary>Fills an empty database; one whose filling was broken off is filled anew.</summary>
    /// <param name="until">The last day whose events are told; null for all.</param>
    /// <param name="scenarios">Whether the shipped restructurings are applied.</param>
    /// <exception cref="RuleBrokenException">Sample.NotEmpty: the database holds something already, and keeps it.</exception>
    /// <exception cref="MaintenanceException">The database is unreadable, foreign, or newer than this program.</exception>
    public async Task FillAsync(SeedFiles files, DateOnly? until, bool scenarios, Action<string> say, CancellationToken ct = default)
    {
        await EmptyAsync(say, ct);
        say("Filling in the model organisation …");
        await seeder.FillAsync(files, until, scenarios, ct);
    }

    /// <summary>Fills an empty database with a made-up province of a size; one whose filling was broken off is filled anew.</summary>
    /// <exception cref="RuleBrokenException">Sample.SizeImpossible; Sample.NotEmpty: the database holds something already, and keeps it.</exception>
    /// <exception cref="MaintenanceException">The database is unreadable, foreign, or newer than this program.</exception>
    public async Task FillProvinceAsync(ProvinceSize size, Action<string> say, CancellationToken ct = default)
    {
        size.Demand();
        await EmptyAsync(say, ct);
        say("Filling in a province …");
        await province.FillAsync(size, say, ct);
    }

    /// <summary>Whether nobody can sign in yet.</summary>
    public Task<bool> HasNoAccountsAsync(CancellationToken ct = default) =>
        database.ReadBareAsync(async db => !await db.Set<OrgUser>().AnyAsync(ct), ct);

    private async Task EmptyAsync(Action<string> say, CancellationToken ct)
    {
        await migrator.MigrateAsync(say, ct);
        var found = await LookAsync(ct);
        RuleBrokenException.Unless(found is Filling.Empty or Filling.BrokenOffSample, "Sample.NotEmpty");
        if (found == Filling.BrokenOffSample)
        {
            say("An earlier sample was broken off while it was being filled; starting over.");
            await migrator.StartOverAsync(ct);
            timelines.Forget();
        }
    }
}
