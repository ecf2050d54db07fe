using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Decisions;

/// <summary>Reads the history of one function, which stands beside the timeline; told of the unit that leads it.</summary>
internal sealed class FunctionChanges(OrgTimeline timeline, UnitFunction function)
{
    public IEnumerable<Change> All()
    {
        UnitFunctionFacts? before = null;
        foreach (var version in function.Versions)
        {
            foreach (var saying in version.Says) yield return Of(before, version, (UnitFunctionFields)saying.Fields, saying.DecisionId);
            before = version.Facts;
        }
        if (function.EndsOn is { } end && function.Versions[^1] is var last)
            yield return Of(last.LeadId, last.EndDecisionId, new(end, UnitEventKind.FunctionEnded) { Before = new(last.Name) }, new(last.Id, 0));
    }

    private Change Of(UnitFunctionFacts? before, UnitFunctionVersion version, UnitFunctionFields fields, Guid? decisionId)
    {
        var told = before is null ? new UnitEvent(version.ValidFrom, UnitEventKind.FunctionBegun) { After = new(version.Name) }
            : fields.HasFlag(UnitFunctionFields.Lead) && before.LeadId != version.LeadId ? new(version.ValidFrom, UnitEventKind.FunctionMoved) { Before = new(before.Name), After = new(NameOf(version.LeadId, version.ValidFrom)) }
            : new(version.ValidFrom, UnitEventKind.FunctionChanged) { Before = new(before.Name) };
        return Of(version.LeadId, decisionId, told, new(version.Id, (int)fields));
    }

    private Change Of(Guid leadId, Guid? decisionId, UnitEvent told, Said what) =>
        new(told.On, decisionId, ChangeArea.Functions, leadId, Permission.ViewOrganisation, Permission.ChangeUnits, [new(ChangeOwner.Function, function.Id, what)])
        {
            Unit = timeline.Units.Find(leadId), OfUnit = told with { DecisionId = decisionId },
        };

    private string NameOf(Guid unitId, DateOnly on) => timeline.Units.Find(unitId) is { } unit ? UnitNames.On(unit, on) : "";
}
