using Microsoft.EntityFrameworkCore;
using OrgManager.Data;

namespace OrgManager.Web.Setup;

/// <summary>While the first visitor types a password, the organisation is read into memory.</summary>
internal sealed partial class WarmUp(TimelineStore timelines, IDbContextFactory<OrgDbContext> factory, ILogger<WarmUp> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the site answers meanwhile
        try
        {
            await timelines.WarmUpAsync(factory, stoppingToken);
        }
        catch (Exception e) when (e is not OperationCanceledException) // whoever asks first tries again, and is told
        {
            LogFailed(e);
        }
        catch (OperationCanceledException)
        {
        }
    }

    [LoggerMessage(LogLevel.Error, "The organisation could not be read ahead.")]
    private partial void LogFailed(Exception fault);
}
