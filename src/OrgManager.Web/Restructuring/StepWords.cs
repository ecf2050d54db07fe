using System.Globalization;
using Microsoft.Extensions.Localization;
using OrgManager.Restructuring;
using OrgManager.Web.Common;

namespace OrgManager.Web.Restructuring;

/// <summary>A step of a scenario as a sentence: "Hợp nhất Phòng A và Phòng B thành Phòng C".</summary>
public sealed class StepWords(IStringLocalizer<Texts> t, StepNames names)
{
    private const int FewPeople = 4;

    /// <summary>"Hợp nhất", by the operation as the file has it.</summary>
    public string Title(ScenarioStep step) => t[$"Step.{step.Op}"];

    public string Sentence(ScenarioStep step) => step switch
    {
        FoundStep { Unit: var unit } => unit.Parent is null ? t["StepIs.found.top", unit.Name] : t["StepIs.found", unit.Name, names.Unit(unit.Parent)],
        MergeStep merge => t["StepIs.merge", Units(merge.Units), merge.Into.Name],
        AbsorbStep absorb => t["StepIs.absorb", Units(absorb.Units), names.Unit(absorb.Into)],
        DivideStep divide => t["StepIs.divide", names.Unit(divide.Unit), t.List([.. divide.Into.Select(part => part.Name)])],
        SeparateStep separate => t["StepIs.separate", t.List([.. separate.Into.Select(part => part.Name)]), names.Unit(separate.Unit)],
        MoveStep move => move.Parent is null ? t["StepIs.move.top", names.Unit(move.Unit)] : t["StepIs.move", names.Unit(move.Unit), names.Unit(move.Parent)],
        RenameStep rename => t["StepIs.rename", names.Unit(rename.Unit), rename.Name],
        DissolveStep dissolve => t["StepIs.dissolve", names.Unit(dissolve.Unit)],
        SetAutonomyStep autonomy => autonomy.Group is { } group ? t["StepIs.set-autonomy", names.Unit(autonomy.Unit), group] : t["StepIs.set-autonomy.none", names.Unit(autonomy.Unit)],
        SetQuotaStep quota => t[$"StepIs.set-quota.{quota.Quota}", names.Unit(quota.Unit), Format.Number(quota.Posts), Lower(t.Name(quota.Category))],
        ConvertPaySourceStep convert => t[convert.People is { Count: > 0 } ? "StepIs.convert-pay-source.people" : "StepIs.convert-pay-source",
            names.Unit(convert.Unit), Format.Number(convert.Posts), Lower(t.Name(convert.From)), Lower(t.Name(convert.To)), People(convert.People ?? [])],
        MovePeopleStep move => t[names.IsParty(move.To) ? "StepIs.move-people.cell" : "StepIs.move-people", People(move.People), names.Unit(move.To)],
        SetHeadStep lead => t[names.IsParty(lead.Unit) ? "StepIs.set-head.cell" : "StepIs.set-head", names.Person(lead.Person), Lower(Post(lead)), names.Unit(lead.Unit)],
        MoveFunctionsStep move => t["StepIs.move-functions", t.List([.. move.Functions.Select(name => $"“{name}”")]), names.Unit(move.Unit), names.Unit(move.To)],
        SetCoverageStep coverage => coverage.Units.Count == 0 ? t["StepIs.set-coverage.none", names.Unit(coverage.Cell)] : t["StepIs.set-coverage", names.Unit(coverage.Cell), Units(coverage.Units)],
        _ => step.Op,
    };

    /// <summary>Cấp trưởng, cấp phó; in a cell bí thư, phó bí thư, chi ủy viên.</summary>
    public string Post(SetHeadStep lead) => Post(lead.Headship, names.IsParty(lead.Unit));

    public string Post(Leadership leadership, bool inCell) => t[inCell
        ? leadership switch { Leadership.Head => "PartyPost.Cell.Secretary", Leadership.Deputy => "PartyPost.Cell.DeputySecretary", _ => "PartyPost.Cell.CommitteeMember" }
        : $"Headship.{leadership}"];

    /// <summary>Of which of the four decisions a step is.</summary>
    public string Group(ScenarioStep step) => t[$"ScenarioGroup.{GroupOf(step)}"];

    public StepGroup GroupOf(ScenarioStep step) => step switch
    {
        SetCoverageStep => StepGroup.Party,
        SetQuotaStep or ConvertPaySourceStep => StepGroup.Quota,
        MovePeopleStep move => names.IsParty(move.To) ? StepGroup.Party : StepGroup.Personnel,
        SetHeadStep lead => names.IsParty(lead.Unit) ? StepGroup.Party : StepGroup.Personnel,
        _ => StepNames.UnitsOf(step).Any(names.IsParty) ? StepGroup.Party : StepGroup.State,
    };

    private string Units(IReadOnlyList<string> codes) => t.List([.. codes.Select(names.Unit)]);

    private string People(IReadOnlyList<string> codes) => codes.Count > FewPeople ? t.Count("Noun.Person", codes.Count) : t.List([.. codes.Select(names.Person)]);

    private static string Lower(string text) => text.Length == 0 ? text : char.ToLower(text[0], CultureInfo.CurrentUICulture) + text[1..];
}

/// <summary>State (the authority above), party (the party committee), personnel and quota (the department).</summary>
public enum StepGroup { State, Party, Personnel, Quota }
