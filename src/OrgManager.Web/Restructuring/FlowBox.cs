using Microsoft.Extensions.Localization;
using OrgManager.Organisation;
using OrgManager.Restructuring;
using OrgManager.Web.Common;
using OrgManager.Web.Organisation.Chart;

namespace OrgManager.Web.Restructuring;

/// <summary>A unit at one end of a flow, in the words it is drawn with.</summary>
public sealed record FlowBox(string Code, string Name, string Lead, string Figures, ChartLook Look);

/// <summary>Units that become others: what was on the left, what comes of it on the right, and which goes where by their places.</summary>
public sealed record UnitFlow(SuccessionKind Kind, IReadOnlyList<FlowBox> From, IReadOnlyList<FlowBox> To, IReadOnlyList<(int From, int To)> Ways)
{
    /// <summary>Each merger and each division by itself, in the order of the steps.</summary>
    public static IReadOnlyList<UnitFlow> Of(IStringLocalizer<Texts> t, ScenarioSimulation tried)
    {
        var (flows, left) = (new List<UnitFlow>(), tried.Successions.ToList());
        while (left.Count > 0)
        {
            var joined = new List<UnitSuccession> { left[0] };
            for (var grew = true; grew;)
            {
                var more = left.Where(s => !joined.Contains(s) && joined.Exists(known => known.From == s.From || known.To == s.To)).ToList();
                joined.AddRange(more);
                grew = more.Count > 0;
            }
            left.RemoveAll(joined.Contains);
            List<string> from = [.. joined.Select(s => s.From).Distinct()], to = [.. joined.Select(s => s.To).Distinct()];
            flows.Add(new(joined[0].Kind,
                [.. from.Select(code => Box(t, tried.Before.Unit(code), code, tried.After.Unit(code) is null ? ChartLook.Gone : ChartLook.Plain))],
                [.. to.Select(code => Box(t, tried.After.Unit(code), code, tried.Before.Unit(code) is null ? ChartLook.New : ChartLook.Changed))],
                [.. joined.Select(s => (from.IndexOf(s.From), to.IndexOf(s.To)))]));
        }
        return flows;
    }

    private static FlowBox Box(IStringLocalizer<Texts> t, UnitOn? unit, string code, ChartLook look)
    {
        if (unit is null) return new(code, code, "", "", look);
        if (unit.Branch == Branch.Party) return new(code, unit.Name, "", t["OrgChart.Members", Format.Number(unit.Official), Format.Number(unit.Probationary)], look);
        var deputies = unit.Deputies.Count();
        string[] lead = [.. unit.Head is { } head ? new[] { head.Person.FullName } : [], .. deputies > 0 ? new[] { t.Count("Noun.Deputy", deputies) } : []];
        return new(code, unit.Name, string.Join(" · ", lead), t["OrgChart.Posts", Format.Number(unit.Allocated.Total), Format.Number(unit.Present.Total)], look);
    }
}
