namespace OrgManager.Web.Common;

/// <summary>Tells what stands around the page that something was changed from it.</summary>
public sealed class ChangeNotice
{
    public event Action? Made;

    public void Tell() => Made?.Invoke();
}
