using OrgManager.Reports.Templates;

namespace OrgManager.Reviews.Papers;

/// <summary>Every name a template may use, by where it may stand; those of a member also hold what a cell writes of itself; a test holds it against what the papers say.</summary>
public sealed record PaperFields(IReadOnlyList<string> Everywhere, IReadOnlyList<string> OfMember, IReadOnlyDictionary<string, IReadOnlyList<string>> Lists)
{
    private static readonly string[] Heads =
        ["committee", "board", "superior", "place", "date", "number", "year", "lastYear", "rules", "state", "secretary", "grade1.lower"];

    private static readonly string[] OfCell =
        ["cell", "cell.grade", "cell.gradeName", "cell.proposed", "cell.proposedName", "meetingDay", "meetingTime", "meetingPlace", "meetingEnd", "present", "absent", "chair", "clerk", "official", "probationary", "convened", "issued", "returned", "invalid"];

    private static readonly string[] Sums = ["memberCount", "gradedCount", "notGradedCount", "waiting", "notGraded.any", "waiting.any"];

    private static readonly string[] OfCommittee = ["cellsGraded", "most", "capPercent", "capBase", "capOf"];

    private static readonly string[] Row =
        ["n", "name", "birth", "partyPosts", "statePosts", "posts", "unit", "cellName", "standing", "lastGrade", "proposed", "proposedName", "grade", "gradeName", "votes", "convened", "issued", "returned", "invalid", "reason", "note"];

    private static readonly string[] Member =
        ["form", "member.name", "member.birth", "member.partyPosts", "member.statePosts", "member.unionPosts", "member.posts", "member.unit", "member.standing", "member.leader", "member.lastGrade", "member.remedies", "member.comment", "member.cellComment",
            "member.gradeName", "member.proposedName", "member.whyNot", "member.votes", "member.convened", "boxes.staff", "boxes.own", "boxes.work", "boxes.proposed", "boxes.decided"];

    public static PaperFields Of(PaperKind kind, bool ofCommittee, RuleSetFacts rules)
    {
        var grades = Enumerable.Range(1, rules.Grades.Count).ToList();
        IEnumerable<string> Numbered(params string[] names) => names.SelectMany(name => grades.Select(i => $"{name}{i}"));
        string[] row = [.. Row, .. Numbered("votes", "result")], sums = [.. Sums, .. Numbered("count", "share")];
        var lists = new Dictionary<string, IReadOnlyList<string>> { ["members"] = row, ["notGraded"] = row };
        if (ofCommittee)
        {
            lists["cells"] = ["n", "name", "grade", "gradeName", "proposed", "proposedName", "minutes", "meetingDay", .. sums, "members"];
            lists["candidates"] = row;
            lists["reasons"] = ["reason", "count"];
            lists["years"] = ["year", "state", "notGradedCount", .. Numbered("count", "share")];
        }
        string[] parts = kind == PaperKind.SelfReview ? [.. SelfReviewSheet.Of(rules).Parts.Where(p => p.Lines > 0).SelectMany(p => new[] { $"part.{p.Code}", $"level.{p.Code}" }).Distinct()] : [];
        if (kind == PaperKind.SelfReview) (lists["criteria"], parts) = (["text", "meaning"], [.. parts, "criteria.any"]);
        if (parts.Length > 0 && SelfReviewSheet.ScoreCodes(rules) is { Count: > 0 } scored) parts = [.. parts, .. scored.Select(code => $"score.{code}"), "score.sum"];
        if (kind == PaperKind.CellReview) parts = [.. CellReviewSheet.Of(rules).Parts.Select(p => $"part.{p.Code}"), "boxes.cell"];
        return new([.. Heads, .. Numbered("grade"), .. sums, .. ofCommittee ? [.. OfCommittee, .. Numbered("cells")] : OfCell], kind.IsOfMember() ? [.. Member, .. parts] : parts, lists);
    }

    /// <summary>Something under each of the names, to try a template on.</summary>
    internal TemplateValues Sample()
    {
        var sample = Texts(Everywhere.Concat(OfMember));
        foreach (var (list, names) in Lists) sample.With(list, [Item(names), Item(names)]);
        return sample;
    }

    /// <summary>What may stand above and below the pages of every paper of a file.</summary>
    internal TemplateValues Common() => Texts(Everywhere);

    /// <summary>A name that is a list itself has a list within.</summary>
    private TemplateValues Item(IReadOnlyList<string> names)
    {
        var item = Texts(names.Where(name => !Lists.ContainsKey(name)));
        foreach (var list in names.Where(Lists.ContainsKey)) item.With(list, [Item(Lists[list]), Item(Lists[list])]);
        return item;
    }

    private static TemplateValues Texts(IEnumerable<string> names) => names.Aggregate(new TemplateValues(), (values, name) => values.With(name, "…"));
}
