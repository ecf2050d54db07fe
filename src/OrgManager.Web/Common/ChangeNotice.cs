namespace OrgManager.Web.Common;

/// <summary>Tells what stands around the page that something was changed from it.</summary>
public sealed class ChangeNotice
{
    public event Action? Made;

    /// <summary>Something was refused for want of a right: what is offered may be out of date.</summary>
    public event Action? Refused;

    public void Tell() => Made?.Invoke();

    public void TellRefused() => Refused?.Invoke();
}
