using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using OrgManager.Data;
using OrgManager.Web.Setup;

namespace OrgManager.Web.Tests.Setup;

public class SiteSettingsTests
{
    private static readonly IConfigurationRoot Template = new ConfigurationBuilder().AddJsonFile(Path.Combine(Repository.Root, "appsettings.template.json")).Build();

    [Fact]
    public void Every_key_of_the_template_is_one_the_program_reads()
    {
        Assert.Equal(["AllowedHosts", "Logging", "Province", "Storage", "Urls"], Template.GetChildren().Select(section => section.Key).Order(StringComparer.Ordinal));
        Assert.All(Template.GetSection("Logging:LogLevel").GetChildren(), level => Assert.True(Enum.TryParse<LogLevel>(level.Value, out _), level.Path));
        Assert.Equal("LogLevel", Assert.Single(Template.GetSection("Logging").GetChildren()).Key);
        Assert.Equal(new ProvinceSettings(), Template.GetSection("Province").Get<ProvinceSettings>(binder => binder.ErrorOnUnknownConfiguration = true));
        Assert.NotNull(Template.GetSection("Storage").Get<StorageSettings>(binder => binder.ErrorOnUnknownConfiguration = true));
    }

    [Fact]
    public void Every_setting_the_program_reads_stands_in_the_template() =>
        Assert.Equal(typeof(StorageSettings).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal), Template.GetSection("Storage").GetChildren().Select(s => s.Key).Order(StringComparer.Ordinal));

    [Fact]
    public void The_template_holds_what_counts_without_it()
    {
        Assert.Equal(new StorageSettings() with { Connection = "" }, Template.GetSection("Storage").Get<StorageSettings>());
        Assert.Equal(SiteSettings.DefaultUrls, Template[SiteSettings.UrlsKey]);
    }

    [Fact]
    public void The_program_carries_the_same_template() => Assert.Equal(
        Template.AsEnumerable().Where(pair => pair.Value is not null).Select(pair => pair.Key).Order(StringComparer.Ordinal),
        SiteSettings.KnownKeys().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("./mine")]
    [InlineData("mine")]
    public void A_relative_path_is_meant_from_where_the_caller_stands(string path)
    {
        var storage = Read(("Storage:Path", path)).Storage;

        Assert.Equal((Path.Combine(Environment.CurrentDirectory, "mine"), Path.Combine(Environment.CurrentDirectory, "mine", "orgmanager.db")), (storage.Directory, storage.File));
    }

    [Fact]
    public void Postgres_takes_the_connection_and_keeps_its_files_beside()
    {
        var storage = Read(("Storage:Provider", "postgres"), ("Storage:Connection", "Host=db;Database=org"), ("Storage:Path", "/var/lib/org")).Storage;

        Assert.Equal(new Storage(StorageProvider.Postgres, "Host=db;Database=org", "/var/lib/org"), storage);
    }

    [Fact]
    public void Several_addresses_are_one_setting() => Assert.Equal(["http://a:1", "http://b:2"], Read(("urls", "http://a:1; http://b:2")).Urls);

    [Fact]
    public void Any_part_of_the_program_may_be_told_how_much_to_log() => Assert.Equal("Debug", Read(("Logging:LogLevel:OrgManager", "Debug")).Configuration["Logging:LogLevel:OrgManager"]);

    private static SiteSettings Read(params (string Key, string Value)[] given) => SiteSettings.Read(given.ToDictionary(g => g.Key, g => (string?)g.Value));
}
