using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Localization;
using OrgManager.Reports;
using OrgManager.Targets;

namespace OrgManager.Web.CommandLine;

internal static class ReportVerb
{
    public static Command Create(Invocation call) => new("report", "The figures of the pages, on any day.")
    {
        Report(call, "targets", "The streamlining targets.", async (services, on, print, ct) =>
        {
            var targets = services.GetRequiredService<TargetService>();
            print.Targets(on, await targets.ProgressAsync(on, ct), await targets.EvidenceAsync(on, ct));
        }),
        Report(call, "headcount", "Posts assigned, allocated and present, by unit.", async (services, on, print, ct) =>
            print.Headcount(await services.GetRequiredService<ReportService>().HeadcountAsync(on, ct))),
        Report(call, "party", "Members by cell.", async (services, on, print, ct) =>
            print.Party(await services.GetRequiredService<ReportService>().PartyAsync(on, ct))),
    };

    private static Command Report(Invocation call, string name, string description, Func<IServiceProvider, DateOnly, IReportPrinter, CancellationToken, Task> write)
    {
        var on = Options.Day("--on", "The day the figures hold for.", required: true);
        var json = Options.Json();
        var report = new Command(name, description) { on, json };
        report.SetAction((parsed, ct) => call.OnDatabaseAsync(services =>
        {
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = Common.Language.CultureOf(Common.Language.Vietnamese);
            var texts = services.GetRequiredService<IStringLocalizer<Texts>>();
            IReportPrinter print = parsed.GetValue(json) ? new JsonReports(call.Output, texts) : new TextReports(call.Output, texts);
            return write(services, parsed.GetRequiredValue(on)!.Value, print, ct);
        }, ct));
        return report;
    }
}
