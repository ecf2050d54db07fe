using CsCheck;
using OrgManager.Organisation;

namespace OrgManager.Tests.Organisation.ReadModel;

/// <summary>An index that is carried on from change to change says what a fresh look at all lines says.</summary>
public class LineIndexTests
{
    private static readonly Guid[] Ids = [.. Enumerable.Range(0, 12).Select(_ => Guid.CreateVersion7())];
    private static readonly Func<Line, IEnumerable<int>> Keys = line => line.Keys;

    private sealed record Line(Guid Id, int[] Keys) : ILine;

    private static readonly Gen<(int Id, int[] Keys, bool Goes)> Change = Gen.Select(Gen.Int[0, 11], Gen.Int[0, 4].Array[0, 3], Gen.Bool);

    [Fact]
    public void After_any_changes_it_finds_what_a_look_at_all_lines_finds() => Change.Array[1, 60].Sample(changes =>
    {
        var lines = LineSet<Line>.Empty;
        foreach (var (id, keys, goes) in changes)
        {
            _ = lines.By(Keys)[0]; // asked for before the change, so carried over it
            lines = goes ? lines.Without(new HashSet<Guid> { Ids[id] }) : lines.With([new(Ids[id], keys)]);
            for (var key = 0; key <= 4; key++)
                Assert.Equal(lines.Where(line => line.Keys.Contains(key)).Select(line => line.Id).Order(), lines.By(Keys)[key].Select(line => line.Id).Order());
        }
        Assert.Equal(lines.SelectMany(line => line.Keys).Distinct().Order(), lines.By(Keys).Keys.Order());
    }, iter: 200);

    [Fact]
    public void More_changes_than_are_kept_apart_are_found_as_well()
    {
        var lines = LineSet<Line>.Empty;
        _ = lines.By(Keys)[0];
        for (var key = 0; key < 2_500; key++) lines = lines.With([new(Guid.CreateVersion7(), [key, -1])]);

        Assert.All(Enumerable.Range(0, 2_500), key => Assert.Single(lines.By(Keys)[key]));
        Assert.Equal(2_500, lines.By(Keys)[-1].Length);
    }

    [Fact]
    public void A_set_in_hand_stays_what_it_was()
    {
        var before = LineSet<Line>.Empty.With([new(Ids[0], [1])]);
        _ = before.By(Keys)[1];
        _ = before.With([new(Ids[0], [2]), new(Ids[1], [1])]);

        Assert.Equal(Ids[0], Assert.Single(before.By(Keys)[1]).Id);
        Assert.Empty(before.By(Keys)[2]);
    }
}
