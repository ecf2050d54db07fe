using OrgManager.Access;

namespace OrgManager.Web.Home;

/// <summary>Whose work a home page begins with: the whole house, staff and posts, the party, or only oneself.</summary>
public enum HomeView { House, Staff, Party, Own }

public static class HomeViews
{
    public static HomeView Of(Actor actor) =>
        actor.May(Permission.ChangeStaffWork) ? HomeView.Staff
        : actor.May(Permission.ViewPartyRecord) && !actor.May(Permission.ViewStaffWork) ? HomeView.Party
        : actor.May(Permission.ViewQuota) || actor.May(Permission.ViewStaffWork) ? HomeView.House : HomeView.Own;
}
