using Microsoft.Extensions.Localization;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Reports;

namespace OrgManager.Web.Common.Export;

/// <summary>What stands above an exported list: of which day it is, who took it out and when.</summary>
public sealed class ExportWords(IStringLocalizer<Texts> texts, OrgClock clock, ICurrentActor current)
{
    public IStringLocalizer<Texts> T => texts;
    public DateOnly Today => clock.Today;

    public async Task<ExportTable> AboutAsync(ExportTable table, DateOnly day)
    {
        var actor = await current.GetAsync();
        return table with { About = [texts["Export.AsOf", Format.Day(day)], .. table.About, texts["Export.By", actor.Name, Format.Day(clock.Today)]] };
    }
}
