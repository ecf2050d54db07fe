namespace OrgManager.Web.Common;

/// <summary>On a page that shows the same on every day: there the day is not offered, though its links keep it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UndatedAttribute : Attribute
{
    /// <summary>Whether the page of this route is of that kind; without a route it is not.</summary>
    public static bool IsOn(Microsoft.AspNetCore.Components.RouteData? route) => route is not null && IsDefined(route.PageType, typeof(UndatedAttribute));
}
