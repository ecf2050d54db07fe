using OrgManager.Common;
using Radzen;

namespace OrgManager.Web.Common;

public static class GridExtensions
{
    public static PageRequest ToPageRequest(this LoadDataArgs args, string? sortBy = null, bool descending = false, string? search = null)
    {
        var sort = args.Sorts?.FirstOrDefault();
        return new(args.Skip ?? 0, args.Top ?? 20, sort?.Property ?? sortBy, sort is null ? descending : sort.SortOrder == SortOrder.Descending, search);
    }
}
