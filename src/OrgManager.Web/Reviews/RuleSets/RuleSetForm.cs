using OrgManager.Reviews;

namespace OrgManager.Web.Reviews.RuleSets;

/// <summary>A copy of a rule set while it is edited: what can be typed, beside all that stays as it was.</summary>
public sealed class RuleSetForm
{
    private readonly RuleSetFacts _before;
    private readonly string _asItWas;

    public RuleSetForm(RuleSetFacts before)
    {
        _before = before;
        (Name, NameEn, ValidFrom, ValidUntil) = (before.Name, before.NameEn, before.ValidFrom, before.ValidUntil);
        Groups = [.. before.Scale.Groups.Select(g => new GroupLine(g))];
        Bands = [.. before.Grades.Where(g => before.Bands.Count > 0).Select(g => new BandLine(g.Code) { Min = before.Bands.FirstOrDefault(b => b.Grade == g.Code)?.Min ?? 0 })];
        Conditions = [.. before.Conditions.Select(c => new ConditionLine(c))];
        Caps = [.. before.Caps.Select(c => new CapLine(c))];
        Unconfirmed = string.Join("\n", before.Unconfirmed);
        _asItWas = RuleSetFile.Write(Facts);
    }

    public string Name { get; set; }
    public string NameEn { get; set; }
    public DateOnly? ValidFrom { get; set; }
    public DateOnly? ValidUntil { get; set; }
    public List<GroupLine> Groups { get; }

    /// <summary>The best first; each ends where the one above begins.</summary>
    public List<BandLine> Bands { get; }
    public List<ConditionLine> Conditions { get; }
    public List<CapLine> Caps { get; }

    /// <summary>One remark a line.</summary>
    public string Unconfirmed { get; set; }
    public IReadOnlyList<GradeRule> Grades => _before.Grades;
    public bool HasPoints => _before.Scale.Kind == ReviewScale.OfPoints;
    public IReadOnlyList<string> Levels => _before.Scale.Levels ?? [];

    public bool IsChanged => RuleSetFile.Write(Facts) != _asItWas;

    public IReadOnlyList<RuleProblem> Problems => RuleSetCheck.Of(Facts);

    public RuleSetFacts Facts => _before with
    {
        Name = Name.Trim(), NameEn = NameEn.Trim(), ValidFrom = ValidFrom ?? _before.ValidFrom, ValidUntil = ValidUntil,
        Scale = _before.Scale with { Groups = [.. Groups.Select(g => g.Rule)] },
        Bands = [.. Bands.Select((b, at) => new GradeBand(b.Grade, b.Min, at == 0 ? null : Bands[at - 1].Min) { Source = _before.Bands.FirstOrDefault(old => old.Grade == b.Grade)?.Source })],
        Conditions = [.. Conditions.Select(c => c.Rule)], Caps = [.. Caps.Select(c => c.Rule)],
        Unconfirmed = [.. Unconfirmed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
    };

    public void AddCondition() => Conditions.Add(new(new GradeCondition(Grades[0].Code, "")));

    public void AddCap() => Caps.Add(new(new GradeCap(Grades[0].Code, 20, [Grades[Math.Min(1, Grades.Count - 1)].Code], GradeCap.OfCommittee, GradeCap.RoundDown, GradeCap.Warns)));
}

/// <summary>Points from which a grade is given.</summary>
public sealed class BandLine(string grade)
{
    public string Grade => grade;
    public decimal Min { get; set; }
}

/// <summary>A group of criteria while it is edited.</summary>
public sealed class GroupLine(CriteriaGroup group)
{
    public string Code => group.Code;
    public IReadOnlyList<ReviewSubject> Subjects => group.Subjects;
    public bool LeadersOnly => group.LeadersOnly;
    public string Name { get; set; } = group.Name;
    public int? Max { get; set; } = group.Max;
    public List<CriterionLine> Criteria { get; } = [.. group.Criteria.Select(c => new CriterionLine(c.Code) { Text = c.Text, Max = c.Max, LeadersOnly = c.LeadersOnly })];

    public CriteriaGroup Rule => group with { Name = Name.Trim(), Max = Max, Criteria = [.. Criteria.Select(c => new CriterionRule(c.Code, c.Text.Trim()) { Max = c.Max, LeadersOnly = c.LeadersOnly })] };

    /// <summary>Under the next free number: codes of scores that were given before stay theirs.</summary>
    public void Add() => Criteria.Add(new($"{Criteria.Select(c => int.TryParse(c.Code, out var n) ? n : 0).DefaultIfEmpty().Max() + 1}"));
}

public sealed class CriterionLine(string code)
{
    public string Code => code;
    public string Text { get; set; } = "";
    public decimal? Max { get; set; }
    public bool LeadersOnly { get; init; }
}

/// <summary>A condition while it is edited.</summary>
public sealed class ConditionLine(GradeCondition condition)
{
    public string Grade { get; set; } = condition.Grade;
    public string Text { get; set; } = condition.Text;
    public string TextEn { get; set; } = condition.TextEn ?? "";

    /// <summary>Name of the fact; empty where people judge.</summary>
    public string Fact { get; set; } = condition.Fact?.ToString() ?? "";
    public decimal? AtLeast { get; set; } = condition.AtLeast;
    public decimal? AtMost { get; set; } = condition.AtMost;
    public string Level { get; set; } = condition.Level ?? "";
    public bool LeadersOnly { get; set; } = condition.LeadersOnly;

    public RuleFact? Kind => Enum.TryParse<RuleFact>(Fact, out var fact) ? fact : null;
    public bool AsksPercent => Kind is <= RuleFact.RemediedPercent;
    public bool AsksLevel => Kind == RuleFact.CriterionLevel;
    public bool AsksGrade => Kind is RuleFact.WorkGrade or RuleFact.CollectiveGrade;

    public GradeCondition Rule => condition with
    {
        Grade = Grade, Text = Text.Trim(), TextEn = TextEn.Trim() is { Length: > 0 } english ? english : null, Fact = Kind, LeadersOnly = LeadersOnly,
        AtLeast = AsksPercent ? AtLeast : null, AtMost = AsksPercent ? AtMost : null, Level = (AsksLevel || AsksGrade) && Level.Length > 0 ? Level : null,
        Groups = AsksLevel ? condition.Groups : [],
    };
}

/// <summary>A cap while it is edited.</summary>
public sealed class CapLine(GradeCap cap)
{
    public string Grade { get; set; } = cap.Grade;
    public decimal Percent { get; set; } = cap.Percent;
    public HashSet<string> Base { get; } = [.. cap.Base];
    public string BindsAt { get; set; } = cap.BindsAt;
    public string Rounding { get; set; } = cap.Rounding;
    public string Mode { get; set; } = cap.Mode;
    public int Least { get; set; } = cap.Least;

    /// <summary>Name of the subject; empty for all.</summary>
    public string Subject { get; set; } = cap.Subject?.ToString() ?? "";

    public GradeCap Rule => new(Grade, Percent, [.. cap.Base.Where(Base.Contains), .. Base.Where(g => !cap.Base.Contains(g)).Order(StringComparer.Ordinal)], BindsAt, Rounding, Mode,
        Enum.TryParse<ReviewSubject>(Subject, out var subject) ? subject : null) { Least = Least, Source = cap.Source };

    public void Toggle(string grade)
    {
        if (!Base.Remove(grade)) Base.Add(grade);
    }
}
