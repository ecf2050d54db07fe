using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Organisation;
using OrgManager.Reviews;

namespace OrgManager.Tests;

/// <summary>A year of which full files are kept, and self-reviews that lack nothing.</summary>
public static class FullFiles
{
    public const int Year = 2025;

    /// <summary>Opens the year for every member and cell of a committee as of a day, or today.</summary>
    public static async Task OpenAsync(TestOrg org, int year = Year, string committee = "DB-SCT", string rules = "132-2018", DateOnly? on = null)
    {
        var (before, id, day) = (org.Actor, await org.UnitIdAsync(committee), on ?? org.Today);
        org.Actor = Actor.System;
        await org.Database.ChangeAsync(new("ReviewCycle.Open"), db =>
        {
            var cycle = ReviewCycle.Open(year, id, rules, CycleMode.FullFile);
            db.Add(cycle);
            foreach (var cell in db.Timeline.On(day).Subtree(id).Where(u => u.Kind.Cell))
            {
                db.Add(Review.OfCell(cycle, cell.Id));
                db.AddRange(cell.Members.Select(m => Review.OfMember(cycle, m.Person.Id, cell.Id, decidedAbove: false)));
            }
            return Task.CompletedTask;
        });
        org.Actor = before;
    }

    /// <summary>Whatever the form asks, answered.</summary>
    /// <param name="points">Given to each criterion, at most its own; ignored on a scale of levels.</param>
    public static SelfReview Whole(SelfReviewForm form, string grade = "HTTNV", decimal points = 100, IReadOnlyList<TaskLine>? tasks = null, IReadOnlyList<Shortcoming>? shortcomings = null) => new()
    {
        Scores = [.. form.Parts.SelectMany(p => p.Criteria.Select(c => new CriterionScore(c.Code, "", form.Levels is { Count: > 0 } levels ? levels[0] : null, form.Levels is null ? Math.Min(points, c.Max ?? (p.Sum ?? 0) / p.Criteria.Count) : null)))],
        Texts = form.Parts.Where(p => p.Kind is FormPartKind.Text or FormPartKind.Shortcomings).ToDictionary(p => p.Code, p => $"Đã viết phần {p.Code}"),
        Tasks = tasks ?? [new("Kế hoạch năm", TaskQuality.Above, TaskProgress.OnTime)],
        Shortcomings = shortcomings ?? [new("Còn chậm báo cáo", "Lập lịch báo cáo", "Bản thân", new(2026, 6, 30))],
        WorkGrade = grade, OwnGrade = grade,
    };

    public static async Task<ReviewFileDetails> FileAsync(TestOrg org, string person, int year = Year) => await org.Get<ReviewFileService>().OfMemberAsync(year, person);

    /// <summary>Signed in as somebody who may, hands the self-review in.</summary>
    public static async Task SubmitAsync(TestOrg org, string user, string person, int year = Year, Func<SelfReviewForm, SelfReview>? said = null)
    {
        await org.SignInAsync(user);
        var file = await FileAsync(org, person, year);
        await org.Get<SelfReviewService>().SubmitAsync(file.Seen.Id, file.Draft?.Version ?? 0, (said ?? (form => Whole(form)))(file.Form));
    }

    /// <summary>Signed in as somebody who may, does one thing with a member's file.</summary>
    public static async Task MoveAsync(TestOrg org, string user, string person, ReviewAct act, string? remark = null, int year = Year)
    {
        await org.SignInAsync(user);
        await org.Get<ReviewFileService>().MoveAsync([(await FileAsync(org, person, year)).Seen], act, remark);
    }

    /// <summary>Handed in, brought to the meeting, and its result entered by the party's clerk.</summary>
    public static async Task ProposeAsync(TestOrg org, string person, string cell, string grade, int year = Year, Func<SelfReviewForm, SelfReview>? said = null)
    {
        await SubmitAsync(org, "partyclerk", person, year, said);
        await MoveAsync(org, "partyclerk", person, ReviewAct.Gather, year: year);
        await EnterAsync(org, person, cell, grade, year);
        await MoveAsync(org, "partyclerk", person, ReviewAct.Propose, year: year);
        await MoveAsync(org, "partyclerk", person, ReviewAct.Verify, year: year);
    }

    public static async Task EnterAsync(TestOrg org, string person, string cell, string grade, int year = Year, string? comment = null)
    {
        var sheet = await org.Get<CellReviewService>().SheetAsync(year, cell);
        var row = sheet.Members.Single(m => m.Person!.Code == person);
        await org.Get<CellReviewService>().EnterAsync(new("3-BB/CB", new(year, 12, 10), null, [new(row.Seen, grade, null, null) { Comment = comment }]));
    }

    public static async Task DecideAsync(TestOrg org, string person, string cell, string grade, string? remark = null, int year = Year)
    {
        await org.SignInAsync("secretary");
        var row = (await org.Get<CellReviewService>().SheetAsync(year, cell)).Members.Single(m => m.Person!.Code == person);
        await org.Get<CellReviewService>().DecideAsync([new(row.Seen, grade) { Remark = remark }]);
    }
}
