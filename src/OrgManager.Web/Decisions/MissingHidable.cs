using Microsoft.Extensions.Localization;
using OrgManager.Web.Common;

namespace OrgManager.Web.Decisions;

/// <summary>The columns of the inbox that a reader may hide: whom or what a change is about always stands.</summary>
public static class MissingHidable
{
    public const string List = "missing", Day = "day", What = "what", Area = "area";

    public static IReadOnlyList<(string Name, string Text)> Of(IStringLocalizer<Texts> t) => [(Day, t["Missing.Day"]), (What, t["Missing.What"]), (Area, t["Missing.Area"])];
}
