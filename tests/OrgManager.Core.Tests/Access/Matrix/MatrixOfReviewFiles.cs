using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Reviews;

namespace OrgManager.Tests.Access.Matrix;

/// <summary>Full files of reviews: those of somebody of the place who is none of the accounts.</summary>
internal static class MatrixOfReviewFiles
{
    public static readonly Dictionary<string, MatrixCase> Cases = new()
    {
        ["ReviewFileService.OfMemberAsync"] = MatrixCase.Of(Aim.Member, c => c.Get<ReviewFileService>().OfMemberAsync(2019, c.Place.Person)),
        ["ReviewFileService.OfCellAsync"] = MatrixCase.Of(Aim.Cell, c => c.Get<ReviewFileService>().OfCellAsync(2019, c.Place.Cell)),
        ["ReviewFileService.OfCollectiveAsync"] = MatrixCase.Of(Aim.Cell, c => c.Get<ReviewFileService>().OfCollectiveAsync(FullFiles.Year, c.Place.Cell)),
        ["CellReviewService.YearsAsync"] = MatrixCase.Listing(Aim.Cell, async c =>
        {
            var shown = new List<MatrixPlace>();
            foreach (var place in MatrixPlace.All)
                if ((await c.Get<CellReviewService>().YearsAsync(place.Cell)).Count > 0) shown.Add(place);
            return shown;
        }),
        ["ReviewFileService.MineAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<ReviewFileService>().MineAsync()),
        ["ReviewFileService.MoveAsync"] = OfFile(Aim.Cell, MatrixOrg.Newcomer, ReviewStep.UnitComment, (c, file) => c.Get<ReviewFileService>().MoveAsync([file.Seen], ReviewAct.PassOver, "Đi công tác dài ngày")),
        ["ReviewFileService.ProposeAsync"] = OfFile(Aim.Cell, MatrixOrg.Leaver, ReviewStep.Proposal, (c, file) => c.Get<ReviewFileService>().ProposeAsync([file.Seen])),
        ["ReviewFileService.ReconsiderAsync"] = OfFile(Aim.Committee, MatrixOrg.Leaver, ReviewStep.Decision, (c, file) => c.Get<ReviewFileService>().ReconsiderAsync([file.Seen], ReviewAct.Return, "Thẩm định lại")),
        ["ReviewFileService.HearAsync"] = OfFile(Aim.Cell, place => place.Person == "CB008" ? "CB006" : place.Person, ReviewStep.Opinions, (c, file) => c.Get<ReviewFileService>().HearAsync(file.Seen, "Công đoàn", "Tốt")),
        ["ReviewFileService.SetFactsAsync"] = OfFile(Aim.Cell, MatrixOrg.Leaver, ReviewStep.Opinions, (c, file) => c.Get<ReviewFileService>().SetFactsAsync(file.Seen, new(SickThreeMonths: true))),
        ["SelfReviewService.SaveDraftAsync"] = OfFile(Aim.Cell, MatrixOrg.Newcomer, ReviewStep.UnitComment, (c, file) => c.Get<SelfReviewService>().SaveDraftAsync(file.Seen.Id, 0, new())),
        ["SelfReviewService.SubmitAsync"] = OfFile(Aim.Cell, MatrixOrg.Newcomer, ReviewStep.UnitComment, (c, file) => c.Get<SelfReviewService>().SubmitAsync(file.Seen.Id, 0, FullFiles.Whole(file.Form))),
        ["StaffCommentService.ListAsync"] = MatrixCase.Listing(Aim.Worker, async c =>
        {
            var shown = (await c.Get<StaffCommentService>().ListAsync()).Select(r => r.Person.Code).ToHashSet();
            return MatrixPlace.All.Where(place => shown.Contains(place.Person));
        }),
        ["StaffCommentService.ExportAsync"] = MatrixCase.Listing(Aim.Worker, async c =>
        {
            var shown = (await c.Get<StaffCommentService>().ExportAsync()).Select(r => r.Person.Code).ToHashSet();
            return MatrixPlace.All.Where(place => shown.Contains(place.Person));
        }),
        ["StaffCommentService.CommentAsync"] = OfFile(Aim.Worker, place => place.Person, ReviewStep.Opinions, (c, file) => c.Get<StaffCommentService>().CommentAsync(file.Seen, "Làm việc tốt", "HTTNV")),
        ["RemedyService.ListAsync"] = MatrixCase.Listing(Aim.Member, async c =>
        {
            var shown = (await c.Get<RemedyService>().ListAsync(new())).Select(r => r.Person?.Code).ToHashSet();
            return MatrixPlace.All.Where(place => shown.Contains(place.Person));
        }),
        ["RemedyService.ExportAsync"] = MatrixCase.Listing(Aim.Member, async c =>
        {
            var shown = (await c.Get<RemedyService>().ExportAsync(new())).Select(r => r.Person?.Code).ToHashSet();
            return MatrixPlace.All.Where(place => shown.Contains(place.Person));
        }),
        ["RemedyService.AddAsync"] = OfFile(Aim.Cell, MatrixOrg.Leaver, ReviewStep.Opinions, (c, file) => c.Get<RemedyService>().AddAsync(file.Seen, new("Ít phát biểu", "Phát biểu mỗi kỳ", "Bản thân", MatrixOrg.Later))),
        ["RemedyService.SettleAsync"] = OfFile(Aim.Cell, MatrixOrg.Leaver, ReviewStep.Opinions, (c, file) => c.Get<RemedyService>().SettleAsync(file.Seen, file.Remedies[0].Number, RemedyState.Done, null)),
        ["DelegationService.ListAsync"] = MatrixCase.Of(Aim.Cell, c => c.Get<DelegationService>().ListAsync(c.Place.Cell)),
        ["DelegationService.GiveAsync"] = OfDeputy((c, _, from) => c.Get<DelegationService>().GiveAsync(c.Place.Cell, MatrixOrg.Leaver(c.Place), from, from.AddDays(1))) with { Repeats = true },
        ["DelegationService.EndAsync"] = OfDeputy(async (c, id, _) => await c.Get<DelegationService>().EndAsync(c.Place.Cell, id)),
        ["ExcellentService.ListAsync"] = MatrixCase.Of(Aim.Committee, c => c.Get<ExcellentService>().ListAsync(FullFiles.Year, c.Place.Committee)),
        ["ExcellentService.RecordAsync"] = MatrixCase.Of(Aim.Committee, async c =>
        {
            var round = (await c.Get<ExcellentService>().ListAsync(FullFiles.Year, c.Place.Committee)).Round;
            return () => c.Get<ExcellentService>().RecordAsync(round, new(MatrixOrg.Planned, 9, 9, 9, 0, []));
        }) with { Repeats = true },
        ["ReviewNoticeService.ListAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<ReviewNoticeService>().ListAsync()),
        ["ReviewWaitService.WaitingAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<ReviewWaitService>().WaitingAsync()),
        ["CellCriteriaService.GetAsync"] = MatrixCase.Of(Aim.Cell, c => c.Get<CellCriteriaService>().GetAsync(FullFiles.Year, c.Place.Cell)),
        ["CellCriteriaService.SetAsync"] = MatrixCase.Of(Aim.Cell, async c =>
        {
            var version = (await c.Get<CellCriteriaService>().GetAsync(FullFiles.Year, c.Place.Cell)).Version;
            return () => c.Get<CellCriteriaService>().SetAsync(FullFiles.Year, c.Place.Cell, null, version, new Dictionary<string, string> { ["M1.1"] = $"Lời {c.Number}" });
        }) with { Repeats = true },
    };

    /// <summary>A year of full files for the committee of the place, with one for those who lead the cell; two of it have handed in their self-review.</summary>
    public static async Task PrepareAsync(TestOrg org, MatrixPlace place)
    {
        await org.Database.ChangeAsync(new("ReviewCycle.Open"), db =>
        {
            var committee = db.Timeline.UnitByCode(place.Committee)!.Id;
            db.Add(Review.OfCollective(db.Set<ReviewCycle>().Single(c => c.Year == FullFiles.Year && c.CommitteeId == committee && c.Subject == ReviewSubject.Member), db.Timeline.UnitByCode(place.Cell)!.Id, decidedAbove: true));
            return Task.CompletedTask;
        });
        foreach (var person in new[] { place.Person, MatrixOrg.Leaver(place) })
        {
            var file = await FullFiles.FileAsync(org, person);
            await org.Get<SelfReviewService>().SubmitAsync(file.Seen.Id, 0, FullFiles.Whole(file.Form));
        }
    }

    /// <summary>About a deputy of the place's secretary: somebody with an account of their own.</summary>
    private static MatrixCase OfDeputy(Func<MatrixCall, Guid, DateOnly, Task> call) => MatrixCase.Of(Aim.Cell, async c =>
    {
        var (name, from) = ($"pho-{c.Number}", c.Org.Today);
        await c.Get<UserService>().AddAsync(new(name, AccountService.SamplePassword, Role.CellSecretary, c.Place.Cell, MatrixOrg.Leaver(c.Place), from, from.AddDays(2)));
        var lent = Guid.Empty;
        await c.Org.Database.ChangeAsync(new("Delegation.Give"), db =>
        {
            var grant = Grant.Give(db.Set<OrgUser>().Single(u => u.UserName == name).Id, Role.CellSecretary, db.Timeline.UnitByCode(c.Place.Cell)!.Id, from, from.AddDays(2), lentBy: Guid.Empty);
            db.Add(grant);
            lent = grant.Id;
            return Task.CompletedTask;
        });
        return () => call(c, lent, from);
    });

    /// <summary>About the file of somebody of the place, brought to this step for each call.</summary>
    private static MatrixCase OfFile(Aim aim, Func<MatrixPlace, string> whose, ReviewStep at, Func<MatrixCall, ReviewFileDetails, Task> call) => MatrixCase.Of(aim, async c =>
    {
        var person = whose(c.Place);
        if (at >= ReviewStep.Opinions && await FullFiles.FileAsync(c.Org, person) is { Step: < ReviewStep.Opinions } unwritten) await c.Get<SelfReviewService>().SubmitAsync(unwritten.Seen.Id, 0, FullFiles.Whole(unwritten.Form));
        foreach (var act in new[] { ReviewAct.Gather, ReviewAct.Record, ReviewAct.Propose, ReviewAct.Verify })
        {
            var file = await FullFiles.FileAsync(c.Org, person);
            if (file.Step >= at) break;
            if (act == ReviewAct.Record) await FullFiles.EnterAsync(c.Org, person, c.Place.Cell, "HTTNV");
            else await c.Get<ReviewFileService>().MoveAsync([file.Seen], act);
        }
        var ready = await FullFiles.FileAsync(c.Org, person);
        return () => call(c, ready);
    });
}
