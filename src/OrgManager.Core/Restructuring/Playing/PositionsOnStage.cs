using OrgManager.Establishment;
using OrgManager.Organisation;

namespace OrgManager.Restructuring.Playing;

/// <summary>Posts by position while a scenario is played: they are no lines of the timeline, and are read of the units that are asked for.</summary>
internal sealed class PositionsOnStage(OrgTimeline before, IAggregateSource source)
{
    private readonly Dictionary<Guid, List<PositionPosts>> _ofUnit = [];
    private readonly Dictionary<Guid, int> _known = [];

    /// <summary>Which units took over posts of others, and how many on the day.</summary>
    public List<(Guid UnitId, int Posts)> HandedOn { get; } = [];

    /// <summary>What was only to begin on the day or later, and never does.</summary>
    public List<PositionPosts> Gone { get; } = [];

    /// <summary>What is other than before, or new.</summary>
    public IEnumerable<PositionPosts> Changed => _ofUnit.Values.SelectMany(posts => posts).Where(p => !_known.TryGetValue(p.Id, out var version) || version != p.Version);

    /// <summary>What was there before and is other now.</summary>
    public IEnumerable<Guid> TouchedIds => Changed.Concat(Gone).Select(p => p.Id).Where(_known.ContainsKey);

    public async Task<IReadOnlyList<PositionPosts>> OfAsync(IReadOnlyCollection<Guid> units, CancellationToken ct)
    {
        var asked = units.Where(id => _ofUnit.TryAdd(id, [])).Where(id => before.Units.Find(id) is not null).ToList();
        foreach (var posts in asked.Count == 0 ? [] : await source.PositionsAsync(asked, ct))
        {
            _known[posts.Id] = posts.Version;
            _ofUnit[posts.UnitId].Add(posts);
        }
        return [.. units.SelectMany(id => _ofUnit[id])];
    }

    public PositionPosts Add(PositionPosts posts)
    {
        source.Add(posts);
        _ofUnit[posts.UnitId].Add(posts);
        return posts;
    }

    public void Remove(PositionPosts posts)
    {
        source.Remove(posts);
        _ofUnit[posts.UnitId].Remove(posts);
        if (_known.ContainsKey(posts.Id)) Gone.Add(posts);
    }
}
