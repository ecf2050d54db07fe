using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Import;

/// <summary>From a row and whom it means to what becomes other.</summary>
internal sealed class RowPlanner(OrgDbContext db, ImportOrder order, UnitNames units)
{
    private readonly PostWords _posts = new();
    private readonly Dictionary<(Permission, Guid), bool> _reached = [];

    public ImportRow Recruit(StaffRow row)
    {
        var problems = row.Problems.ToList();
        void Need(ImportField field, bool given)
        {
            if (!given && !problems.Exists(p => p.Field == field)) problems.Add(new(field, null, "Import.FieldMissing"));
        }

        Need(ImportField.Code, row.Code is { Length: <= Person.CodeLength });
        Need(ImportField.Name, row.Name is { Length: <= Person.NameLength });
        Need(ImportField.Born, row.Born is not null);
        Need(ImportField.Sex, row.Sex is not null);
        Need(ImportField.Unit, row.Unit is not null);
        Need(ImportField.Category, row.Category is not null);
        var unit = row.Unit is null ? null : UnitOf(row, null, problems);
        if (unit is not null && !(Reaches(Permission.ChangeStaffWork, unit.Id) && Reaches(Permission.ChangeStaffPersonal, unit.Id))) problems.Add(new(ImportField.Unit, row.Unit, "Import.OutOfReach"));
        var salary = SalaryOf(row, null, problems);
        if (problems.Count > 0) return Row(row, null, unit, ImportState.Error, [], problems);

        var (headship, deputyOrder, position) = _posts.Of(row.Post, unit!);
        var facts = new PersonFacts(row.Code!, VietnameseText.Nfc(row.Name!), row.Sex!.Value, row.Born!.Value.Day);
        List<FieldChange> changes =
        [
            new(ImportField.Name, null, facts.FullName), new(ImportField.Born, null, facts.Born), new(ImportField.Sex, null, facts.Sex), new(ImportField.Unit, null, unit!.Name),
            .. row.Post is { } post ? [new FieldChange(ImportField.Post, null, post)] : Array.Empty<FieldChange>(), new(ImportField.Category, null, row.Category!.Value), .. Changes(null, salary),
        ];
        return Row(row, null, unit, ImportState.New, changes, []) with
        {
            Plan = new RecruitPlan(facts, new(unit.Id, row.Category.Value, headship, deputyOrder, position), salary), Notes = row.Born is { KnowsDay: false } ? ["Import.Note.DayUnknown"] : [],
        };
    }

    public ImportRow Change(StaffRow row, PersonLine person)
    {
        var problems = row.Problems.ToList();
        if (db.Timeline.On(order.On).Post(person.Id) is not { Unit: { } at } post) return Row(row, person, null, ImportState.Error, [], [new(null, null, "Import.NotInPost", order.On)]);
        if (!Reaches(Permission.ChangeStaffWork, at.Id)) return Row(row, person, null, ImportState.Error, [], [new(null, null, "Import.OutOfReach")]);

        var unit = row.Unit is null ? at : UnitOf(row, at, problems) ?? at;
        if (!Reaches(Permission.ChangeStaffWork, unit.Id)) problems.Add(new(ImportField.Unit, row.Unit, "Import.OutOfReach"));
        var changes = new List<FieldChange>();
        var edit = EditOf(row, post, unit, changes, problems);
        var facts = FactsOf(row, person, changes);
        var (had, salary) = (post.Employment.Salary?.On(order.On), SalaryOf(row, post.Employment.Salary?.On(order.On), problems));
        if (salary == had) salary = null;
        changes.AddRange(salary is null ? [] : Changes(had, salary));
        if ((salary is not null || facts is not null) && !Reaches(Permission.ChangeStaffPersonal, at.Id)) problems.Add(new(ImportField.Rank, null, "Import.OutOfReach"));
        if (facts is not null && !Reaches(Permission.CorrectHistory, at.Id)) problems.Add(new(ImportField.Name, row.Name, "Import.OutOfReach"));
        if (problems.Count > 0) return Row(row, person, unit, ImportState.Error, [], problems);
        return Row(row, person, unit, changes.Count == 0 ? ImportState.Same : ImportState.Changed, changes, []) with
        {
            Plan = changes.Count == 0 ? null : new ChangePlan(person, post.Employment, at.Id, edit.Sets == AssignmentFields.None ? null : edit, salary, facts),
        };
    }

    private AssignmentEdit EditOf(StaffRow row, PostHolder post, UnitOn unit, List<FieldChange> changes, List<ImportProblem> problems)
    {
        var (edit, had, moves) = (new AssignmentEdit(), post.Facts, unit.Id != post.Facts.UnitId);
        if (moves)
        {
            edit = edit with { UnitId = unit.Id };
            changes.Add(new(ImportField.Unit, post.Unit!.Name, unit.Name));
        }
        if (row.Post is { } text && (moves || !PostWords.IsCalled(text, had, post.Unit!.Kind)))
        {
            var (headship, place, position) = _posts.Of(text, unit);
            if (headship != had.Headship) edit = edit with { Leads = (headship, place) };
            else if (moves && headship == Headship.Deputy) edit = edit with { Leads = (headship, place) };
            if (headship == Headship.None && VietnameseText.Nfc(text) != had.Position) edit = edit with { Position = position };
            var before = PostTitles.Of(had, post.Unit!.Kind);
            if (headship != had.Headship || before != VietnameseText.Nfc(text)) changes.Add(new(ImportField.Post, before, VietnameseText.Nfc(text)));
        }
        else if (row.Post is null && moves && had.Headship != Headship.None) problems.Add(new(ImportField.Post, null, "Import.PostNeeded", post.Unit!.Name));
        if (row.Category is { } category && category != had.Category)
        {
            edit = edit with { Category = category };
            changes.Add(new(ImportField.Category, had.Category, category));
        }
        return edit;
    }

    /// <summary>What a row does not say, or says without the day, stays; so does a name that is only written otherwise.</summary>
    private static PersonFacts? FactsOf(StaffRow row, PersonLine person, List<FieldChange> changes)
    {
        var facts = new PersonFacts(person.Code, person.FullName, person.Sex, person.Born);
        if (row is { Name: { } name, Code: not null } && VietnameseText.SortKey(name) != VietnameseText.SortKey(person.FullName)) facts = facts with { FullName = VietnameseText.Nfc(name) };
        if (row.Sex is { } sex) facts = facts with { Sex = sex };
        if (row.Born is { } born && !born.Fits(person.Born)) facts = facts with { Born = born.Day };
        if (facts.FullName != person.FullName) changes.Add(new(ImportField.Name, person.FullName, facts.FullName));
        if (facts.Born != person.Born) changes.Add(new(ImportField.Born, person.Born, facts.Born));
        if (facts.Sex != person.Sex) changes.Add(new(ImportField.Sex, person.Sex, facts.Sex));
        return (facts.FullName, facts.Born, facts.Sex) == (person.FullName, person.Born, person.Sex) ? null : facts;
    }

    private static SalaryFacts? SalaryOf(StaffRow row, SalaryFacts? had, List<ImportProblem> problems)
    {
        if (row is { Rank: null, Step: null, Coefficient: null }) return had;
        var (rank, coefficient) = (row.Rank ?? had?.Rank, row.Coefficient ?? had?.Coefficient);
        if (had is not null && row.Step is null && (rank, coefficient) == (had.Rank, had.Coefficient)) return had;
        if (row.Step is { } step && rank is not null && coefficient is { } known) return new(rank, step, known);
        if (!problems.Exists(p => p.Field is ImportField.Step or ImportField.Coefficient)) problems.Add(new(row.Step is null ? ImportField.Step : ImportField.Rank, null, "Import.SalaryIncomplete"));
        return had;
    }

    private static IEnumerable<FieldChange> Changes(SalaryFacts? had, SalaryFacts? salary)
    {
        if (had?.Rank != salary?.Rank) yield return new(ImportField.Rank, had?.Rank, salary?.Rank);
        if (had?.Step != salary?.Step) yield return new(ImportField.Step, had?.Step, salary?.Step);
        if (had?.Coefficient != salary?.Coefficient) yield return new(ImportField.Coefficient, had?.Coefficient, salary?.Coefficient);
    }

    /// <summary>Of several that are called alike, the one where the person is.</summary>
    private UnitOn? UnitOf(StaffRow row, UnitOn? at, List<ImportProblem> problems)
    {
        var found = units.Find(row.Unit!);
        if (found.Count == 1 || found.Any(unit => unit.Id == at?.Id)) return found.FirstOrDefault(unit => unit.Id == at?.Id) ?? found[0];
        problems.Add(found.Count == 0 ? new(ImportField.Unit, row.Unit, "Import.UnitUnknown", order.On) : new(ImportField.Unit, row.Unit, "Import.SeveralUnits", string.Join(", ", found.Select(u => u.Code))));
        return null;
    }

    private bool Reaches(Permission permission, Guid unit) =>
        _reached.TryGetValue((permission, unit), out var known) ? known : _reached[(permission, unit)] = AccessRules.Reaches(db, permission, unit, order.On);

    /// <summary>Of somebody out of reach nothing is told that the file did not tell.</summary>
    private static ImportRow Row(StaffRow row, PersonLine? person, UnitOn? unit, ImportState state, IReadOnlyList<FieldChange> changes, IReadOnlyList<ImportProblem> problems) =>
        new(row.Number, state, person?.Code ?? row.Code ?? "", row.Name ?? (unit is null ? "" : person?.FullName ?? ""), unit?.Name ?? row.Unit, changes, problems, []);
}
