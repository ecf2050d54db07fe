using OrgManager.Party;
using OrgManager.Reports;

namespace OrgManager.Reviews.Papers;

/// <summary>The lists of the papers as workbooks, in Vietnamese like the papers.</summary>
internal sealed class PaperSheets(PaperSource source)
{
    private readonly RuleSetFacts _rules = source.Rules;

    public ExportTable Of(PaperKind paper) => paper switch
    {
        PaperKind.NotGraded => Members(paper, m => m.Review.State == ReviewState.NotGraded, votes: false),
        PaperKind.SecondBallot => Members(paper, m => PaperValues.MayBecomeBest(m, _rules), votes: true),
        PaperKind.Summary => Summary(),
        _ => Members(paper, _ => true, votes: true),
    };

    private ExportTable Members(PaperKind paper, Func<PaperMember, bool> which, bool votes)
    {
        var (ballots, grades) = (votes ? _rules.Grades.Select(g => g.Code).ToList() : [], votes);
        List<string> columns = ["TT", "Số hiệu", "Họ và tên", "Ngày sinh", "Chức vụ Đảng", "Chức vụ chính quyền", "Đơn vị", "Chi bộ", "Dự bị", "Xếp loại năm trước"];
        columns.AddRange(ballots.Select(code => $"Phiếu {code}"));
        if (grades) columns.AddRange(["Phiếu không hợp lệ", "Chi bộ đề nghị", "Mức quyết định"]);
        columns.Add("Lý do chưa xếp loại");
        var rows = source.Cells().SelectMany(source.MembersOf).Where(which).Select((m, at) => (IReadOnlyList<object?>)
        [
            at + 1, m.Person.Code, m.Person.FullName, source.TellsBirth(m) ? m.Person.Born : null, m.PartyPosts, m.StatePosts, m.Unit, m.CellName, m.Standing == Standing.Probationary ? "x" : null,
            source.LastYear.GetValueOrDefault(m.Person.Id)?.Code, .. ballots.Select(code => (object?)m.Review.Ballot?.ByGrade.GetValueOrDefault(code)),
            .. grades ? [m.Review.Ballot?.Invalid, m.Review.ProposedGrade, m.Review.Grade] : Array.Empty<object?>(),
            m.Review.NotGradedReason is { } reason ? _rules.ReasonName(reason) ?? reason : null,
        ]);
        return new(PaperNames.Title(paper), About(), columns, [.. rows]);
    }

    private ExportTable Summary()
    {
        var rows = source.Cells().Select((cell, at) =>
        {
            var members = source.MembersOf(cell);
            return (IReadOnlyList<object?>)
            [
                at + 1, source.Name(cell.CellId), members.Count, .. _rules.Grades.Select(g => (object?)members.Count(m => m.Review.Grade == g.Code)),
                members.Count(m => m.Review.State == ReviewState.NotGraded), members.Count(m => m.Review.State is not (ReviewState.Decided or ReviewState.NotGraded)), cell.MinutesNumber, cell.MeetingOn, cell.Grade,
            ];
        });
        return new(PaperNames.Title(PaperKind.Summary), About(),
            ["TT", "Chi bộ", "Đảng viên", .. _rules.Grades.Select(g => g.Code), "Chưa xếp loại", "Chờ quyết định", "Số biên bản", "Ngày họp", "Mức xếp loại chi bộ"], [.. rows]);
    }

    private List<string> About() =>
        [$"{source.Name(source.Cycle.CommitteeId)}, năm {source.Cycle.Year}", PaperWords.Basis(_rules), source is { Confirmed: true, Cycle.ClosedOn: { } closed } ? $"Đã chốt ngày {PaperWords.Day(closed)}" : "Số liệu tạm tính"];
}
