using CsCheck;
using OrgManager.Establishment;

namespace OrgManager.Tests.Establishment;

/// <summary>Arithmetic category by category: what one category leaves never makes up for another.</summary>
public class PostCountsTests
{
    private static readonly Gen<PostCounts> Counts = Gen.Int[0, 50].Array[4].Select(n => new PostCounts(n[0], n[1], n[2], n[3]));

    [Fact]
    public void What_is_left_and_what_is_over_say_the_same_as_the_difference() =>
        Counts.Select(Counts).Sample((allocated, present) =>
        {
            var (left, over) = (allocated.Left(present), allocated.Over(present));
            foreach (var category in Enum.GetValues<QuotaCategory>())
            {
                Assert.Equal(allocated[category] - present[category], left[category] - over[category]);
                Assert.True(left[category] >= 0 && over[category] >= 0 && (left[category] == 0 || over[category] == 0));
            }
        });

    [Fact]
    public void A_sum_is_the_sum_of_each_category() =>
        Counts.Select(Counts).Sample((a, b) =>
        {
            Assert.Equal(a.Total + b.Total, (a + b).Total);
            Assert.All(Enum.GetValues<QuotaCategory>(), c => Assert.Equal(a[c] + b[c], PostCounts.Add(a, b)[c]));
        });

    [Fact]
    public void Posts_are_added_to_one_category_only() =>
        Counts.Select(Gen.Enum<QuotaCategory>()).Sample((a, category) =>
            Assert.All(Enum.GetValues<QuotaCategory>(), c => Assert.Equal(a[c] + (c == category ? 3 : 0), a.Plus(category, 3)[c])));
}
