namespace OrgManager.Web.Tests.Common;

/// <summary>Fields that are read key by key.</summary>
public class TypedFieldsTests
{
    /// <summary>A value written by hand beside the event comes back later than the next key, and takes that away; a bound one is known to be what was typed.</summary>
    [Fact]
    public void What_is_read_while_it_is_typed_is_bound()
    {
        var byHand = Repository.SourceFiles("OrgManager.Web", ".razor").Where(file => File.ReadAllText(file).Contains("@oninput=", StringComparison.Ordinal)).Select(Path.GetFileName);

        Assert.Empty(byHand);
    }
}
