using OrgManager.Common;

namespace OrgManager.Establishment;

/// <summary>Under which position of the catalogue a post is filled: the one that is called as the post is, wherever the tone is written. Of several it is the one of which the unit has posts, else the one of that very name.</summary>
internal sealed class PositionNames(IEnumerable<JobPosition> catalogue)
{
    private readonly ILookup<string, JobPosition> _byName = catalogue
        .SelectMany(position => position.CalledAs.Prepend(position.Name).Select(Key).Distinct().Select(name => (name, position))).ToLookup(called => called.name, called => called.position);

    public static string Key(string name) => VietnameseText.SortKey(name);

    /// <param name="kept">The positions of which the unit has posts.</param>
    /// <returns>Null where none is called so, or nothing tells which of several it is.</returns>
    public JobPosition? Of(string title, IReadOnlySet<Guid> kept)
    {
        var key = Key(title);
        List<JobPosition> called = [.. _byName[key]];
        return called switch
        {
            [] => null,
            [var one] => one,
            _ when called.FindAll(p => kept.Contains(p.Id)) is [var one] => one,
            _ => called.FindAll(p => Key(p.Name) == key) is [var named] ? named : null,
        };
    }
}
