using OrgManager.Reports;
using OrgManager.Targets;

namespace OrgManager.Web.CommandLine;

/// <summary>A report on standard output: for people, or for programs.</summary>
internal interface IReportPrinter
{
    void Targets(DateOnly on, IReadOnlyList<TargetProgress> targets, IReadOnlyDictionary<string, IReadOnlyList<TargetEvidence>> evidence);
    void Headcount(HeadcountReport report);
    void Party(PartyReport report);
}
