using Microsoft.AspNetCore.Components.Routing;

namespace OrgManager.Web.Common.Shell;

/// <summary>Moves the focus to the heading of a page gone to within the site; a page just loaded leaves it to the browser, so that the first Tab reaches the skip link.</summary>
public sealed class FocusAfterNavigation : FocusOnNavigate
{
    private Type? _landed;
    private bool _moved;

    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        _landed ??= RouteData?.PageType;
        _moved |= RouteData?.PageType != _landed;
    }

    protected override Task OnAfterRenderAsync(bool firstRender) => _moved ? base.OnAfterRenderAsync(firstRender) : Task.CompletedTask;
}
