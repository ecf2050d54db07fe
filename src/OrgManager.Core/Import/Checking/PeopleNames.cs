using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Import;

/// <summary>Whom a row means: by staff number, else by name and birth date. It is never guessed.</summary>
internal sealed class PeopleNames(OrgDbContext db, DateOnly on)
{
    private ILookup<string, PersonLine>? _byName;
    private readonly Scope _personal = db.ScopeFor(Permission.ViewStaffPersonal, on);

    /// <summary>Who is meant, or what is to be asked; neither where it is somebody new.</summary>
    public (PersonLine? Person, ImportProblem? Problem) Find(StaffRow row, string? answer)
    {
        if (answer is not null) return answer.Length == 0 ? (null, null) : db.Timeline.PersonByCode(answer) is { } chosen ? (chosen, null) : (null, new(ImportField.Code, answer, "Import.CodeUnknown", answer));
        var byCode = row.Code is { } code ? db.Timeline.PersonByCode(code) ?? db.Timeline.PersonByCode(code.ToUpperInvariant()) : null;
        if (byCode is not null) return IsAnother(row, byCode) && db.Timeline.On(on).UnitOf(byCode.Id) is { } at && _personal.Includes(at) ? (null, new(ImportField.Code, row.Code, "Import.CodeOfAnother", byCode.Code, byCode.FullName)) : (byCode, null);
        if (row.Name is not { } name) return (null, new(ImportField.Code, row.Code, "Import.CodeUnknown", row.Code));

        var alike = Named(name).ToList();
        var born = row.Born is { } day ? alike.FindAll(p => day.Fits(p.Born)) : alike;
        if (born.Count == 0) return (null, null);
        if (row.Code is not null) return row.Born is null ? (null, null) : (null, Ask("Import.SamePerson", row, born));
        if (row.Born is null) return (null, Ask("Import.BornMissing", row, born));
        return born.Count == 1 ? (born[0], null) : (null, Ask("Import.SeveralPeople", row, born));
    }

    /// <summary>A number that stands for somebody who is called otherwise and born on another day is a slip, not a change.</summary>
    private static bool IsAnother(StaffRow row, PersonLine person) => row is { Name: { } name, Born: { } born } && VietnameseText.SearchKey(name) != person.SearchKey && !born.Fits(person.Born);

    private static ImportProblem Ask(string code, StaffRow row, List<PersonLine> people) =>
        new(ImportField.Name, row.Name, code, string.Join(", ", people.Select(p => p.Code).Order(StringComparer.Ordinal))) { Candidates = [.. people.Select(p => p.Code).Order(StringComparer.Ordinal)] };

    /// <summary>Only those whose birth date the reader may see.</summary>
    private IEnumerable<PersonLine> Named(string name)
    {
        _byName ??= db.Timeline.People.ToLookup(p => p.SearchKey);
        return _byName[VietnameseText.SearchKey(name)].Where(p => db.Timeline.On(on).UnitOf(p.Id) is { } unit && _personal.Includes(unit));
    }
}
