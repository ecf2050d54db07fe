using System.ComponentModel.DataAnnotations;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Web.Setup;

/// <summary>Section "Storage": which database, and where the directory beside it stands.</summary>
public sealed record StorageSettings
{
    [Required] public StorageProvider Provider { get; init; } = StorageProvider.Sqlite;
    [Required(AllowEmptyStrings = false)] public string Path { get; init; } = "./data";

    /// <summary>For PostgreSQL; SQLite keeps its file in <see cref="Path"/>.</summary>
    public string? Connection { get; init; }
}

/// <summary>Section "Province": of which class it is, by which some rules about units go.</summary>
public sealed record ProvinceSettings
{
    [Required] public ProvinceClass Class { get; init; } = ProvinceClass.II;
}

/// <summary>Everything that can be set: the file beside the program, then the environment, then the command line.</summary>
public sealed class SiteSettings
{
    public const string DefaultUrls = "http://localhost:5080", UrlsKey = "Urls";
    private const string Template = "appsettings.template.json", Levels = "Logging:LogLevel:";

    private SiteSettings(IConfiguration configuration, Storage storage, ProvinceClass province) => (Configuration, Storage, Province) = (configuration, storage, province);

    public IConfiguration Configuration { get; }
    public Storage Storage { get; }
    public ProvinceClass Province { get; }
    public IReadOnlyList<string> Urls => (Configuration[UrlsKey] is { Length: > 0 } urls ? urls : DefaultUrls).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <param name="given">From the command line; keys as in the template.</param>
    /// <exception cref="UsageException">A key the template does not list, or a value that cannot be used.</exception>
    public static SiteSettings Read(IReadOnlyDictionary<string, string?> given)
    {
        var known = KnownKeys();
        foreach (var key in given.Keys)
            if (!known.Contains(key) && !key.StartsWith(Levels, StringComparison.OrdinalIgnoreCase)) throw new UsageException($"There is no setting {key}.");
        try
        {
            var configuration = new ConfigurationBuilder().SetBasePath(AppContext.BaseDirectory)
                .AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().AddInMemoryCollection(given).Build();
            DemandLevels(configuration.GetSection(Levels.TrimEnd(':')));
            return new(configuration, StorageOf(configuration.GetSection("Storage")), (configuration.GetSection("Province").Get<ProvinceSettings>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new()).Class);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or ValidationException or ArgumentException)
        {
            throw new UsageException($"The settings cannot be used: {(e.InnerException ?? e).Message}");
        }
    }

    /// <summary>The keys of the template, such as "Storage:Path".</summary>
    public static IReadOnlySet<string> KnownKeys() => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, Template)).Build()
        .AsEnumerable().Where(pair => pair.Value is not null).Select(pair => pair.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static void DemandLevels(IConfigurationSection levels)
    {
        if (levels.GetChildren().FirstOrDefault(level => !Enum.TryParse<LogLevel>(level.Value, ignoreCase: true, out _)) is { } wrong)
            throw new ValidationException($"{wrong.Path} cannot be '{wrong.Value}'.");
    }

    /// <exception cref="ArgumentException">It cannot be read as one.</exception>
    private static string Readable(string connection)
    {
        _ = new Npgsql.NpgsqlConnectionStringBuilder(connection);
        return connection;
    }

    /// <summary>A relative path is meant from where the caller stands, not from where the program lies.</summary>
    private static Storage StorageOf(IConfigurationSection section)
    {
        var settings = section.Get<StorageSettings>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new();
        Validator.ValidateObject(settings, new(settings), validateAllProperties: true);
        var directory = Path.GetFullPath(settings.Path);
        if (settings.Provider == StorageProvider.Postgres)
            return settings.Connection is { Length: > 0 } server ? new(settings.Provider, Readable(server), directory) : throw new ValidationException("PostgreSQL needs Storage:Connection.");
        return new(settings.Provider, $"Data Source={Path.Combine(directory, "orgmanager.db")}", directory);
    }
}
