using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Establishment;

/// <summary>So much the baseline of a target moves, because what it counts left the department or came into it.</summary>
public sealed record BaselineShift(string TargetCode, decimal Amount);

/// <summary>An organisation or function that goes out of the department or comes into it, with its posts, by a decision of the authority above.</summary>
/// <param name="UnitId">The unit that loses or gains the posts.</param>
public sealed record OutsideTransfer(QuotaMoveKind Kind, Guid UnitId, PostCounts Posts, string Subject, Guid DecisionId, IReadOnlyList<BaselineShift> Targets)
{
    /// <summary>The levels it makes of the day's: allocated to the unit, and assigned to whoever receives for it.</summary>
    /// <exception cref="RuleBrokenException">QuotaMove.NothingMoves; Quota.PostsOutOfRange, Quota.NotEnough; OrgUnit.NotThere.</exception>
    internal static IReadOnlyList<QuotaSetting> Settings(OrgSnapshot on, QuotaMoveKind kind, Guid unitId, PostCounts posts)
    {
        var unit = PostShift.There(on, unitId);
        var settings = new List<QuotaSetting>();
        foreach (var category in Categories(posts))
        {
            RuleBrokenException.Unless(posts[category] is > 0 and <= QuotaLevel.Most, "Quota.PostsOutOfRange", posts[category], QuotaLevel.Most);
            var by = kind == QuotaMoveKind.Out ? -posts[category] : posts[category];
            settings.Add(PostShift.Allocated(unit, category, by));
            if (PostShift.ReceiverFor(unit, category) is { } receiver) settings.Add(PostShift.Assigned(receiver, category, by));
        }
        RuleBrokenException.Unless(settings.Count > 0, "QuotaMove.NothingMoves");
        return settings;
    }

    internal static IEnumerable<QuotaCategory> Categories(PostCounts posts) => Enum.GetValues<QuotaCategory>().Where(category => posts[category] != 0);
}

/// <summary>What a transfer out or in would do, before it is saved.</summary>
public sealed record OutsidePreview(IReadOnlyList<OutsideSide> Sides, IReadOnlyList<ProposedShift> Targets);

public sealed record OutsideSide(QuotaCategory Category, TransferSide Side);

/// <summary>A target whose baseline can be moved on the day, and by how much it most likely is: what its metric counts of the posts that move.</summary>
public sealed record ProposedShift(string Code, string Name, string ShortName, decimal Amount);
