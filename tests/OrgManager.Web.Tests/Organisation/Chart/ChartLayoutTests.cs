using CsCheck;
using OrgManager.Web.Organisation.Chart;

namespace OrgManager.Web.Tests.Organisation.Chart;

/// <summary>Where boxes stand, on trees of any shape.</summary>
public class ChartLayoutTests
{
    private static readonly Gen<ChartBox> Trees = Gen.Recursive<ChartBox>((depth, below) =>
        from name in Gen.String[Gen.Char["aăâbcdđeêghiklmnoôơpqrstuưvxyĐƠỪ -"], 1, 90]
        from children in depth > 4 ? Gen.Const(Array.Empty<ChartBox>()) : below.Array[0, depth == 0 ? 20 : 4]
        from origins in Gen.Int[0, 9].Select(n => n > 7 ? n - 7 : 0)
        from turned in Gen.Bool
        select new ChartBox
        {
            Code = name, Name = name, Children = children, Head = turned ? "Nông Thị Kim Thoa" : null, Figures = "9 phân bổ · 9 có mặt", Filled = turned ? 0.5 : null, Below = children.Length,
            Origins = [.. Enumerable.Range(0, origins).Select(n => new ChartOrigin(new() { Code = $"{name}{n}", Name = "Phòng Quản lý thương mại nội địa" }, "hợp nhất 01/07/2020"))],
            Page = turned && children.Length > 3 ? new("1–24 / 72", null, "/") : null,
        });

    [Fact]
    public void No_box_stands_on_another_and_all_stand_within_the_drawing() =>
        Gen.Select(Trees, Gen.Int[0, 3], Gen.Int[1, 8]).Sample((tree, sideBySide, perRow) =>
        {
            var layout = new ChartLayout([tree], sideBySide, perRow);

            Assert.Equal(Count(tree), layout.Boxes.Count);
            foreach (var (at, one) in layout.Boxes.Index())
            {
                Assert.True(one.X >= 0 && one.Y >= 0 && one.X + ChartLayout.Width <= layout.TotalWidth && one.Y + one.Height <= layout.TotalHeight);
                Assert.DoesNotContain(layout.Boxes.Skip(at + 1), other => Overlap(one, other));
            }
        }, iter: 200);

    [Fact]
    public void A_row_is_balanced()
    {
        var layout = new ChartLayout([new() { Code = "S", Name = "Sở", Children = [.. Enumerable.Range(0, 7).Select(n => new ChartBox { Code = $"{n}", Name = "Phòng" })] }]);

        Assert.Equal([4, 3], layout.Boxes.Skip(1).GroupBy(box => box.Y).OrderBy(row => row.Key).Select(row => row.Count()));
    }

    [Fact]
    public void A_long_name_is_written_on_three_lines_at_most_and_ends_in_an_ellipsis()
    {
        var lines = ChartText.Wrap(string.Join(' ', Enumerable.Repeat("Trung tâm Khuyến công", 9)), 188, 13, 3);

        Assert.Equal(3, lines.Count);
        Assert.EndsWith("…", lines[^1], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.True(ChartText.Width(line, 13) <= 188));
        Assert.Equal(["Văn phòng"], ChartText.Wrap("Văn phòng", 188, 13, 3));
    }

    private static int Count(ChartBox box) => 1 + box.Origins.Count + box.Children.Sum(Count);

    private static bool Overlap(PlacedBox a, PlacedBox b) =>
        a.X < b.X + ChartLayout.Width && b.X < a.X + ChartLayout.Width && a.Y < b.Y + b.Height && b.Y < a.Y + a.Height;
}
