using Microsoft.Extensions.Localization;
using OrgManager.Organisation;
using OrgManager.Staff;
using OrgManager.Web.Common.Change;

namespace OrgManager.Web.Staff;

/// <summary>Two people changed one post at once: field by field, which value is to hold.</summary>
internal sealed class PostConflict
{
    private static readonly AssignmentFields[] Fields = [AssignmentFields.Unit, AssignmentFields.Headship, AssignmentFields.Category, AssignmentFields.Position];
    private readonly PostForm _typed = new();
    private PersonRef? _person;
    private AssignmentFacts? _was, _now;

    /// <summary>Keeps what was typed, so that choosing the saved value can be taken back.</summary>
    public void Meet(PersonRef person, EmploymentDetails seen, EmploymentDetails now, DateOnly on, PostForm form)
    {
        (_person, _was, _now) = (person, At(seen, on), At(now, on));
        _typed.Take(form, AssignmentFields.All);
    }

    /// <param name="text">A post in words: the whole of it tells a field best, since names of units and titles hang together.</param>
    /// <param name="single">Whether there is one person: for several, one choice would not fit all.</param>
    public List<ConflictRow> Rows(PostForm form, Func<AssignmentFacts, string> text, IStringLocalizer<Texts> t, bool single)
    {
        if (_was is not { } was || _now is not { } now) return [];
        var rows = new List<ConflictRow>();
        foreach (var field in Fields.Where(field => was.Overlay((int)field, now) != was))
        {
            var typed = _typed.Edit.Sets.HasFlag(field);
            rows.Add(new(single ? t[$"AssignmentField.{field}"] : $"{_person!.FullName}: {t[$"AssignmentField.{field}"]}", text(was.Overlay((int)field, now)), typed ? text(was.Overlay((int)field, _typed.On(was))) : null)
            {
                KeepsSaved = !form.Edit.Sets.HasFlag(field),
                OnKeepSaved = typed && single ? keep => form.Take(keep ? new() : _typed, field) : null,
            });
        }
        return rows;
    }

    private static AssignmentFacts? At(EmploymentDetails details, DateOnly on) => details.Posts.Where(p => p.Kind == AssignmentKind.Primary && p.From <= on).MaxBy(p => p.From)?.Facts;
}
