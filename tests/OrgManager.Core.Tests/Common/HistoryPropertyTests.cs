using CsCheck;
using OrgManager.Common;

namespace OrgManager.Tests.Common;

/// <summary>Random verbs on everything dated, against the plainest model there is: for each field, what was said on which day.</summary>
public class HistoryPropertyTests
{
    public static TheoryData<string, int> InMemory => new() { { "OrgUnit", 1_000 }, { "Quota", 1_000 }, { "Assignment", 1_000 }, { "Membership", 1_000 }, { "Office", 1_000 }, { "Coverage", 1_000 }, { "Function", 1_000 } };
    public static TheoryData<string, int> Saved => new() { { "OrgUnit", 24 }, { "Quota", 12 }, { "Assignment", 12 }, { "Membership", 12 }, { "Office", 12 }, { "Coverage", 12 }, { "Function", 12 } };

    [Theory, MemberData(nameof(InMemory))]
    public void Every_field_holds_until_it_is_set_again_and_what_is_refused_changes_nothing(string what, int times) =>
        HistorySteps.Any.Array[0, 16].Sample(steps =>
        {
            var (kept, places, decision) = (Kept.Of(what), Places.Imagined(), Guid.NewGuid());
            var real = kept.As(kept.Begin(places, decision), places);
            var plain = new PlainHistory(real.Fields, 0, decision);
            foreach (var step in steps.Select(s => HistorySteps.For(real, s)).OfType<Step>())
            {
                var expected = HistorySteps.TellPlain(plain, step, real.Fields);
                Assert.Equal(expected, RefusalOf(() => HistorySteps.TellReal(real, step)));
                HistorySteps.AssertSame(plain, real);
            }
        }, iter: times);

    [Theory, MemberData(nameof(Saved))]
    public async Task The_same_is_true_of_what_was_saved_and_is_read_again(string what, int times)
    {
        await using var org = await TestOrg.StartAsync();
        var stage = await Stage.SetAsync(org);
        var kept = Kept.Of(what);
        await HistorySteps.Any.Array[1, 10].SampleAsync(async steps =>
        {
            var (id, places, decision) = await stage.BeginAsync(kept);
            PlainHistory? plain = null;
            foreach (var any in steps)
            {
                Subject? told = null;
                string? expected = null;
                var refusal = await RefusalOfAsync(() => org.Database.ChangeAsync(new("Test.Step"), async db =>
                {
                    told = kept.As(await kept.LoadAsync(db, id), places);
                    plain ??= new PlainHistory(told.Fields, 0, decision);
                    if (HistorySteps.For(told, any) is not { } step) return;
                    expected = HistorySteps.TellPlain(plain, step, told.Fields);
                    HistorySteps.TellReal(told, step);
                }));
                Assert.Equal(expected, refusal);
                await using var fresh = await org.OpenAsync();
                HistorySteps.AssertSame(plain!, kept.As(await kept.LoadAsync(fresh, id), places));
            }
        }, iter: times, threads: 1);
        await org.AssertSoundAsync();
    }

    private static string? RefusalOf(Action verb)
    {
        try
        {
            verb();
            return null;
        }
        catch (RuleBrokenException e)
        {
            return e.Code;
        }
    }

    private static async Task<string?> RefusalOfAsync(Func<Task> change)
    {
        try
        {
            await change();
            return null;
        }
        catch (RuleBrokenException e)
        {
            return e.Code;
        }
    }
}
