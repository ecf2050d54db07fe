using System.Globalization;
using OrgManager.Reviews;

namespace OrgManager.Web.Reviews.Files;

/// <summary>One product while it is typed.</summary>
public sealed class TaskEntry
{
    public string Product { get; set; } = "";
    public TaskQuality Quality { get; set; } = TaskQuality.AsAsked;
    public TaskProgress Progress { get; set; } = TaskProgress.OnTime;
}

/// <summary>One shortcoming with its remedy while it is typed.</summary>
public sealed class ShortcomingEntry
{
    public string Text { get; set; } = "";
    public string Remedy { get; set; } = "";
    public string Owner { get; set; } = "";
    public DateOnly? DueOn { get; set; }
}

/// <summary>A self-review while it is typed.</summary>
public sealed class SelfReviewEntry
{
    private readonly Dictionary<string, string> _texts, _levels = [], _points = [];

    public SelfReviewEntry(ReviewFileDetails file, SelfReview said)
    {
        (File, WorkGrade, OwnGrade, _texts) = (file, said.WorkGrade ?? "", said.OwnGrade ?? "", said.Texts.ToDictionary());
        foreach (var score in said.Scores)
        {
            if (score.Level is not null) _levels[score.Code] = score.Level;
            if (score.Points is { } points) _points[score.Code] = points.ToString(CultureInfo.InvariantCulture);
        }
        Tasks = [.. said.Tasks.Select(t => new TaskEntry { Product = t.Product, Quality = t.Quality, Progress = t.Progress })];
        Shortcomings = [.. said.Shortcomings.Select(s => new ShortcomingEntry { Text = s.Text, Remedy = s.Remedy, Owner = s.Owner, DueOn = s.DueOn })];
        if (file.Form.HasTasks && Tasks.Count == 0) Tasks.Add(new());
    }

    public ReviewFileDetails File { get; }
    public SelfReviewForm Form => File.Form;
    public List<TaskEntry> Tasks { get; }
    public List<ShortcomingEntry> Shortcomings { get; }
    public string WorkGrade { get; set; }
    public string OwnGrade { get; set; }

    public SelfReview Said => new()
    {
        Texts = _texts, WorkGrade = WorkGrade.Length > 0 ? WorkGrade : null, OwnGrade = OwnGrade.Length > 0 ? OwnGrade : null, LastRemedies = File.LastRemedies,
        Scores = [.. Form.Criteria().Where(c => Level(c.Code).Length > 0 || Points(c.Code) is not null).Select(c => new CriterionScore(c.Code, c.Shown, Level(c.Code) is { Length: > 0 } level ? level : null, Points(c.Code)))],
        Tasks = [.. Tasks.Where(t => t.Product.Trim().Length > 0).Select(t => new TaskLine(t.Product, t.Quality, t.Progress))],
        Shortcomings = [.. Shortcomings.Where(s => s.Text.Trim().Length + s.Remedy.Trim().Length > 0).Select(s => new Shortcoming(s.Text, s.Remedy, s.Owner, s.DueOn))],
    };

    /// <summary>What is missing, but for a grade that whoever is not graded gives not.</summary>
    public IReadOnlyList<MissingPart> Missing => [.. Form.Missing(Said, File.Rules).Where(m => m.Gap != FormGap.Grade || File.NotGraded is null)];

    /// <summary>Sum of the points typed; null on a scale of levels.</summary>
    public decimal? Sum => Form.Levels is null ? Form.Criteria().Sum(c => Points(c.Code) ?? 0) : null;

    public string Text(string part) => _texts.GetValueOrDefault(part, "");

    public void Write(string part, string text) => _texts[part] = text;

    public string Level(string code) => _levels.GetValueOrDefault(code, "");

    public void Rate(string code, string level) => _levels[code] = level;

    public string TypedPoints(string code) => _points.GetValueOrDefault(code, "");

    public void Score(string code, string typed) => _points[code] = typed;

    private decimal? Points(string code) => decimal.TryParse(TypedPoints(code).Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points) ? points : null;
}
