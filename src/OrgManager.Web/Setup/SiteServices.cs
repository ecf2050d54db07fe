using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Console;
using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Web.Account;
using OrgManager.Web.Common;
using OrgManager.Web.Common.Export;
using OrgManager.Web.Home;
using OrgManager.Web.Jobs;
using Radzen;

namespace OrgManager.Web.Setup;

internal static class SiteServices
{
    public static IServiceCollection AddCore(this IServiceCollection services, SiteSettings settings) =>
        services.AddOrgDatabase(settings.Storage, settings.Province).AddOrgFeatures().AddHostedService<WarmUp>();

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddLocalization().AddRadzenComponents();
        return services.AddScoped<ILocalizer, RadzenTexts>().AddScoped<AsOf>().AddScoped<HomeReader>().AddScoped<ChangeNotice>().AddScoped<ExportWords>();
    }

    public static IServiceCollection AddAccounts(this IServiceCollection services, Storage storage)
    {
        services.AddKeys(storage).AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, SessionCookie.Configure);
        services.AddAuthorization().AddCascadingAuthenticationState();
        return services
            .AddScoped<AccountCookie>().AddScoped<Preferences>()
            .AddScoped<AuthenticationStateProvider, SessionRevalidation>()
            .AddScoped<SignedInActor>().AddScoped<ICurrentActor>(scope => scope.GetRequiredService<SignedInActor>());
    }

    public static IServiceCollection AddJobs(this IServiceCollection services) => services.AddHostedService<JobHost>();

    public static IServiceCollection AddHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database").Services;

    /// <summary>Standard output belongs to reports.</summary>
    public static ILoggingBuilder ToStandardError(this ILoggingBuilder logging)
    {
        logging.ClearProviders().AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None) // what fails there is thrown; the look at a new database is meant to
            .AddFilter("Microsoft.EntityFrameworkCore.Query", LogLevel.None)
            .AddSimpleConsole(console => console.SingleLine = true);
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        return logging;
    }
}
