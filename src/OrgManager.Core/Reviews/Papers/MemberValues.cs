using OrgManager.Party;
using OrgManager.Reports.Templates;

namespace OrgManager.Reviews.Papers;

/// <summary>What papers say of one member: as a row of a list, and on a paper of their own.</summary>
internal sealed class MemberValues(PaperSource source, PaperMember member)
{
    private const string Dots = "………………………";
    private readonly RuleSetFacts _rules = source.Rules;
    private readonly Review _review = member.Review;

    private string Birth => source.TellsBirth(member) ? PaperWords.Day(member.Person.Born) : "";
    private LastGrade? Last => source.LastYear.GetValueOrDefault(member.Person.Id);
    private string Reason => _review.NotGradedReason is { } reason ? _rules.ReasonName(reason) ?? reason : "";

    public TemplateValues Row(int number)
    {
        var row = new TemplateValues().With("n", number).With("name", member.Person.FullName).With("birth", Birth)
            .With("partyPosts", member.PartyPosts).With("statePosts", member.StatePosts).With("posts", member.Posts).With("unit", member.Unit).With("cellName", member.CellName).With("standing", Standing)
            .With("lastGrade", Last is { } last ? _rules.Grades.Any(g => g.Code == last.Code) ? last.Code : last.Name : null).With("proposed", _review.ProposedGrade).With("proposedName", Name(_review.ProposedGrade)).With("grade", _review.Grade).With("gradeName", Name(_review.Grade))
            .With("votes", member.Votes).With("convened", _review.Ballot?.Convened).With("issued", _review.Ballot?.Issued).With("returned", _review.Ballot?.Returned).With("invalid", _review.Ballot?.Invalid)
            .With("reason", Reason).With("note", Note);
        for (var i = 0; i < _rules.Grades.Count; i++)
        {
            var votes = _review.Ballot?.ByGrade.GetValueOrDefault(_rules.Grades[i].Code);
            row.With($"votes{i + 1}", votes).With($"result{i + 1}", votes is { } cast ? $"{cast} {PaperWords.Unbroken($"({PaperWords.Share(cast, _review.Ballot!.Convened)} %)")}" : "");
        }
        return row;
    }

    public TemplateValues Of(PaperKind kind)
    {
        var (grades, kept) = (_rules.Grades.Select(g => g.Name).ToList(), source.Kept.GetValueOrDefault(member.Person.Id));
        var values = new TemplateValues().With("form", SelfReviewSheet.Of(_rules).CodeFor(member.Reader) is { } code ? $"Mẫu {code}" : "")
            .With("member.name", member.Person.FullName).With("member.birth", Or(Birth)).With("member.partyPosts", Or(member.PartyPosts)).With("member.statePosts", Or(member.StatePosts)).With("member.unionPosts", Dots)
            .With("member.posts", member.Posts.Length > 0 ? member.Posts : "đảng viên").With("member.unit", Or(member.Unit)).With("member.standing", Standing).With("member.leader", member.Leads)
            .With("member.lastGrade", Last?.Name).With("member.remedies", kept?.Remedies).With("member.comment", kept?.Comment).With("member.cellComment", kept?.CellComment).With("member.gradeName", Name(_review.Grade)).With("member.proposedName", Name(_review.ProposedGrade))
            .With("member.whyNot", Reason.Length > 0 ? $": {Reason}" : "").With("member.votes", member.Votes).With("member.convened", _review.Ballot?.Convened)
            .With("boxes.staff", PaperWords.Boxes(grades, Name(kept?.WorkGrade))).With("boxes.own", PaperWords.Boxes(grades, Name(kept?.OwnGrade)))
            .With("boxes.work", PaperWords.Boxes(grades, Name(_review.WorkGrade))) // what the head of the unit gave, not what the member claims
            .With("boxes.proposed", PaperWords.Boxes(grades, Name(_review.ProposedGrade))).With("boxes.decided", PaperWords.Boxes(grades, Name(_review.Grade)));
        if (kind == PaperKind.SelfReview)
            foreach (var part in SelfReviewSheet.Of(_rules).Parts.Where(p => p.Lines > 0)) values.With($"part.{part.Code}", kept?.Texts.GetValueOrDefault(part.Code)).With($"level.{part.Code}", PaperWords.Boxes(_rules.Scale.Levels ?? [], kept?.Levels.GetValueOrDefault(part.Code)));
        if (kind == PaperKind.SelfReview) values.And(Criteria());
        if (kind == PaperKind.SelfReview && SelfReviewSheet.ScoreCodes(_rules) is { Count: > 0 } scored)
        {
            foreach (var score in scored) values.With($"score.{score}", PaperWords.Points(kept?.PointsOf(score)));
            values.With("score.sum", PaperWords.Points(kept?.PointsOf()));
        }
        return values;
    }

    /// <summary>What the cell means by the criteria, for all or for this member, in the order of the rules.</summary>
    private TemplateValues Criteria()
    {
        var meanings = CellCriteria.For(member.Person.Id, source.Criteria);
        var told = _rules.Scale.Groups.SelectMany(g => g.Criteria.Select(c => (Code: g.ScoreCode(c), Text: c.Text)).Prepend((Code: g.Code, Text: g.Name))).Where(c => meanings.ContainsKey(c.Code)).DistinctBy(c => c.Code)
            .Select(c => new TemplateValues().With("text", c.Text).With("meaning", meanings[c.Code])).ToList();
        return new TemplateValues().With("criteria.any", told.Count > 0).With("criteria", told);
    }

    /// <summary>What must be known beside the grade.</summary>
    private string Note => Reason.Length > 0 ? Reason : _review is { DecidedAbove: true, Grade: null } ? "Chờ cấp trên" : member.Standing == Party.Standing.Probationary ? "Dự bị" : "";

    private string Standing => member.Standing switch { Party.Standing.Official => "chính thức", Party.Standing.Probationary => "dự bị", _ => "" };

    private string Name(string? grade) => PaperWords.Grade(_rules, grade);

    private static string Or(string text) => text.Length > 0 ? text : Dots;
}
