using OrgManager.Establishment;
using OrgManager.Reviews;
using OrgManager.Staff;

namespace OrgManager.Tests.Access.Matrix;

/// <summary>Staff and reviews.</summary>
internal static class MatrixOfPeople
{
    private static readonly DateOnly Planned = MatrixOrg.Planned, Later = MatrixOrg.Later, Far = MatrixOrg.Far;

    public static readonly Dictionary<string, MatrixCase> Cases = new()
    {
        ["StaffService.RecruitAsync"] = MatrixCase.Of(Aim.Unit, async c => await c.Get<StaffService>().RecruitAsync(
            new(new($"MOI-{c.Number}", "Trần Văn Mới", Sex.Male, new(1990, 1, 1)), new(await c.UnitAsync(), QuotaCategory.CivilServant)), Later)) with { Repeats = true },
        ["StaffService.EmploymentOnAsync"] = MatrixCase.Of(Aim.Worker, async c => await c.Get<StaffService>().EmploymentOnAsync(await c.PersonAsync(), c.Org.Today)),
        ["StaffService.ChangeAsync"] = MatrixCase.OfWorker(false, (c, e) => c.Get<StaffService>().ChangeAsync([(e.Seen, new() { Position = "Kế toán" })], c.OwnDay)) with { Repeats = true },
        ["StaffService.CorrectAsync"] = MatrixCase.OfWorker(false, (c, e) => c.Get<StaffService>().CorrectAsync(e.Seen, e.Posts[0].Id, new() { Position = $"Kỹ sư {c.Number}" }, "Gõ nhầm")) with { Repeats = true },
        ["StaffService.WithdrawAsync"] = MatrixCase.OfWorker(true, (c, e) => c.Get<StaffService>().WithdrawAsync(e.Seen, e.Posts.Single(p => p.From == Planned).Id)),
        ["StaffService.SetSalaryAsync"] = MatrixCase.OfWorker(false, (c, e) => c.Get<StaffService>().SetSalaryAsync(e.Seen, new("01.003", 9, 4.98m), c.OwnDay)) with { Repeats = true },
        ["StaffService.EndAsync"] = MatrixCase.OfWorker(false, (c, e) => c.Get<StaffService>().EndAsync([e.Seen], Far, EmploymentEnd.Resignation)),

        ["PersonService.CardAsync"] = MatrixCase.Of(Aim.Worker, c => c.Get<PersonService>().CardAsync(c.Place.Person, c.Org.Today)),

        ["RosterService.ListAsync"] = MatrixCase.Listing(Aim.Worker, async c =>
        {
            var shown = (await c.Get<RosterService>().ListAsync(new(c.Org.Today), new(Take: 500))).Rows.Select(r => r.Code).ToHashSet();
            return MatrixPlace.All.Where(place => shown.Contains(place.Person));
        }),

        ["ReviewService.DefineRulesAsync"] = MatrixCase.Of(Aim.Whole, c => c.Get<ReviewService>().DefineRulesAsync([Rules with { Id = $"test-{c.Number}" }])) with { Repeats = true },
        ["ReviewService.TakeOverAsync"] = MatrixCase.Of(Aim.Committee, async c => await c.Get<ReviewService>().TakeOverAsync(2019 - c.Number, await c.CommitteeAsync(), "132-2018", [], new(2019, 1, 10))) with { Repeats = true },
        ["ReviewService.StatisticsAsync"] = MatrixCase.Of(Aim.Committee, async c => await c.Get<ReviewService>().StatisticsAsync(2019, await c.CommitteeAsync())),
    };

    private static RuleSetFacts Rules => new()
    {
        Id = "test", Kind = "Party", Name = "Thử", NameEn = "Test", Basis = [], ValidFrom = Planned,
        Grades = [new("A", "A", "A"), new("B", "B", "B")], Scale = new("Levels", null, []),
    };
}
