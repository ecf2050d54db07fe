using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Reports.Documents;

namespace OrgManager.Party;

/// <summary>Sổ danh sách đảng viên (Mẫu 7-HSĐV). Day of birth and sex are part of it, as of every party file: whoever reads the record of a cell reads them.</summary>
public sealed class MemberRegister(Database database, ReadLog log)
{
    /// <summary>The register of a cell or committee by its code.</summary>
    /// <exception cref="NotFoundException">No party unit ever had this code.</exception>
    [UseCase(Permission.ViewPartyRecord)]
    public Task<Register> GetAsync(string unit, DateOnly on, CancellationToken ct = default) => ReadAsync("MemberRegister", unit, on, [Permission.ViewPartyRecord], register => register, ct);

    /// <summary>The same, to be taken out of the house.</summary>
    /// <inheritdoc cref="GetAsync" path="/exception"/>
    [UseCase(Permission.Export, Permission.ViewPartyRecord)]
    public Task<Register> ExportAsync(string unit, DateOnly on, CancellationToken ct = default) => ReadAsync("MemberRegisterExport", unit, on, [Permission.ViewPartyRecord, Permission.Export], register => register, ct);

    /// <summary>The same as a paper, its table across.</summary>
    /// <inheritdoc cref="GetAsync" path="/exception"/>
    [UseCase(Permission.Export, Permission.ViewPartyRecord)]
    public Task<byte[]> DocumentAsync(string unit, DateOnly on, CancellationToken ct = default) =>
        ReadAsync("MemberRegisterExport", unit, on, [Permission.ViewPartyRecord, Permission.Export], register => DocxFile.Write(new RegisterPaper(register).Document()), ct);

    /// <summary>The party units on a day whose record the reader may see, committees above their cells.</summary>
    [UseCase(Permission.ViewPartyRecord, IsList = true)]
    public Task<IReadOnlyList<PartyPlace>> UnitsAsync(DateOnly on, CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<PartyPlace>>(db =>
        {
            var scope = db.DemandScope(Permission.ViewPartyRecord, on);
            return Task.FromResult<IReadOnlyList<PartyPlace>>([.. db.Timeline.On(on).Tree(Branch.Party).Where(u => scope.Includes(u.Id)).Select(u => new PartyPlace(u.Id, u.Code, u.Name, u.Kind.Cell))]);
        }, ct);

    private Task<T> ReadAsync<T>(string what, string code, DateOnly on, Permission[] demanded, Func<Register, T> made, CancellationToken ct) =>
        database.ReadAsync(async db =>
        {
            var unit = db.Timeline.UnitByCode(code) is { Branch: Branch.Party } found ? found : throw new NotFoundException(typeof(OrgUnit), code);
            foreach (var permission in demanded) db.Demand(permission, unit.Id, on);
            var register = await RegisterRecord.AddAsync(db, new RegisterView(db.Timeline, on).Of(unit), ct);
            await log.WriteAsync(db.Actor, what, FieldClass.Party, register.Cells.SelectMany(c => c.Rows).Where(r => r.PersonId != db.Actor.PersonId).Select(r => r.Person.Code).Distinct(), ct);
            await log.WriteAsync(db.Actor, what, FieldClass.Discipline, register.Cells.SelectMany(c => c.Rows).Where(r => r.Disciplines.Count > 0 && r.PersonId != db.Actor.PersonId).Select(r => r.Person.Code).Distinct(), ct);
            return made(register);
        }, ct);
}
