using Microsoft.EntityFrameworkCore;
using OrgManager.Data;

namespace OrgManager.Reviews.Papers;

/// <summary>What a member wrote in the self-review, where the full file is kept, as the printed form has room for it.</summary>
/// <param name="Texts">By the codes of the parts; <paramref name="Levels"/> likewise.</param>
/// <param name="Remedies">What was to be remedied from the year before, and what came of it, one a line.</param>
internal sealed record KeptSelfReview(IReadOnlyDictionary<string, string> Texts, IReadOnlyDictionary<string, string> Levels, string? OwnGrade = null, string? WorkGrade = null, string? Remedies = null)
{
    private static readonly Dictionary<string, string> NoMeanings = [];

    /// <summary>What the head of the unit says, and what the cell says.</summary>
    public string? Comment { get; private init; }
    public string? CellComment { get; private init; }

    /// <summary>Given by the member, where the rules go by points.</summary>
    public IReadOnlyDictionary<string, decimal> Points { get; private init; } = new Dictionary<string, decimal>();

    /// <summary>For one criterion, or together for all of a group; for all there are without a code. Null where nothing was given.</summary>
    public decimal? PointsOf(string? code = null) => Points.Where(p => code is null || p.Key == code || p.Key.StartsWith($"{code}.", StringComparison.Ordinal)).Select(p => p.Value).ToList() is { Count: > 0 } given ? given.Sum() : null;

    /// <summary>By person; of those who handed nothing in yet, the remedies of the year before alone.</summary>
    public static async Task<Dictionary<Guid, KeptSelfReview>> OfAsync(OrgDbContext db, ReviewCycle cycle, IQueryable<Review> reviews, RuleSetFacts rules, CancellationToken ct)
    {
        var files = await (
            from file in db.Set<ReviewFile>()
            join review in db.Set<Review>() on file.ReviewId equals review.Id
            join of in db.Set<ReviewCycle>() on review.CycleId equals of.Id
            where review.Subject == ReviewSubject.Member && (of.Year == cycle.Year || of.Year == cycle.Year - 1) && reviews.Any(now => now.PersonId == review.PersonId)
            select new { PersonId = review.PersonId!.Value, of.Year, File = file }).ToListAsync(ct);
        return files.GroupBy(f => f.PersonId).ToDictionary(person => person.Key, person =>
        {
            var (now, before) = (person.FirstOrDefault(f => f.Year == cycle.Year)?.File, person.FirstOrDefault(f => f.Year == cycle.Year - 1)?.File);
            var said = now?.Self?.Said ?? new();
            return Of(said.LastRemedies.Count > 0 || before is null ? said : said with { LastRemedies = before.Remedies }, rules) with { Comment = now?.Comment?.Text, CellComment = now?.CellComment?.Text };
        });
    }

    /// <summary>What stands in a part that the printed form has not is told with the part before it.</summary>
    public static KeptSelfReview Of(SelfReview said, RuleSetFacts rules)
    {
        var (texts, levels) = (new Dictionary<string, string>(), new Dictionary<string, string>());
        var (printed, last) = (SelfReviewSheet.Of(rules).Parts.Where(p => p.Lines > 0).Select(p => p.Code).ToHashSet(), "");
        foreach (var part in SelfReviewForm.Of(rules, ReviewSubject.Member, true, NoMeanings).Parts.Concat(SelfReviewForm.Of(rules, ReviewSubject.Member, false, NoMeanings).Parts).GroupBy(p => p.Code))
        {
            var scores = part.SelectMany(p => p.Criteria).DistinctBy(c => c.Code).Select(c => said.Score(c.Code)).OfType<CriterionScore>().ToList();
            var given = scores.Select(s => s.Level).OfType<string>().Distinct().ToList();
            var (isPrinted, alike) = (printed.Contains(part.Key), given.Count == 1);
            if (isPrinted) last = part.Key;
            if (isPrinted && alike) levels[last] = given[0];
            var lines = Lines(said, part.Key, part.First().Kind).Concat(scores.Where(s => s.Points is not null || !alike || !isPrinted).Select(Line));
            texts[last] = string.Join('\n', lines.Prepend(texts.GetValueOrDefault(last, "")).Where(line => line.Length > 0));
        }
        return new(texts, levels, said.OwnGrade, said.WorkGrade, string.Join('\n', said.LastRemedies.Select(r => $"{r.Shortcoming}: {Word(r.State)}")))
        {
            Points = said.Scores.Where(s => s.Points is not null).DistinctBy(s => s.Code).ToDictionary(s => s.Code, s => s.Points!.Value),
        };
    }

    /// <summary>What a cell wrote, part by part.</summary>
    public static IReadOnlyDictionary<string, string> OfCell(SelfReview said, CellReviewSheet form) => form.Parts.DistinctBy(p => p.Code).ToDictionary(p => p.Code,
        p => string.Join('\n', Lines(said, p.Code, p.Kind).Concat(p.Criteria.Select(c => said.Score(c.Code)).OfType<CriterionScore>().Select(Line)).Where(line => line.Length > 0)));

    private static IEnumerable<string> Lines(SelfReview said, string part, FormPartKind kind) => kind switch
    {
        FormPartKind.Tasks => said.Tasks.Select(t => $"- {t.Product}: {Word(t)}").Prepend(said.Text(part)),
        FormPartKind.Shortcomings => said.Shortcomings.Select(s => $"- {s.Text}. Khắc phục: {s.Remedy} ({s.Owner}{(s.DueOn is { } due ? $", trước ngày {PaperWords.Day(due)}" : "")}).").Prepend(said.Text(part)),
        FormPartKind.Remedies => said.LastRemedies.Select(r => $"- {r.Shortcoming}: {Word(r.State)}.").Prepend(said.Text(part)),
        _ => [said.Text(part)],
    };

    private static string Line(CriterionScore score) => $"{score.Text}: {score.Level ?? $"{PaperWords.Points(score.Points)} điểm"}.";

    private static string Word(RemedyState state) => state switch { RemedyState.Done => "đã khắc phục", RemedyState.NotDone => "chưa khắc phục", _ => "đang khắc phục" };

    private static string Word(TaskLine task) =>
        $"{task.Quality switch { TaskQuality.Above => "vượt yêu cầu", TaskQuality.AsAsked => "đạt yêu cầu", _ => "chưa đạt yêu cầu" }}, {task.Progress switch { TaskProgress.OnTime => "đúng tiến độ", TaskProgress.Late => "chậm tiến độ", _ => "chưa hoàn thành" }}";
}
