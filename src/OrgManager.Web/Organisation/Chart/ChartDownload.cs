using OrgManager.Access;
using OrgManager.Organisation;
using OrgManager.Web.Common;
using OrgManager.Web.Common.Export;

namespace OrgManager.Web.Organisation.Chart;

/// <summary>The chart as a drawing that stands alone, for those who may take lists out of the house.</summary>
internal static class ChartDownload
{
    public static async Task<IResult> AnswerAsync(HttpRequest request, OrganisationService organisation, IWebHostEnvironment site, ExportWords words, CancellationToken ct)
    {
        var day = DayParser.TryParseIso(request.Query[AsOf.Key], out var asked) ? asked : words.Today;
        var address = ChartAddress.Of(name => request.Query[name]) with { ByBranch = false };
        try
        {
            var tree = await organisation.ExportAsync(day, ct);
            var comparison = address.With is { } with ? await organisation.ExportComparisonAsync(with, day, address.Branch, ct) : null;
            var sheet = new ChartTree(words.T, tree, comparison, address).Sheets();
            var drawn = ChartDrawing.Draw(words.T, new(sheet.Count == 0 ? [] : sheet[0].Tops, address.SideBySide), $"{words.T["OrgChart.Title"]}, {Format.Day(day)}", await StyleAsync(site, ct));
            return Results.File(System.Text.Encoding.UTF8.GetBytes(drawn), "image/svg+xml", $"units-chart-{day:yyyy-MM-dd}.svg");
        }
        catch (AccessDeniedException)
        {
            return Results.Text(words.T["Error.NotAllowed"], statusCode: StatusCodes.Status403Forbidden);
        }
    }

    /// <summary>The page's own rules, so that both look alike.</summary>
    private static async Task<string> StyleAsync(IWebHostEnvironment site, CancellationToken ct)
    {
        var file = site.WebRootFileProvider.GetFileInfo("chart.css");
        using var reader = new StreamReader(file.CreateReadStream());
        return string.Join('\n', (await reader.ReadToEndAsync(ct)).Split('\n').Where(line => line.StartsWith(".orgchart", StringComparison.Ordinal)));
    }
}
