using OrgManager.Common;

namespace OrgManager.Reviews;

public enum TaskQuality { Above, AsAsked, Below }

public enum TaskProgress { OnTime, Late, NotDone }

/// <summary>One product or task of the year: how good it was, and whether in time.</summary>
public sealed record TaskLine(string Product, TaskQuality Quality, TaskProgress Progress);

/// <summary>Hạn chế, khuyết điểm with what will be done about it, by whom, until when.</summary>
public sealed record Shortcoming(string Text, string Remedy, string Owner, DateOnly? DueOn);

/// <summary>Bản tự kiểm điểm: what the subject says, by the parts of the form.</summary>
public sealed record SelfReview
{
    public const int TextLength = 10_000, LineLength = 1000, MostLines = 60;

    /// <summary>Level or points by criterion, with the criterion's text as it was shown.</summary>
    public IReadOnlyList<CriterionScore> Scores { get; init; } = [];

    /// <summary>What is written under a part of the form, by the part's code.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();
    public IReadOnlyList<TaskLine> Tasks { get; init; } = [];
    public IReadOnlyList<Shortcoming> Shortcomings { get; init; } = [];

    /// <summary>Last year's remedies with their result, as they stood when it was handed in.</summary>
    public IReadOnlyList<Remedy> LastRemedies { get; init; } = [];

    /// <summary>The grade the subject gives itself as staff, and as a member.</summary>
    public string? WorkGrade { get; init; }
    public string? OwnGrade { get; init; }

    public CriterionScore? Score(string code) => Scores.FirstOrDefault(s => s.Code == code);

    public string Text(string part) => Texts.GetValueOrDefault(part, "");

    internal TaskTally? Tally => Tasks.Count == 0 ? null : new(
        Tasks.Count, Tasks.Count(t => t.Progress != TaskProgress.NotDone),
        Tasks.Count(t => t is { Progress: TaskProgress.OnTime, Quality: not TaskQuality.Below }), Tasks.Count(t => t is { Progress: TaskProgress.OnTime, Quality: TaskQuality.Above }), Tasks.Count(t => t.Progress == TaskProgress.Late));

    /// <summary>Written alike however it was typed, and without lines in which nothing stands.</summary>
    internal SelfReview Cleaned() => this with
    {
        Texts = Texts.Where(t => t.Value.Trim().Length > 0).ToDictionary(t => t.Key, t => VietnameseText.Prose(t.Value)),
        Tasks = [.. Tasks.Where(t => t.Product.Trim().Length > 0).Select(t => t with { Product = VietnameseText.Nfc(t.Product.Trim()) })],
        Shortcomings = [.. Shortcomings.Where(s => s.Text.Trim().Length + s.Remedy.Trim().Length > 0).Select(s => s with { Text = VietnameseText.Nfc(s.Text.Trim()), Remedy = VietnameseText.Nfc(s.Remedy.Trim()), Owner = VietnameseText.Nfc(s.Owner.Trim()) })],
    };

    /// <exception cref="RuleBrokenException">SelfReview.TooLong.</exception>
    internal void DemandBounds()
    {
        var holds = Texts.Values.All(t => t.Length <= TextLength) && Scores.Count <= MostLines * 2 && Tasks.Count <= MostLines && Shortcomings.Count <= MostLines
            && Tasks.All(t => t.Product.Length <= LineLength) && Shortcomings.All(s => s.Text.Length <= LineLength && s.Remedy.Length <= LineLength && s.Owner.Length <= LineLength);
        RuleBrokenException.Unless(holds, "SelfReview.TooLong", TextLength, LineLength, MostLines);
    }
}
