using System.Globalization;
using OrgManager.Establishment;

namespace OrgManager.Web.Establishment.Plans;

/// <summary>A plan while it is being typed.</summary>
public sealed class PlanForm
{
    /// <param name="before">What was typed so far: it stays where the line is the same.</param>
    public PlanForm(PlanDetails plan, PlanForm? before = null)
    {
        Plan = plan;
        Lines = [.. plan.Lines.Select(line => new PlanFormLine(line))];
        foreach (var typed in before?.Lines.Where(l => l.IsUnsaved) ?? [])
            if (Lines.Find(l => l.Is(typed)) is { } line) (line.Typed, line.Reason) = (typed.Typed, typed.Reason);
            else Lines.Add(typed);
    }

    public PlanDetails Plan { get; }
    public List<PlanFormLine> Lines { get; }
    public int Unsaved => Lines.Count(l => l.IsUnsaved);

    /// <summary>What is typed somewhere and is no number of posts.</summary>
    public string? Wrong => Lines.Find(l => l.Posts is null)?.Typed;

    public IReadOnlyList<PlanLine> Told => [.. Lines.Select(l => new PlanLine(l.Line.Unit.Id, l.Line.Kind, l.Line.Category, l.Posts ?? 0, l.Reason))];

    /// <summary>Sums by kind and category, in their order.</summary>
    public IReadOnlyList<PlanSum> Sums =>
        [.. Lines.GroupBy(l => (l.Line.Kind, l.Line.Category)).OrderBy(g => g.Key.Kind).ThenBy(g => g.Key.Category).Select(g => new PlanSum(g.Key.Kind, g.Key.Category, g.Sum(l => l.Line.Current ?? 0), g.Sum(l => l.Posts ?? 0)))];

    /// <summary>A line for a unit and category that is not kept yet.</summary>
    /// <returns>Whether there was none.</returns>
    public bool Add(PlanLineDetails line)
    {
        var added = new PlanFormLine(line, isNew: true);
        if (Lines.Exists(l => l.Is(added))) return false;
        Lines.Add(added);
        return true;
    }
}

/// <summary>One line of a plan while it is being typed.</summary>
public sealed class PlanFormLine(PlanLineDetails line, bool isNew = false)
{
    public PlanLineDetails Line => line;
    public string Typed { get; set; } = line.Posts.ToString(CultureInfo.InvariantCulture);
    public string Reason { get; set; } = line.Reason ?? "";

    /// <summary>Whole posts; nothing typed is 0, and null is what cannot be read.</summary>
    public int? Posts => Typed.Trim().Length == 0 ? 0 : int.TryParse(Typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var posts) && posts <= QuotaLevel.Most ? posts : null;
    public int Difference => (Posts ?? 0) - (line.Current ?? 0);
    public bool IsUnsaved => isNew || Posts != line.Posts || Reason.Trim() != (line.Reason ?? "");

    /// <summary>It differs from what is there now and does not say why.</summary>
    public bool IsSilent => Difference != 0 && Reason.Trim().Length == 0;

    public bool Is(PlanFormLine other) => (line.Unit.Id, line.Kind, line.Category) == (other.Line.Unit.Id, other.Line.Kind, other.Line.Category);
}
