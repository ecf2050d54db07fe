using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Reports.Templates;

namespace OrgManager.Reviews.Papers;

/// <summary>What a paper of a cell or of the committee says, under the names of <see cref="PaperFields"/>.</summary>
internal sealed class PaperValues(PaperSource source)
{
    private readonly RuleSetFacts _rules = source.Rules;

    /// <summary>A paper of one cell for all its members.</summary>
    public TemplateValues OfCell(PaperKind kind, Review cell)
    {
        var (day, members) = (source.DayOf(cell), source.MembersOf(cell));
        var unit = day.Unit(cell.CellId);
        var ballot = members.Select(m => m.Review.Ballot).OfType<Ballot>().FirstOrDefault();
        var meets = kind is PaperKind.Minutes or PaperKind.Tally;
        var came = cell.Attendance ?? (source.Meeting is { } met ? new Attendance(met.Official, met.Probationary) : null);
        var own = kind == PaperKind.CellReview ? OwnReview(cell) : new();
        return Head(NumberOf(kind, cell), meets ? cell.MeetingOn : null).And(own)
            .With("cell", source.Name(cell.CellId)).With("cell.grade", cell.Grade).With("cell.gradeName", Name(cell.Grade)).With("cell.proposed", cell.ProposedGrade)
            .With("cell.proposedName", Or(Name(cell.ProposedGrade ?? cell.Grade))).With("secretary", Or(PaperSource.Secretary(cell.CellId, day)))
            .With("meetingDay", PaperWords.DayInWords(cell.MeetingOn)).With("meetingTime", "… giờ …").With("meetingEnd", "… giờ …").With("meetingPlace", PaperWords.Blank)
            .With("present", came is null ? PaperWords.Blank : Present(came)).With("absent", came is null || unit is null ? PaperWords.Blank : $"{Math.Max(0, unit.Official + unit.Probationary - came.OfficialPresent - came.ProbationaryPresent)}").With("chair", Or(source.Chair(cell.CellId, day))).With("clerk", "………………………")
            .With("official", unit?.Official ?? 0).With("probationary", unit?.Probationary ?? 0)
            .With("convened", Or(ballot?.Convened ?? Convened(unit, cell.Attendance))).With("issued", Or(ballot?.Issued)).With("returned", Or(ballot?.Returned)).With("invalid", Or(ballot?.Invalid))
            .And(Sums(members, proposed: true)).With("members", Rows(members)).With("notGraded", Rows(members.Where(IsNotGraded)));
    }

    /// <summary>What the cell wrote of itself, and the grade it gives itself: as written, else as its meeting proposes.</summary>
    private TemplateValues OwnReview(Review cell)
    {
        var (form, values, said) = (CellReviewSheet.Of(_rules), new TemplateValues(), source.CellSaid);
        var written = said is null ? null : KeptSelfReview.OfCell(said, form);
        foreach (var part in form.Parts) values.With($"part.{part.Code}", written?.GetValueOrDefault(part.Code));
        return values.With("boxes.cell", PaperWords.Boxes(_rules.GradesOf(ReviewSubject.Cell).Select(g => g.Name), Name(said?.OwnGrade ?? cell.ProposedGrade)));
    }

    /// <summary>The same, for one of its members.</summary>
    public TemplateValues OfMember(PaperKind kind, Review cell, PaperMember member) => OfCell(kind, cell).And(new MemberValues(source, member).Of(kind));

    /// <summary>A paper of the committee about all its cells.</summary>
    public TemplateValues OfCommittee(PaperKind kind)
    {
        var cells = source.Cells().Select(cell => (Cell: cell, Members: source.MembersOf(cell))).ToList();
        var all = cells.SelectMany(c => c.Members).ToList();
        var (proposes, decided) = (kind is PaperKind.Proposed or PaperKind.SecondBallot, cells.Where(c => c.Cell.Grade is not null).ToList());
        var values = Head(NumberOf(kind, null), kind == PaperKind.Decision ? source.Decision?.SignedOn : null)
            .With("secretary", Or(PaperSource.Secretary(source.Cycle.CommitteeId, source.DayOf(cells[0].Cell)))).With("cellsGraded", decided.Count)
            .And(Sums(all, proposes)).And(Cap(all)).With("members", Rows(all)).With("notGraded", Rows(all.Where(IsNotGraded)))
            .With("candidates", Rows(all.Where(m => MayBecomeBest(m, _rules))))
            .With("cells", cells.Select((c, at) => OfCell(c.Cell, c.Members, at, proposes)))
            .With("reasons", all.Where(IsNotGraded).CountBy(m => _rules.ReasonName(m.Review.NotGradedReason!) ?? m.Review.NotGradedReason!).Select(r => new TemplateValues().With("reason", r.Key).With("count", r.Value)))
            .With("years", source.Years.GroupBy(y => y.Year).OrderBy(y => y.Key).Select(Year));
        for (var i = 0; i < _rules.Grades.Count; i++) values.With($"cells{i + 1}", decided.Count(c => c.Cell.Grade == _rules.Grades[i].Code));
        return values;
    }

    /// <summary>Those of the committee's second ballot: graded good or better by their cells, as on the page where its votes are entered.</summary>
    internal static bool MayBecomeBest(PaperMember member, RuleSetFacts rules) => member.Review.Expected is { } grade && rules.Grades.Take(2).Any(best => best.Code == grade);

    private TemplateValues Head(string number, DateOnly? date)
    {
        var committee = source.Name(source.Cycle.CommitteeId);
        var head = new TemplateValues().With("committee", committee).With("board", PaperWords.Committee(committee)).With("superior", source.Superior ?? "Đảng bộ ………")
            .With("place", PaperWords.Blank).With("date", PaperWords.DayInWords(date)).With("number", number).With("year", source.Cycle.Year).With("lastYear", source.Cycle.Year - 1)
            .With("rules", PaperWords.Basis(_rules)).With("state", source.Confirmed ? "đã chốt" : "tạm tính").With("grade1.lower", Lower(_rules.Grades[0].Name));
        for (var i = 0; i < _rules.Grades.Count; i++) head.With($"grade{i + 1}", _rules.Grades[i].Name);
        return head;
    }

    private TemplateValues OfCell(Review cell, IReadOnlyList<PaperMember> members, int at, bool proposed) => new TemplateValues()
        .With("n", at + 1).With("name", source.Name(cell.CellId)).With("grade", cell.Grade).With("gradeName", Name(cell.Grade)).With("proposed", cell.ProposedGrade).With("proposedName", Name(cell.ProposedGrade))
        .With("minutes", cell.MinutesNumber).With("meetingDay", PaperWords.Day(cell.MeetingOn)).And(Sums(members, proposed)).With("members", Rows(members));

    /// <summary>Members by grade: as proposed where the paper proposes, else as decided.</summary>
    private TemplateValues Sums(IReadOnlyCollection<PaperMember> members, bool proposed)
    {
        string? Grade(PaperMember m) => proposed ? m.Review.ProposedGrade ?? m.Review.Grade : m.Review.Grade;
        var (graded, without) = (members.Count(m => Grade(m) is not null), members.Count(IsNotGraded));
        var sums = new TemplateValues().With("memberCount", members.Count).With("gradedCount", graded).With("notGradedCount", without).With("waiting", members.Count - graded - without).With("notGraded.any", without > 0).With("waiting.any", members.Count > graded + without);
        for (var i = 0; i < _rules.Grades.Count; i++)
        {
            var count = members.Count(m => Grade(m) == _rules.Grades[i].Code);
            sums.With($"count{i + 1}", count).With($"share{i + 1}", PaperWords.Share(count, graded));
        }
        return sums;
    }

    private TemplateValues Cap(List<PaperMember> members)
    {
        var rules = new CycleGroups(source.Cycle, _rules).Whole; // what is counted in groups has no one figure
        var cap = rules.CapOf(ReviewSubject.Member);
        var counts = GradeCounts.AsProposed(ReviewSubject.Member, [.. members.Select(m => m.Review)], rules);
        return new TemplateValues().With("most", counts.Most).With("capPercent", cap is null ? "" : cap.Percent.ToString("0.##", System.Globalization.CultureInfo.GetCultureInfo("vi-VN")))
            .With("capBase", cap?.Base.Sum(grade => counts.ByGrade.GetValueOrDefault(grade))).With("capOf", cap is null ? "" : Lower(string.Join(", ", cap.Base.Select(Name))));
    }

    private TemplateValues Year(IGrouping<int, YearCount> year)
    {
        var graded = year.Where(y => y.Grade is not null).Sum(y => y.Count);
        var values = new TemplateValues().With("year", year.Key).With("state", year.All(y => y.Closed && (y.Grade is not null || y.NotGraded)) ? "đã chốt" : "tạm tính").With("notGradedCount", year.Where(y => y.NotGraded).Sum(y => y.Count));
        for (var i = 0; i < _rules.Grades.Count; i++)
        {
            var count = year.Where(y => y.Grade == _rules.Grades[i].Code).Sum(y => y.Count);
            values.With($"count{i + 1}", count).With($"share{i + 1}", PaperWords.Share(count, graded));
        }
        return values;
    }

    private IEnumerable<TemplateValues> Rows(IEnumerable<PaperMember> members) => members.Select((member, at) => new MemberValues(source, member).Row(at + 1));

    private static string NumberOf(PaperKind kind, Review? cell, string? decision = null) => kind switch
    {
        PaperKind.Minutes => cell?.MinutesNumber ?? "……-BB/CB",
        PaperKind.Notice => "……-TB/CB",
        PaperKind.CellReview => "……-BC/CB",
        PaperKind.Decision => decision ?? "……-QĐ/ĐU",
        _ => "……-BC/ĐU",
    };

    private string NumberOf(PaperKind kind, Review? cell) => NumberOf(kind, cell, source.Decision?.Number);

    private string Name(string? grade) => PaperWords.Grade(_rules, grade);

    /// <summary>"18, trong đó dự bị 1".</summary>
    private static string Present(Attendance came) => $"{came.OfficialPresent + came.ProbationaryPresent}{(came.ProbationaryPresent > 0 ? $", trong đó dự bị {came.ProbationaryPresent}" : "")}";

    /// <summary>By who came, where no ballot tells it.</summary>
    private static int? Convened(UnitOn? unit, Attendance? came) =>
        unit is null || came is null ? null : Attendance.Convened(unit.Official, OfficialWho(unit, Participation.Exempt), OfficialWho(unit, Participation.Suspended), came);

    private static int OfficialWho(UnitOn unit, Participation participation) => unit.Members.Count(m => m.Facts.Standing == Standing.Official && m.Facts.Participation == participation);

    private static string Lower(string name) => name.Length == 0 ? "" : char.ToLower(name[0], System.Globalization.CultureInfo.GetCultureInfo("vi-VN")) + name[1..];

    private static string Or(string? text) => string.IsNullOrEmpty(text) ? "………………………" : text;

    private static string Or(int? number) => number is { } known ? $"{known}" : "……";

    private static bool IsNotGraded(PaperMember member) => member.Review.State == ReviewState.NotGraded;
}
