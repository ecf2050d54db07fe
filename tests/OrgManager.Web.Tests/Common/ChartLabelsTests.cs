using OrgManager.Web.Common;

namespace OrgManager.Web.Tests.Common;

public class ChartLabelsTests
{
    private readonly ChartLabels _labels = new(width: 200);

    [Fact]
    public void A_label_takes_the_first_place_with_room()
    {
        _labels.Place("first", true, (10, 50, "start"), (10, 100, "start"));
        _labels.Place("second", false, (12, 52, "start"), (10, 100, "start"));

        Assert.Equal([new(10, 50, "first", "start", true), new(10, 100, "second", "start", false)], _labels.Placed);
    }

    [Fact]
    public void One_for_which_there_is_no_room_is_left_out()
    {
        _labels.Place("first", true, (10, 50, "start"));
        _labels.Place("second", true, (12, 52, "start"), (20, 48, "start"));

        Assert.Equal("first", Assert.Single(_labels.Placed).Text);
    }

    [Theory]
    [InlineData(190, "start")]
    [InlineData(10, "end")]
    [InlineData(5, "middle")]
    public void None_stands_out_of_the_drawing(double x, string anchor)
    {
        _labels.Place("31/12/2020", true, (x, 50, anchor));

        Assert.Empty(_labels.Placed);
    }

    [Fact]
    public void None_crosses_a_line()
    {
        _labels.Avoid(30, 0, 30, 100);
        _labels.Place("over the line", true, (10, 50, "start"), (40, 50, "start"));

        Assert.Equal(40, Assert.Single(_labels.Placed).X);
    }

    [Fact]
    public void Nothing_is_not_placed()
    {
        _labels.Place("", true, (10, 50, "start"));

        Assert.Empty(_labels.Placed);
    }
}
