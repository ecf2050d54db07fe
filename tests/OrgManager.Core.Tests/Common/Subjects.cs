using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Tests.Common;

/// <summary>What histories refer to: units and cells there on every day of a test, a person and a unit of the history's own.</summary>
internal sealed record Places(Guid[] Units, Guid[] Cells, Guid Person, Guid Unit)
{
    public static readonly DateOnly Start = new(2026, 1, 1);

    /// <summary>Others a history may name.</summary>
    public required Guid[] People { get; init; }

    public static Places Imagined() => new(Three(), Three(), Guid.NewGuid(), Guid.NewGuid()) { People = Three() };

    private static Guid[] Three() => [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];
}

internal sealed class UnitSubject(OrgUnit unit, Places places) : Subject
{
    private static readonly string[] Kinds = ["Division", "Office", "Inspectorate"];

    public override int Fields => 6;
    public override IReadOnlyList<Told> Versions => Tell(unit.Versions);

    public static OrgUnit Begin(Places places, Guid decision) => OrgUnit.Found($"{places.Person:N}"[^20..], Branch.Government, FactsOf([0, 0, 0, 0, 0, 0], places), Places.Start, decision);

    public override object Facts(int[] values) => FactsOf(values, places);
    public override void Change(DateOnly from, int fields, int[] values, Guid? decision) => unit.Change(from, Edit(fields, values), decision);
    public override void Correct(Guid version, int fields, int[] values, string reason) => unit.Correct(version, Edit(fields, values), reason);
    public override void CorrectDay(Guid version, DateOnly to, string reason) => unit.CorrectDay(version, to, reason);
    public override void Withdraw(Guid version, DateOnly today, int? fields) => unit.Withdraw(version, today, (OrgUnitFields?)fields);
    public override void End(DateOnly on, Guid? decision) => unit.End(on, decision);
    public override void CorrectEnd(DateOnly? on, string reason) => unit.CorrectEnd(on, reason);
    public override void WithdrawEnd(DateOnly today) => unit.WithdrawEnd(today);

    private static OrgUnitFacts FactsOf(int[] v, Places places) => new(
        $"Tên {v[0]}", Kinds[v[2]], v[3] == 0 ? null : places.Units[v[3]], v[1] == 0 ? null : $"T{v[1]}", v[4], v[5] == 0 ? null : v[5]);

    private OrgUnitEdit Edit(int fields, int[] values)
    {
        var (edit, facts, sets) = (new OrgUnitEdit(), FactsOf(values, places), (OrgUnitFields)fields);
        if (sets.HasFlag(OrgUnitFields.Name)) edit = edit with { Name = facts.Name };
        if (sets.HasFlag(OrgUnitFields.ShortName)) edit = edit with { ShortName = facts.ShortName };
        if (sets.HasFlag(OrgUnitFields.Kind)) edit = edit with { Kind = facts.Kind };
        if (sets.HasFlag(OrgUnitFields.Parent)) edit = edit with { ParentId = facts.ParentId };
        if (sets.HasFlag(OrgUnitFields.Order)) edit = edit with { Order = facts.Order };
        if (sets.HasFlag(OrgUnitFields.Autonomy)) edit = edit with { Autonomy = facts.Autonomy };
        return edit;
    }
}

internal sealed class FunctionSubject(UnitFunction function, Places places) : Subject
{
    public override int Fields => 5;
    public override IReadOnlyList<Told> Versions => Tell(function.Versions);

    public static UnitFunction Begin(Places places, Guid decision) => UnitFunction.Begin(FactsOf([0, 0, 0, 0, 0], places), Places.Start, decision);

    public override object Facts(int[] values) => FactsOf(values, places);
    public override void Change(DateOnly from, int fields, int[] values, Guid? decision) => function.Change(from, Edit(fields, values), decision);
    public override void Correct(Guid version, int fields, int[] values, string reason) => function.Correct(version, Edit(fields, values), reason);
    public override void CorrectDay(Guid version, DateOnly to, string reason) => function.CorrectDay(version, to, reason);
    public override void Withdraw(Guid version, DateOnly today, int? fields) => function.Withdraw(version, today, (UnitFunctionFields?)fields);
    public override void End(DateOnly on, Guid? decision) => function.End(on, decision);
    public override void CorrectEnd(DateOnly? on, string reason) => function.CorrectEnd(on, reason);
    public override void WithdrawEnd(DateOnly today) => function.WithdrawEnd(today);

    private static UnitFunctionFacts FactsOf(int[] v, Places places) =>
        new($"Việc {v[0]}", places.Units[v[2]], v[1] == 0 ? null : $"Lĩnh vực {v[1]}") { CoordinatorIds = v[3] == 0 ? [] : [places.Cells[v[3]]], PersonId = v[4] == 0 ? null : places.People[v[4]] };

    private UnitFunctionEdit Edit(int fields, int[] values)
    {
        var (edit, facts, sets) = (new UnitFunctionEdit(), FactsOf(values, places), (UnitFunctionFields)fields);
        if (sets.HasFlag(UnitFunctionFields.Name)) edit = edit with { Name = facts.Name };
        if (sets.HasFlag(UnitFunctionFields.Field)) edit = edit with { Field = facts.Field };
        if (sets.HasFlag(UnitFunctionFields.Lead)) edit = edit with { LeadId = facts.LeadId };
        if (sets.HasFlag(UnitFunctionFields.Coordinators)) edit = edit with { CoordinatorIds = facts.CoordinatorIds };
        if (sets.HasFlag(UnitFunctionFields.Person)) edit = edit with { PersonId = facts.PersonId };
        return edit;
    }
}

internal sealed class QuotaSubject(Quota quota) : Subject
{
    public override int Fields => 1;
    public override IReadOnlyList<Told> Versions => Tell(quota.Levels);

    public static Quota Begin(Places places, Guid decision) => Quota.Open(places.Unit, QuotaCategory.CivilServant, QuotaKind.Allocated, 0, Places.Start, decision);

    public override object Facts(int[] values) => new QuotaFacts(values[0]);
    public override void Change(DateOnly from, int fields, int[] values, Guid? decision) => quota.Set(from, values[0], decision);
    public override void Correct(Guid version, int fields, int[] values, string reason) => quota.Correct(version, values[0], reason);
    public override void CorrectDay(Guid version, DateOnly to, string reason) => quota.CorrectDay(version, to, reason);
    public override void Withdraw(Guid version, DateOnly today, int? fields) => quota.Withdraw(version, today);
    public override void End(DateOnly on, Guid? decision) => quota.End(on, decision);
    public override void CorrectEnd(DateOnly? on, string reason) => quota.CorrectEnd(on, reason);
    public override void WithdrawEnd(DateOnly today) => quota.WithdrawEnd(today);
}

internal sealed class PostSubject(Employment employment, Places places) : Subject
{
    public override int Fields => 4;
    public override IReadOnlyList<Told> Versions => Tell(employment.Primary.Versions);

    public static Employment Begin(Places places, Guid decision)
    {
        var employment = Employment.Begin(places.Person, FactsOf([0, 0, 0, 0], places), Places.Start, decision);
        return employment;
    }

    public override object Facts(int[] values) => FactsOf(values, places);
    public override void Change(DateOnly from, int fields, int[] values, Guid? decision) => employment.Change(from, Edit(fields, values), decision);
    public override void Correct(Guid version, int fields, int[] values, string reason) => employment.Correct(version, Edit(fields, values), reason);
    public override void CorrectDay(Guid version, DateOnly to, string reason) => employment.CorrectDay(version, to, reason);
    public override void Withdraw(Guid version, DateOnly today, int? fields) => employment.Withdraw(version, today, (AssignmentFields?)fields);
    public override void End(DateOnly on, Guid? decision) => employment.End(on, EmploymentEnd.Transfer, decision);
    public override void CorrectEnd(DateOnly? on, string reason) => employment.CorrectEnd(on, null, reason);
    public override void WithdrawEnd(DateOnly today) => employment.WithdrawEnd(today);

    private static AssignmentFacts FactsOf(int[] v, Places places) => new(
        places.Units[v[0]], (QuotaCategory)v[1], (Headship)v[2], v[2], v[3] == 0 ? null : $"Chức danh {v[3]}");

    private AssignmentEdit Edit(int fields, int[] values)
    {
        var (edit, facts, sets) = (new AssignmentEdit(), FactsOf(values, places), (AssignmentFields)fields);
        if (sets.HasFlag(AssignmentFields.Unit)) edit = edit with { UnitId = facts.UnitId };
        if (sets.HasFlag(AssignmentFields.Category)) edit = edit with { Category = facts.Category };
        if (sets.HasFlag(AssignmentFields.Headship)) edit = edit with { Leads = (facts.Headship, facts.Order) };
        if (sets.HasFlag(AssignmentFields.Position)) edit = edit with { Position = facts.Position };
        return edit;
    }
}

internal sealed class MemberSubject(PartyMember member, Places places) : Subject
{
    public override int Fields => 3;
    public override int Changeable => (int)(MembershipFields.Cell | MembershipFields.Participation);
    public override bool OneFieldAtATime => true;
    public override Verbs Knows => Verbs.Change | Verbs.Correct | Verbs.Withdraw | Verbs.End;
    public override IReadOnlyList<Told> Versions => Tell(member.Memberships);

    public static PartyMember Begin(Places places, DateOnly from, Guid decision) => PartyMember.Join(
        places.Person, new(from.AddYears(-2), from.AddYears(-2), from.AddYears(-1)), places.Cells[0], from, decision);

    public override object Facts(int[] values) => new MembershipFacts(places.Cells[values[0]], Standing.Official, (Participation)values[2]);
    public override void Change(DateOnly from, int fields, int[] values, Guid? decision)
    {
        if (fields == (int)MembershipFields.Cell) member.MoveTo(places.Cells[values[0]], from, decision);
        else member.SetParticipation((Participation)values[2], from, decision);
    }

    public override void Correct(Guid version, int fields, int[] values, string reason) =>
        member.Correct(version, new((MembershipFields)fields, places.Cells[values[0]], Participation: (Participation)values[2]), reason);
    public override void Withdraw(Guid version, DateOnly today, int? fields) => member.Withdraw(version, today, (MembershipFields?)fields);
    public override void End(DateOnly on, Guid? decision) => member.Leave(on, MembershipEnd.TransferOut, decision);
}

internal sealed class OfficeSubject(PartyOffice office) : Subject
{
    public override int Fields => 2;
    public override IReadOnlyList<Told> Versions => Tell(office.Versions);

    public static PartyMember Begin(Places places, Guid decision)
    {
        var member = MemberSubject.Begin(places, Places.Start.AddYears(-1), decision);
        member.GiveOffice(places.Cells[0], FactsOf([0, 0]), Places.Start, decision);
        return member;
    }

    public override object Facts(int[] values) => FactsOf(values);
    public override void Change(DateOnly from, int fields, int[] values, Guid? decision) => office.History.Change(from, new(fields, FactsOf(values)), decision);
    public override void Correct(Guid version, int fields, int[] values, string reason) => office.History.Correct(version, new(fields, FactsOf(values)), reason);
    public override void CorrectDay(Guid version, DateOnly to, string reason) => office.History.CorrectDay(version, to, reason);
    public override void Withdraw(Guid version, DateOnly today, int? fields) => office.History.Withdraw(version, today, fields);
    public override void End(DateOnly on, Guid? decision) => office.History.End(on, decision);
    public override void CorrectEnd(DateOnly? on, string reason) => office.History.CorrectEnd(on, reason);
    public override void WithdrawEnd(DateOnly today) => office.History.WithdrawEnd(today);

    private static OfficeFacts FactsOf(int[] values) => new((PartyPost)values[0], (OfficeBasis)values[1]);
}

internal sealed class CoverageSubject(CellCoverage coverage, Places places) : Subject
{
    public override int Fields => 1;
    public override Verbs Knows => Verbs.Change | Verbs.Correct | Verbs.Withdraw | Verbs.End;
    public override IReadOnlyList<Told> Versions => Tell(coverage.Versions);

    public static CellCoverage Begin(Places places, Guid decision) => CellCoverage.OfPerson(places.Person, places.Cells[0], Places.Start, decision);

    public override object Facts(int[] values) => new CoverageFacts(places.Cells[values[0]]);
    public override void Change(DateOnly from, int fields, int[] values, Guid? decision) => coverage.MoveTo(places.Cells[values[0]], from, decision);
    public override void Correct(Guid version, int fields, int[] values, string reason) => coverage.Correct(version, places.Cells[values[0]], reason);
    public override void Withdraw(Guid version, DateOnly today, int? fields) => coverage.Withdraw(version, today);
    public override void End(DateOnly on, Guid? decision) => coverage.End(on, decision);
}
