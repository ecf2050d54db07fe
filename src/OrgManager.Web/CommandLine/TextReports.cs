using Microsoft.Extensions.Localization;
using OrgManager.Establishment;
using OrgManager.Reports;
using OrgManager.Targets;
using OrgManager.Web.Common;
using OrgManager.Web.Targets;

namespace OrgManager.Web.CommandLine;

/// <summary>The same figures for a terminal, in Vietnamese.</summary>
internal sealed class TextReports(TextWriter output, IStringLocalizer<Texts> texts) : IReportPrinter
{
    public void Targets(DateOnly on, IReadOnlyList<TargetProgress> targets, IReadOnlyDictionary<string, IReadOnlyList<TargetEvidence>> evidence)
    {
        output.WriteLine(texts["Report.Targets", Format.Day(on)]);
        foreach (var target in targets)
        {
            var words = new TargetWords(texts, target);
            output.WriteLine();
            output.WriteLine($"{target.Code}. {words.Wording}");
            output.WriteLine($"   {words.Achieved} ({words.AchievedNote}); {words.Required}; {words.Goal}: {texts[$"TargetStatus.{target.Status}"]}");
            foreach (var e in evidence.GetValueOrDefault(target.Code) ?? [])
                output.WriteLine($"   {Format.Day(e.On)}  {e.UnitName}: {texts.What(e)}  [{e.Decision?.Number ?? Format.None}]");
        }
    }

    public void Headcount(HeadcountReport report)
    {
        output.WriteLine(texts["Report.Headcount", Format.Day(report.On)]);
        output.WriteLine();
        var table = new TextTable("", texts["Posts.Assigned"], texts["Posts.Allocated"], texts["Posts.Present"]);
        foreach (var unit in report.Units) table.Add($"{unit.Name} ({unit.Code})", Cell(unit.Assigned), Cell(unit.Allocated), Cell(unit.Present));
        table.Add(texts["Report.Total"], Cell(report.Total.Assigned), Cell(report.Total.Allocated), Cell(report.Total.Present));
        table.Write(output);
    }

    public void Party(PartyReport report)
    {
        output.WriteLine(texts["Report.Party", Format.Day(report.On)]);
        output.WriteLine();
        var table = new TextTable("", texts["Members.Official"], texts["Members.Probationary"], texts["Report.Total"]);
        foreach (var cell in report.ByCell) table.Add($"{cell.Name} ({cell.Code})", $"{cell.Official}", $"{cell.Probationary}", $"{cell.Members}");
        table.Add(texts["Report.Total"], $"{report.Official}", $"{report.Probationary}", $"{report.Members}");
        table.Write(output);
    }

    private static string Cell(PostCounts? counts) => counts is { } known ? Format.Number(known.Total) : Format.None;
}
