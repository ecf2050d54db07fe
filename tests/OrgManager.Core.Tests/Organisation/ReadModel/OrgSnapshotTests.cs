using OrgManager.Access;
using OrgManager.Organisation;

namespace OrgManager.Tests.Organisation.ReadModel;

public class OrgSnapshotTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    private static readonly DateOnly Day = new(2019, 10, 21);

    [Fact]
    public async Task Before_the_first_day_there_is_nothing()
    {
        var empty = await model.Org.SnapshotAsync(new(2014, 12, 31));

        Assert.Empty(empty.Units);
        Assert.Empty(empty.Posts);
        Assert.Empty(empty.Members);
        Assert.Empty(empty.Roots(Branch.Government));
    }

    [Fact]
    public async Task Two_trees_stand_side_by_side_in_protocol_order()
    {
        var day = await model.Org.SnapshotAsync(Day);

        Assert.Equal("SCT", Assert.Single(day.Roots(Branch.Government)).Code);
        Assert.Equal("DB-SCT", Assert.Single(day.Roots(Branch.Party)).Code);
        Assert.Equal(["VP", "TTR", "KHTCTH", "QLCN", "QLNL", "KTATMT", "QLTM", "XNK", "KC", "XT"], day.Unit("SCT")!.Children.Select(u => u.Code));
        Assert.Equal(9, day.Unit("DB-SCT")!.Children.Count);
    }

    [Fact]
    public async Task Everybody_is_counted_once_in_the_unit_of_the_primary_post()
    {
        var day = await model.Org.SnapshotAsync(Day);

        Assert.Equal(89, day.Posts.Count());
        Assert.Equal(89, day.Unit("SCT")!.PresentBelow().Total);
        Assert.Equal(77, day.Members.Count());
        Assert.Equal(77, day.Units.Sum(u => u.Official + u.Probationary));
    }

    [Fact]
    public async Task Cut_to_a_scope_only_what_it_reaches_is_left()
    {
        var whole = await model.Org.SnapshotAsync(Day);
        var kc = whole.Subtree(whole.Unit("KC")!.Id).ToList();

        var cut = whole.VisibleTo(Scope.Of(kc.Select(u => u.Id)));

        Assert.Equal(kc.Select(u => u.Code).Order(), cut.Units.Select(u => u.Code).Order());
        Assert.Null(cut.Unit("KC")!.Parent);
        Assert.Equal("KC", Assert.Single(cut.Roots(Branch.Government)).Code);
        Assert.Equal(whole.Unit("KC")!.PresentBelow(), cut.Unit("KC")!.PresentBelow());
        Assert.Equal(whole.Unit("KC")!.Assigned, cut.Unit("KC")!.Assigned);
        Assert.Equal(whole.Unit("KC")!.PresentBelow().Total, cut.Posts.Count());
        Assert.Empty(cut.Members);
        Assert.Null(cut.Post(whole.Unit("VP")!.Head!.Person.Id));
    }

    [Fact]
    public async Task Cut_to_a_cell_its_members_are_left_and_no_posts()
    {
        var whole = await model.Org.SnapshotAsync(Day);

        var cut = whole.VisibleTo(Scope.Of([whole.Unit("CB-KTATMT")!.Id]));

        Assert.Equal((4, 1), (cut.Unit("CB-KTATMT")!.Official, cut.Unit("CB-KTATMT")!.Probationary));
        Assert.Equal(5, cut.Members.Count());
        Assert.Empty(cut.Posts);
    }

    [Fact]
    public async Task Ones_own_record_is_in_reach_wherever_it_stands()
    {
        var whole = await model.Org.SnapshotAsync(Day);
        var head = whole.Unit("KTATMT")!.Head!.Person.Id;

        var cut = whole.VisibleTo(Scope.Of([], head));

        Assert.Equal([head], cut.Posts.Select(p => p.Person.Id));
        Assert.Equal([head], cut.Members.Select(m => m.Person.Id));
        Assert.Empty(cut.Units);
    }

    [Fact]
    public async Task A_scope_of_everything_cuts_nothing_and_of_nothing_leaves_nothing()
    {
        var whole = await model.Org.SnapshotAsync(Day);

        Assert.Same(whole, whole.VisibleTo(Scope.Everything));
        var nothing = whole.VisibleTo(Scope.Nothing);
        Assert.Empty(nothing.Units);
        Assert.Empty(nothing.Posts);
        Assert.Empty(nothing.Members);
    }

    [Fact]
    public async Task The_same_day_asked_twice_is_one_snapshot() =>
        Assert.Same(await model.Org.SnapshotAsync(Day), await model.Org.SnapshotAsync(Day));
}
