namespace OrgManager.Web.Setup;

/// <summary>The web site, put together but not started; building it touches no data.</summary>
public static class Site
{
    /// <param name="also">For tests: another server than Kestrel.</param>
    public static WebApplication Build(SiteSettings settings, Action<WebApplicationBuilder>? also = null)
    {
        // Settings and assets stand beside the program, whoever starts it from wherever.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddConfiguration(settings.Configuration);
        builder.WebHost.UseStaticWebAssets().UseUrls([.. settings.Urls]).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.ToStandardError();
        builder.Services.AddCore(settings).AddPages().AddAccounts(settings.Storage).AddJobs().AddHealth();
        also?.Invoke(builder);
        var site = builder.Build();
        site.UseSite();
        return site;
    }
}
