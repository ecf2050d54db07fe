using Microsoft.AspNetCore.Components;
using OrgManager.Organisation;
using OrgManager.Staff;
using OrgManager.Web.Common;

namespace OrgManager.Web.Staff;

/// <summary>Đính chính a post that was entered wrongly, with a reason; hủy one not yet in force.</summary>
public sealed partial class PostAmendSheet
{
    private readonly Latest _unitsRead = new(), _detailsRead = new();
    private readonly PostForm _form = new();
    private IReadOnlyList<UnitTreeRow> _units = [];
    private EmploymentDetails? _details;
    private string _reason = "";
    private bool _loaded;

    [Inject] public required StaffService Staff { get; init; }
    [Inject] public required OrganisationService Organisation { get; init; }
    [Parameter, EditorRequired] public required PersonCard Person { get; set; }
    [Parameter, EditorRequired] public required PersonPost Post { get; set; }
    [Parameter] public EventCallback OnSaved { get; set; }

    private bool IsAhead => Post.From > AsOf.Today;

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync(_unitsRead, ct => Organisation.TreeAsync(Post.From, ct), tree => _units = tree.Government);
        await LoadAsync(_detailsRead, ct => Staff.EmploymentOnAsync(Person.PersonId, Post.From, ct), details => _details = details);
        _loaded = true;
    }

    private async Task SaveAsync()
    {
        if (_details is not { Seen: var seen }) return;
        if (!IsAhead && _form.IsEmpty) { Trouble = T["Change.Nothing"]; return; }
        await SaveAsync(() => IsAhead ? Staff.WithdrawAsync(seen, Post.VersionId) : Staff.CorrectAsync(seen, Post.VersionId, _form.Edit, _reason), () => OnSaved.InvokeAsync());
    }

    protected override void OnConflict(object current) => _details = current as EmploymentDetails ?? _details;
}
