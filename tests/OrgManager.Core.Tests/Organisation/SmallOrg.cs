using OrgManager.Common;
using OrgManager.Data.Seeding;
using OrgManager.Organisation;

namespace OrgManager.Tests;

/// <summary>A few words for organisations of two or three units.</summary>
internal static class SmallOrg
{
    public static Task DefineKindsAsync(this TestOrg org) => org.Get<UnitKindService>().DefineAsync(SeedFiles.BesideTheProgram.Kinds.Kinds);

    public static async Task<TestOrg> StartWithKindsAsync()
    {
        var org = await TestOrg.StartAsync();
        await org.DefineKindsAsync();
        return org;
    }

    public static Task<Guid> FoundAsync(this TestOrg org, string code, DateOnly from, Guid? parent = null, string kind = "Division", string? name = null) =>
        org.Units.FoundAsync(new(code, kind is "Cell" or "GrassrootsCommittee" ? Branch.Party : Branch.Government, new(name ?? code, kind, parent)), from);

    public static async Task<Seen> SeeAsync(this TestOrg org, Guid unitId) => (await org.Units.GetAsync(unitId)).Seen;

    public static async Task AssertSoundAsync(this TestOrg org) =>
        Assert.Empty((await org.Get<OrgManager.Data.Maintenance.Verifier>().VerifyAsync()).Problems);

    public static async Task AssertBrokenAsync(string code, Func<Task> act) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<RuleBrokenException>(act)).Code);
}
