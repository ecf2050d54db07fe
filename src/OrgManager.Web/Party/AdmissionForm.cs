using OrgManager.Common;
using OrgManager.Party;

namespace OrgManager.Web.Party;

/// <summary>One time out of the party as it is typed.</summary>
public sealed class TimeOutLine
{
    public PartialDay? From { get; set; }
    public PartialDay? Until { get; set; }
}

/// <summary>The days of an admission as they are typed from the papers, each as much as the paper gives.</summary>
public sealed class AdmissionForm
{
    public PartialDay? Admitted { get; set; }
    public PartialDay? Ceremony { get; set; }
    public PartialDay? Official { get; set; }
    public List<TimeOutLine> TimesOut { get; } = [];

    /// <summary>Null while a day that must be there is missing.</summary>
    public AdmissionFacts? Facts => Admitted is { } admitted && Ceremony is { } ceremony && TimesOut.TrueForAll(t => t is { From: not null, Until: not null })
        ? AdmissionFacts.Of(admitted, ceremony, Official) with { TimesOut = [.. TimesOut.Select(t => new TimeOut(t.From!.Value, t.Until!.Value)).OrderBy(t => t.From)] } : null;

    public void Show(AdmissionFacts facts)
    {
        (Admitted, Ceremony, Official) = (facts.Admitted, facts.Ceremony, facts.Official);
        TimesOut.Clear();
        TimesOut.AddRange(facts.TimesOut.Select(t => new TimeOutLine { From = t.From, Until = t.Until }));
    }
}
