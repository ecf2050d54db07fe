using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Tests.Staff;

/// <summary>What a post is called in both languages.</summary>
public class PostTitlesTests
{
    [Theory]
    [InlineData("Chuyên viên", "Specialist")]
    [InlineData("kế  toán", "Accountant")]
    [InlineData("Chuyên viên (hội nhập quốc tế)", "Specialist (international integration)")]
    [InlineData("Chuyên viên (khuyến công)", "Chuyên viên (khuyến công)")]
    [InlineData("Trợ lý", "Trợ lý")]
    [InlineData(null, "")]
    public void A_position_is_told_in_English_where_every_part_of_it_is_known_else_as_it_was_typed(string? typed, string english) =>
        Assert.Equal(english, PostTitles.EnglishOf(new AssignmentFacts(Guid.Empty, QuotaCategory.CivilServant, Position: typed), null));

    [Fact]
    public void The_kind_of_the_unit_says_what_its_head_is_called_and_Vietnamese_stays_as_it_was_typed()
    {
        var kind = new UnitKindFacts { Code = "Office", Name = "Văn phòng", NameEn = "Office", Branch = Branch.Government, Order = 2, HeadTitle = "Chánh Văn phòng", HeadTitleEn = "Chief of Office" };
        var head = new AssignmentFacts(Guid.Empty, QuotaCategory.CivilServant, Headship.Head, Position: "Chuyên viên");

        Assert.Equal(("Chánh Văn phòng", "Chief of Office"), (PostTitles.Of(head, kind), PostTitles.EnglishOf(head, kind)));
        Assert.Equal("Chuyên viên", PostTitles.Of(head with { Headship = Headship.None }, kind));
    }
}
