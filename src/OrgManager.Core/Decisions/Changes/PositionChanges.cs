using System.Globalization;
using OrgManager.Access;
using OrgManager.Establishment;
using OrgManager.Organisation;

namespace OrgManager.Decisions;

/// <summary>Reads how many posts of one position a unit had and was to have, which stands beside the timeline.</summary>
internal sealed class PositionChanges(OrgTimeline timeline, PositionPosts posts, string position)
{
    public IEnumerable<Change> All() => timeline.Units.Find(posts.UnitId) is not { } unit ? [] :
        from level in posts.Levels
        from saying in level.Says
        select new Change(level.ValidFrom, saying.DecisionId, ChangeArea.Quota, unit.Id, Permission.ViewQuota, Permission.ChangeQuota, [new(ChangeOwner.Position, posts.Id, new(level.Id, saying.Fields))])
        {
            Unit = unit,
            OfUnit = new(level.ValidFrom, UnitEventKind.PositionSet) { Before = new(position), After = new(level.Posts.ToString(CultureInfo.InvariantCulture)), DecisionId = saying.DecisionId },
        };
}
