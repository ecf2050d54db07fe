using System.Runtime.ExceptionServices;

namespace OrgManager.Tests;

/// <summary>Cases that are drawn one after the other on one database: once one has failed, what it left behind would make others fail too, and the smallest of those be told. Here the first is told again and again.</summary>
internal static class FirstFailure
{
    public static Func<T, Task> Of<T>(Func<T, Task> check)
    {
        ExceptionDispatchInfo? first = null;
        return async drawn =>
        {
            first?.Throw();
            try
            {
                await check(drawn);
            }
            catch (Exception e)
            {
                first = ExceptionDispatchInfo.Capture(e);
                throw;
            }
        };
    }
}
