using Microsoft.AspNetCore.Components;
using OrgManager.Access;
using OrgManager.Web.Common.Shell;

namespace OrgManager.Web.Common;

/// <summary>Base of the pages on which everything is of the one day in the address.</summary>
[Layout(typeof(DatedLayout))]
public abstract class DatedPage : AddressPage
{
    protected bool MaySeeStaff => Actor?.May(Permission.ViewStaffWork) == true;
}
