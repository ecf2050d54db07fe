using Microsoft.AspNetCore.Components;
using OrgManager.Organisation;
using OrgManager.Staff;
using OrgManager.Web.Common;

namespace OrgManager.Web.Staff;

/// <summary>Đính chính a post that was entered wrongly, with a reason; hủy one not yet in force.</summary>
public sealed partial class PostAmendSheet
{
    private readonly Latest _unitsRead = new(), _kindsRead = new(), _detailsRead = new();
    private readonly PostForm _form = new();
    private IReadOnlyList<UnitTreeRow> _units = [];
    private IReadOnlyList<UnitKindFacts> _kinds = [];
    private EmploymentDetails? _details;
    private DateOnly? _day;
    private string _reason = "";
    private bool _loaded, _wrongDay;

    [Inject] public required StaffService Staff { get; init; }
    [Inject] public required OrganisationService Organisation { get; init; }
    [Inject] public required UnitKindService KindsOf { get; init; }
    [Parameter, EditorRequired] public required PersonCard Person { get; set; }
    [Parameter, EditorRequired] public required PersonPost Post { get; set; }
    [Parameter] public EventCallback<SavedChange> OnSaved { get; set; }

    private bool IsAhead => Post.From > AsOf.Today;
    private AssignmentStretch? Version => _details?.Posts.SingleOrDefault(p => p.Id == Post.VersionId);

    protected override async Task OnInitializedAsync()
    {
        _day = Post.From;
        await LoadAsync(_kindsRead, ct => KindsOf.ListAsync(Branch.Government, ct), kinds => _kinds = kinds);
        await LoadAsync(_unitsRead, ct => Organisation.BranchAsync(Post.From, Branch.Government, ct), tree => _units = tree.Government);
        await LoadAsync(_detailsRead, ct => Staff.EmploymentOnAsync(Person.PersonId, Post.From, ct), details => _details = details);
        _loaded = true;
    }

    private string Text(AssignmentFacts post) => T.Post(post, _units, _kinds);

    /// <summary>The first day of what is corrected.</summary>
    private DateOnly From(DateOnly typed) => _wrongDay ? typed : Post.From;

    /// <summary>The day another known change of the same fields begins, or the person is no longer there.</summary>
    private DateOnly? Until(AssignmentStretch version, DateOnly from) =>
        _details!.Posts.Where(p => p.Kind == version.Kind && p.Id != version.Id && p.From > from && (p.Sets & version.Sets) != 0).OrderBy(p => p.From).Select(p => (DateOnly?)p.From).FirstOrDefault()
        ?? _details.EndsOn;

    private async Task SaveAsync()
    {
        if (_details is not { Seen: var seen }) return;
        if (!IsAhead && _wrongDay && LacksDay(_day)) return;
        if (!IsAhead && (_wrongDay ? _day == Post.From : _form.IsEmpty)) { Trouble = T["Change.Nothing"]; return; }
        await SaveAsync(() => (IsAhead, _wrongDay) switch
        {
            (true, _) => Staff.WithdrawAsync(seen, Post.VersionId),
            (_, true) => Staff.CorrectDayAsync(seen, Post.VersionId, _day!.Value, _reason),
            _ => Staff.CorrectAsync(seen, Post.VersionId, _form.Edit, _reason),
        }, () => OnSaved.InvokeAsync(Told(Person.FullName, T[IsAhead ? "Change.WithdrawTitle" : "Change.CorrectTitle"])));
    }

    /// <summary>What was typed stays; what somebody else made of this post is said beside what it was.</summary>
    protected override void OnConflict(object current)
    {
        if (current is not EmploymentDetails now) return;
        var seen = Version;
        _details = now;
        if (seen is null || Version is not { } post) return;
        if (post.From != seen.From) Trouble += " " + T["Change.NowIs", T["Change.From"], Format.Day(seen.From), Format.Day(post.From)];
        if (Text(post.Facts) != Text(seen.Facts)) Trouble += " " + T["Change.NowIs", T["Staff.Post"], Text(seen.Facts), Text(post.Facts)];
    }
}
