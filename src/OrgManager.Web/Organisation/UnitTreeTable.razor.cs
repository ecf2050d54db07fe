using Microsoft.AspNetCore.Components;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Web.Common;

namespace OrgManager.Web.Organisation;

/// <summary>One branch as a table that opens and closes; sums stand on the parents.</summary>
public sealed partial class UnitTreeTable
{
    private HashSet<string> _columns = [];
    private List<(string Name, string Text)> _figures = [];

    [Parameter, EditorRequired] public required ShownTree Shown { get; set; }

    /// <summary>Columns that the reader put away.</summary>
    [Parameter] public IReadOnlySet<string> Hidden { get; set; } = new HashSet<string>();

    /// <summary>One category, or all together.</summary>
    [Parameter] public QuotaCategory? Only { get; set; }
    [Parameter] public bool OpensStaff { get; set; }

    /// <summary>With the unit that is to be opened, or closed.</summary>
    [Parameter] public EventCallback<UnitTreeRow> OnToggle { get; set; }
    [Parameter] public EventCallback OnMore { get; set; }

    private Branch Branch => Shown.Branch;
    private bool ShowsPosts => Shown.ShowsPosts;

    protected override void OnParametersSet()
    {
        var columns = Shown.Columns.Where(column => !Hidden.Contains(column.Name)).ToList();
        (_columns, _figures) = ([.. columns.Select(column => column.Name)], columns.FindAll(column => column.Name is not (UnitHidable.Kind or UnitHidable.Head)));
    }

    private bool Shows(string column) => _columns.Contains(column);

    /// <summary>What a dash stands for, where one is shown.</summary>
    private string? Dashes => (Shown.HidesPosts, Only) switch
    {
        (true, null) => "Units.Hidden",
        (true, _) => "Units.HiddenOrNone",
        (false, null) => null,
        _ => "Units.None",
    };

    private static string Number(int? count) => count is { } known ? Format.Number(known) : Format.None;
}
