using OrgManager.Web.Common;

namespace OrgManager.Web.Tests.Common;

public class LocalUrlTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/targets/B?on=2019-10-21#main")]
    [InlineData("/staff?search=Thuy%C3%AAn")]
    [InlineData("/a//b")]
    public void A_path_of_this_site_is_kept(string url) => Assert.Equal(url, LocalUrl.OrHome(url));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("targets")]
    [InlineData("~/targets")]
    [InlineData("https://elsewhere.example")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("\\elsewhere.example")]
    [InlineData("/\r\nSet-Cookie: a=b")]
    [InlineData("/\t/elsewhere.example")]
    [InlineData(" /targets")]
    [InlineData("/staff?search=Thuyên")]
    public void Anything_else_leads_home(string? url) => Assert.Equal("/", LocalUrl.OrHome(url));
}
