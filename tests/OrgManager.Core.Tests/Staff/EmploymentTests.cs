using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Staff;

namespace OrgManager.Tests.Staff;

/// <summary>One employment: the primary post, what stands beside it, and its end.</summary>
public class EmploymentTests
{
    private static readonly DateOnly Jan = new(2026, 1, 1), Apr = new(2026, 4, 1), Jul = new(2026, 7, 1);
    private static readonly AssignmentFacts Post = new(Guid.NewGuid(), QuotaCategory.CivilServant), Beside = new(Guid.NewGuid(), QuotaCategory.CivilServant, Headship.Head);

    [Fact]
    public void There_is_one_primary_post_and_it_ends_only_with_the_employment()
    {
        var employment = Begun();
        Refusal.Is("Assignment.PrimaryStands", () => employment.Add(AssignmentKind.Primary, Beside, Apr));
        Refusal.Is("Assignment.PrimaryStands", () => employment.EndAssignment(employment.Primary.Id, Apr));
    }

    [Theory]
    [InlineData(AssignmentKind.Concurrent), InlineData(AssignmentKind.Acting), InlineData(AssignmentKind.InCharge), InlineData(AssignmentKind.Seconded)]
    public void A_post_beside_it_begins_and_ends_within_the_employment(AssignmentKind kind)
    {
        var employment = Begun();
        Refusal.Is("Employment.NotThere", () => employment.Add(kind, Beside, Jan.AddDays(-1)));
        var line = employment.Add(kind, Beside, Apr);
        employment.EndAssignment(line.Id, Jul);
        Assert.Equal((Apr, Jul), (line.StartsOn, line.EndsOn));
        Refusal.Is("History.Ended", () => employment.EndAssignment(line.Id, Jul));
        Assert.Throws<NotFoundException>(() => employment.EndAssignment(Guid.NewGuid(), Jul));
    }

    [Fact]
    public void An_end_ends_all_posts_and_the_salary_and_comes_back_with_all_of_them()
    {
        var employment = Begun();
        var line = employment.Add(AssignmentKind.Concurrent, Beside, Jan.AddDays(5));
        employment.SetSalary(new("01.003", 1, 2.34m), Jan);
        employment.End(Jul, EmploymentEnd.Transfer);
        Assert.Equal((Jul, Jul, Jul, EmploymentEnd.Transfer), (employment.EndsOn, line.EndsOn, employment.SalarySteps[^1].ValidUntil, employment.EndReason));
        Refusal.Is("Employment.NotThere", () => employment.Add(AssignmentKind.Acting, Beside, Jul));

        employment.CorrectEnd(Apr, EmploymentEnd.Retirement, "Gõ nhầm");
        Assert.Equal((Apr, Apr, Apr, EmploymentEnd.Retirement), (employment.EndsOn, line.EndsOn, employment.SalarySteps[^1].ValidUntil, employment.EndReason));
        employment.WithdrawEnd(Jan);
        Assert.Equal((null, null, null, null), (employment.EndsOn, line.EndsOn, employment.SalarySteps[^1].ValidUntil, employment.EndReason));
    }

    [Fact]
    public void A_line_that_ended_earlier_does_not_come_back_with_the_employment()
    {
        var employment = Begun();
        var line = employment.Add(AssignmentKind.Concurrent, Beside, Jan.AddDays(5));
        employment.EndAssignment(line.Id, Apr);
        employment.End(Jul, EmploymentEnd.Transfer);
        employment.CorrectEnd(null, null, "Không thôi việc");
        Assert.Equal((null, Apr, null), (employment.EndsOn, line.EndsOn, employment.EndReason));
    }

    [Fact]
    public void An_end_in_force_is_corrected_and_not_withdrawn()
    {
        var employment = Begun();
        employment.End(Apr, EmploymentEnd.Transfer);
        Refusal.Is("History.InForce", () => employment.WithdrawEnd(Apr));
        Refusal.Is("History.ReasonMissing", () => employment.CorrectEnd(Jul, null, ""));
        Refusal.Is("History.ChangesAfterEnd", () => employment.CorrectEnd(Jan, null, "Gõ nhầm"));
    }

    [Fact]
    public void Without_an_end_there_is_none_to_correct()
    {
        Refusal.Is("History.NoEnd", () => Begun().CorrectEnd(Jul, null, "Gõ nhầm"));
        Refusal.Is("History.NoEnd", () => Begun().WithdrawEnd(Jan));
    }

    [Fact]
    public void A_beginning_moves_with_all_that_began_with_it()
    {
        var employment = Begun();
        var (together, later) = (employment.Add(AssignmentKind.Concurrent, Beside, Jan), employment.Add(AssignmentKind.Acting, Beside, Jul));
        employment.SetSalary(new("01.003", 1, 2.34m), Jan);
        employment.CorrectDay(employment.Primary.Versions[0].Id, Apr, "Gõ nhầm");
        Assert.Equal((Apr, Apr, Jul, Apr), (employment.StartsOn, together.StartsOn, later.StartsOn, employment.SalarySteps[0].ValidFrom));

        employment.CorrectDay(together.Versions[0].Id, Jul, "Gõ nhầm");
        Assert.Equal((Apr, Jul), (employment.StartsOn, together.StartsOn));
    }

    [Fact]
    public void A_salary_entered_after_the_leaving_ends_with_it()
    {
        var employment = Begun();
        employment.End(Jul, EmploymentEnd.Retirement);
        Refusal.Is("History.NotThere", () => employment.SetSalary(new("01.003", 1, 2.34m), Jul));
        employment.SetSalary(new("01.003", 1, 2.34m), Apr);
        Assert.Equal(Jul, employment.SalarySteps[0].ValidUntil);
    }

    [Fact]
    public async Task Posts_beside_the_primary_one_count_nobody_as_present()
    {
        await using var org = await TestOrg.StartModelAsync();
        var (person, beside) = (await org.PersonIdAsync("CB036"), await org.UnitIdAsync("VP"));
        var id = (await org.Get<StaffService>().EmploymentOnAsync(person, org.Today)).Seen.Id;
        await org.Database.ChangeAsync(new("Test"), async db => (await db.LoadAsync<Employment>(id, default)).Add(AssignmentKind.Concurrent, Post with { UnitId = beside }, org.Today));

        var snapshot = await org.SnapshotAsync(org.Today);
        Assert.Equal(("QLCN", false), (snapshot.Post(person)!.Unit!.Code, snapshot.Unit("VP")!.Posts.Any(p => p.Person.Id == person)));
    }

    private static Employment Begun() => Employment.Begin(Guid.NewGuid(), Post, Jan);
}
