using OrgManager.Common;

namespace OrgManager.Tests;

/// <summary>Which rule said no.</summary>
internal static class Refusal
{
    public static void Is(string code, Action act) => Assert.Equal(code, Assert.Throws<RuleBrokenException>(act).Code);

    public static async Task IsAsync(string code, Func<Task> act) => Assert.Equal(code, (await Assert.ThrowsAsync<RuleBrokenException>(act)).Code);
}
