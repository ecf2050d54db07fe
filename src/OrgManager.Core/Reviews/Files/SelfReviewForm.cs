using OrgManager.Common;

namespace OrgManager.Reviews;

public enum FormPartKind { Text, Tasks, Shortcomings, Remedies, Grades }

/// <summary>A criterion as it is asked: the words of the rules, and what the cell means by them for this subject.</summary>
/// <param name="Max">Most points; null where a level is given, or only the group has a sum.</param>
public sealed record FormCriterion(string Code, string Text, string? Meaning, decimal? Max)
{
    /// <summary>The text that is kept with the score: what was shown.</summary>
    public string Shown => Meaning is null ? Text : $"{Text}: {Meaning}";
}

/// <param name="Sum">Most points of all its criteria together.</param>
public sealed record FormPart(string Code, string Heading, string HeadingEn, FormPartKind Kind, bool Optional, IReadOnlyList<FormCriterion> Criteria, decimal? Sum);

/// <summary>What is still missing, and in which part.</summary>
public enum FormGap { Score, Points, Sum, Text, Tasks, Shortcoming, Grade }

public sealed record MissingPart(string Part, FormGap Gap, string? What = null);

/// <summary>Mẫu bản tự kiểm điểm (HD 21/2019, HD 25/2023, HD 43/2025): which parts are asked, by the scale of the rule set; their headings are data beside this class.</summary>
public sealed record SelfReviewForm(IReadOnlyList<FormPart> Parts, IReadOnlyList<string>? Levels)
{
    private static readonly FormLine[] Lines = RuleFiles.Read<FormFile>("self-review-forms.json").Forms;

    /// <param name="leads">Leads a unit: more is asked.</param>
    /// <param name="meanings">What the cell means by a criterion, by the code of its score.</param>
    public static SelfReviewForm Of(RuleSetFacts rules, ReviewSubject subject, bool leads, IReadOnlyDictionary<string, string> meanings)
    {
        var groups = rules.Scale.Groups.Where(g => g.Subjects.Contains(subject) && (leads || !g.LeadersOnly)).Select(g => g with { Criteria = g.CriteriaOf(leads) }).ToList();
        var form = Lines.FirstOrDefault(l => l.Subject == subject && l.Scale == rules.Scale.Kind) ?? Lines.First(l => l.Subject == (subject == ReviewSubject.Member ? subject : ReviewSubject.Cell));
        var parts = form.Parts.Where(p => p.Leaders is null || p.Leaders == leads).ToList();
        var own = groups.Select(g => Unasked(g, form.Parts)).OfType<CriteriaGroup>().Select(g => new FormPart(g.Code, g.Name, g.Name, FormPartKind.Text, false, [.. Criteria(g, meanings)], g.Max)).ToList();
        var told = parts.Select(p => Part(p, p.Group is { } code ? groups.Find(g => g.Code == code) : null, meanings)).ToList();
        var at = told.FindIndex(p => p.Kind is not (FormPartKind.Text or FormPartKind.Tasks));
        told.InsertRange(at < 0 ? told.Count : at, own);
        return new(told, rules.Scale.Kind == ReviewScale.OfPoints ? null : rules.Scale.Levels ?? []);
    }

    public IEnumerable<FormCriterion> Criteria() => Parts.SelectMany(p => p.Criteria);

    /// <summary>Whether products with quality and progress are asked for.</summary>
    public bool HasTasks => Parts.Any(p => p.Kind == FormPartKind.Tasks);

    /// <summary>Everything that keeps it from being handed in, in the order of the form.</summary>
    public IReadOnlyList<MissingPart> Missing(SelfReview said, RuleSetFacts rules) => [.. Parts.SelectMany(part => Missing(part, said, rules))];

    private IEnumerable<MissingPart> Missing(FormPart part, SelfReview said, RuleSetFacts rules)
    {
        var skipped = part.Kind == FormPartKind.Remedies && said.LastRemedies.Count == 0;
        if (!skipped)
            foreach (var criterion in part.Criteria)
                if (Lacks(criterion, part, said.Score(criterion.Code)) is { } gap) yield return new(part.Code, gap, criterion.Text);
        if (part.Sum is { } most && part.Criteria.Sum(c => said.Score(c.Code)?.Points ?? 0) > most) yield return new(part.Code, FormGap.Sum);
        switch (part.Kind)
        {
            case FormPartKind.Text when !part.Optional && said.Text(part.Code).Trim().Length == 0:
                yield return new(part.Code, FormGap.Text);
                break;
            case FormPartKind.Tasks when said.Tasks.All(t => t.Product.Trim().Length == 0):
                yield return new(part.Code, FormGap.Tasks);
                break;
            case FormPartKind.Shortcomings:
                if (said.Text(part.Code).Trim().Length == 0 && said.Shortcomings.Count == 0) yield return new(part.Code, FormGap.Text);
                foreach (var lacking in said.Shortcomings.Where(s => s.DueOn is null || new[] { s.Text, s.Remedy, s.Owner }.Any(t => t.Trim().Length == 0))) yield return new(part.Code, FormGap.Shortcoming, lacking.Text);
                break;
            case FormPartKind.Grades when said.OwnGrade is null || rules.Grades.All(g => g.Code != said.OwnGrade):
                yield return new(part.Code, FormGap.Grade);
                break;
        }
    }

    private FormGap? Lacks(FormCriterion criterion, FormPart part, CriterionScore? score)
    {
        if (Levels is { Count: > 0 }) return score?.Level is { } level && Levels.Contains(level) ? null : FormGap.Score;
        if (Levels is not null) return null;
        return score?.Points is { } points && points >= 0 && points <= (criterion.Max ?? part.Sum ?? decimal.MaxValue) ? null : FormGap.Points;
    }

    /// <summary>What no part of the form asks: a whole group, or what is left of one whose criteria are asked one by one.</summary>
    private static CriteriaGroup? Unasked(CriteriaGroup group, IReadOnlyList<PartLine> parts)
    {
        var asked = parts.Where(p => p.Group == group.Code).ToList();
        if (asked.Count == 0) return group;
        if (asked.Exists(p => p.Criterion is null)) return null;
        var left = group.Criteria.Where(c => !asked.Exists(p => p.Criterion == c.Code)).ToList();
        return left.Count == 0 ? null : group with { Criteria = left };
    }

    private static FormPart Part(PartLine line, CriteriaGroup? group, IReadOnlyDictionary<string, string> meanings)
    {
        if (line.Criterion is { } one && group is not null) group = group with { Criteria = [.. group.Criteria.Where(c => c.Code == one)] };
        IEnumerable<FormCriterion> criteria = !line.Rated || (line.Criterion is not null && group is { Criteria.Count: 0 }) ? [] : group is not null ? Criteria(group, meanings) : line.Kind == FormPartKind.Text ? [new(line.Code, line.Heading, meanings.GetValueOrDefault(line.Code), null)] : [];
        return new(line.Code, line.Heading, line.HeadingEn, line.Kind, line.Optional, [.. criteria], line.Rated ? group?.Max : null);
    }

    private static IEnumerable<FormCriterion> Criteria(CriteriaGroup group, IReadOnlyDictionary<string, string> meanings) => group.Criteria.Count == 0
        ? [new(group.Code, group.Name, meanings.GetValueOrDefault(group.Code), group.Max)]
        : group.Criteria.Select(c => new FormCriterion(group.ScoreCode(c), c.Text, meanings.GetValueOrDefault(group.ScoreCode(c)), c.Max));

    internal sealed record FormFile(FormLine[] Forms, string? Source = null, string? Note = null);

    internal sealed record FormLine(string? Scale, ReviewSubject Subject, PartLine[] Parts);

    internal sealed record PartLine(string Code, string Heading, string HeadingEn, FormPartKind Kind = FormPartKind.Text, bool Rated = false, bool Optional = false, bool? Leaders = null, string? Group = null, string? Criterion = null);
}
