using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Reports;
using OrgManager.Reports.Documents;
using OrgManager.Restructuring.Annexes;

namespace OrgManager.Restructuring;

/// <summary>Papers of an approved scenario: drafts of its decisions, and its lists as a workbook. They leave the house and are in Vietnamese.</summary>
public sealed class ScenarioAnnexService(Database database, ReadLog log)
{
    /// <summary>The decisions the scenario needs, by the steps it has.</summary>
    /// <exception cref="NotFoundException">There is no such scenario.</exception>
    /// <exception cref="RuleBrokenException">Scenario.NotApproved: it is neither approved nor applied.</exception>
    [UseCase(Permission.DraftScenarios, Permission.ApproveScenarios, Any = true)]
    public Task<IReadOnlyList<AnnexKind>> KindsAsync(Guid id, CancellationToken ct = default) =>
        ReadAsync<IReadOnlyList<AnnexKind>>(id, (scenario, tried) => [.. Enum.GetValues<AnnexKind>().Where(kind => new AnnexDecision(scenario, tried, kind).IsNeeded)], ct);

    /// <summary>The draft of one decision with its lists, for a word processor.</summary>
    /// <inheritdoc cref="KindsAsync" path="/exception"/>
    [UseCase(Permission.DraftScenarios, Permission.ApproveScenarios, Any = true)]
    public Task<byte[]> DocumentAsync(Guid id, AnnexKind kind, CancellationToken ct = default) =>
        ReadAsync(id, (scenario, tried) => DocxFile.Write(new AnnexDecision(scenario, tried, kind).Document()), ct, (scenario, tried) => new AnnexDecision(scenario, tried, kind).Members);

    /// <summary>Units before and after, people with old and new posts, and what is surplus, a sheet each.</summary>
    /// <inheritdoc cref="KindsAsync" path="/exception"/>
    [UseCase(Permission.DraftScenarios, Permission.ApproveScenarios, Any = true)]
    public Task<byte[]> WorkbookAsync(Guid id, CancellationToken ct = default) =>
        ReadAsync(id, (scenario, tried) =>
        {
            var (rows, on) = (new AnnexRows(tried), scenario.EffectiveOn);
            return XlsxFile.Write(
                ("Đơn vị", AnnexTables.Sheet("Danh sách đơn vị trước và sau sắp xếp", on, AnnexTables.Units(rows.Units(Branch.Government)))),
                ("Tổ chức đảng", AnnexTables.Sheet("Danh sách tổ chức đảng trước và sau sắp xếp", on, AnnexTables.PartyUnits(rows.Units(Branch.Party)))),
                ("Nhân sự", AnnexTables.Sheet("Danh sách nhân sự trước và sau sắp xếp", on, AnnexTables.People(rows.People))),
                ("Dôi dư", AnnexTables.Sheet("Nhân sự dôi dư và chế độ bảo lưu", on, AnnexTables.Surplus(rows.Surplus))));
        }, ct);

    /// <param name="members">Those whom it names as members, which is written down of each, and be the scenario carried out.</param>
    private Task<T> ReadAsync<T>(Guid id, Func<ScenarioFile, ScenarioSimulation, T> write, CancellationToken ct, Func<ScenarioFile, ScenarioSimulation, IEnumerable<string>>? members = null) =>
        database.ReadAsync(async db =>
        {
            var scenario = await db.LoadAsync<Scenario>(id, ct);
            ScenarioSight.DemandRead(db, scenario);
            ScenarioSight.Demand(db, Permission.Export, scenario);
            RuleBrokenException.Unless(scenario.State is ScenarioState.Approved or ScenarioState.Applied, "Scenario.NotApproved", scenario.Name);
            var trial = await ScenarioTrials.OfAsync(db, scenario, ct);
            if (trial.Refused is { } refused) throw new RuleBrokenException(refused.Code, [.. refused.Args]);
            if (scenario.State != ScenarioState.Applied && !ScenarioSight.IsOwn(db, scenario)) await log.WriteAsync(db.Actor, "Scenario", FieldClass.Public, [scenario.Id.ToString()], ct);
            var own = db.Actor.PersonId is { } me ? db.Timeline.People.Find(me)?.Code : null;
            if (members is not null) await log.WriteAsync(db.Actor, "Scenario", FieldClass.Party, members(scenario.File, trial.Simulation).Where(code => code != own), ct);
            return write(scenario.File, trial.Simulation);
        }, ct);
}
