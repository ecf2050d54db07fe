using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>A member's file, the day on which it is told (the day asked for, or the nearest of the membership), and the cell on it.</summary>
internal sealed record NearMembership(MemberLine Line, DateOnly On, Guid CellId);

internal static class MembershipFiles
{
    /// <summary>The files of a person, oldest first: several of who left and came back.</summary>
    public static List<MemberLine> FilesOf(this OrgTimeline timeline, Guid personId) =>
        [.. timeline.Members.By(LineKeys.MemberPerson)[personId].OrderBy(m => m.History.From)];

    /// <summary>The file in force on the day, else the last before it, else the first; null for who was never a member.</summary>
    public static NearMembership? MembershipNear(this OrgTimeline timeline, Guid personId, DateOnly on)
    {
        var files = timeline.FilesOf(personId);
        if ((files.LastOrDefault(m => m.History.From <= on) ?? files.FirstOrDefault()) is not { } line) return null;
        var (first, last) = (line.History.From, line.History.Until.AddDays(-1));
        var day = on < first ? first : on > last ? last : on;
        return new(line, day, line.History.On(day)!.CellId);
    }
}
