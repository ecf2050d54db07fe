using OrgManager.Common;

namespace OrgManager.Reviews;

/// <summary>Hồ sơ kiểm điểm đầy đủ of one review: what was written, by whom, and how it went from step to step. It begins with the first thing done.</summary>
public sealed class ReviewFile : Aggregate
{
    public const int TextLength = 4000, FromLength = 200, MostOpinions = 30;

    private ReviewFile() { }

    public Guid ReviewId { get; private init; }
    public Guid CellId { get; private init; }
    public HandedIn? Self { get; private set; }
    public UnitComment? Comment { get; private set; }
    public IReadOnlyList<Opinion> Opinions { get; private set; } = [];
    public Remark? CellComment { get; private set; }
    public YearFacts Facts { get; private set; } = new();

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<GradeMade> Decisions { get; private set; } = [];
    public IReadOnlyList<Remedy> Remedies { get; private set; } = [];

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<ReviewMove> Moves { get; private set; } = [];

    internal override Guid? TrailUnitId => CellId;
    internal override FieldClass FieldClass => FieldClass.Review;

    internal static ReviewFile Begin(Review review) => new() { ReviewId = review.Id, CellId = review.CellId };

    /// <summary>Nộp: the self-review; its shortcomings become remedies to be followed. Those already settled stay so, and those that the cell named are not the subject's to take back.</summary>
    /// <exception cref="RuleBrokenException">SelfReview.TooLong.</exception>
    internal void HandIn(SelfReview said, bool fromPaper, Signature by)
    {
        said.DemandBounds();
        var promised = Self?.Said.Shortcomings ?? [];
        Self = new(said, by, fromPaper);
        var next = Remedies.Select(r => r.Number).DefaultIfEmpty().Max();
        var kept = Remedies.Where(r => r.State != RemedyState.Open || r.SettledBy is not null || said.Shortcomings.Any(r.IsOf) || !promised.Any(r.IsOf)).ToList();
        Remedies = [.. kept.Select(r => r.State == RemedyState.Open && promised.Any(r.IsOf) && said.Shortcomings.FirstOrDefault(r.IsOf) is { } again ? r with { Owner = again.Owner, DueOn = again.DueOn } : r), .. said.Shortcomings.Where(s => !kept.Exists(r => r.IsOf(s))).Select(s => new Remedy(++next, s.Text, s.Remedy, s.Owner, s.DueOn))];
        Touch();
    }

    /// <summary>The head of the unit says how the year went at work.</summary>
    /// <exception cref="RuleBrokenException">ReviewFile.TextMissing, ReviewFile.TextTooLong.</exception>
    internal void CommentOn(string text, string? workGrade, Signature by)
    {
        Comment = new(Told(text), workGrade, by);
        Touch();
    }

    /// <inheritdoc cref="CommentOn" path="/exception"/>
    internal void Hear(string from, string text, Signature by)
    {
        var whose = VietnameseText.Nfc(from.Trim());
        RuleBrokenException.Unless(whose.Length is > 0 and <= FromLength && Opinions.Count < MostOpinions, "ReviewFile.TextMissing");
        Opinions = [.. Opinions, new(whose, Told(text), by)];
        Touch();
    }

    /// <summary>What the cell says of the subject; nothing takes it back.</summary>
    /// <exception cref="RuleBrokenException">ReviewFile.TextTooLong.</exception>
    internal void CommentOfCell(string? text, Signature by)
    {
        var told = string.IsNullOrWhiteSpace(text) ? null : Told(text);
        if (told == CellComment?.Text) return;
        CellComment = told is null ? null : new(told, by);
        Touch();
    }

    /// <exception cref="RuleBrokenException">ReviewFile.TextTooLong.</exception>
    internal void SetFacts(YearFacts facts)
    {
        facts = facts with { Note = facts.Note is { } note ? VietnameseText.Prose(note) : null };
        RuleBrokenException.Unless((facts.Note?.Length ?? 0) <= YearFacts.NoteLength, "ReviewFile.TextTooLong", YearFacts.NoteLength);
        TouchIf(facts != Facts);
        Facts = facts;
    }

    /// <summary>A shortcoming named at the meeting, with its remedy.</summary>
    /// <exception cref="RuleBrokenException">Remedy.Incomplete.</exception>
    internal void AddRemedy(Shortcoming said)
    {
        RuleBrokenException.Unless(said is { DueOn: not null } && new[] { said.Text, said.Remedy, said.Owner }.All(t => t.Trim().Length is > 0 and <= SelfReview.LineLength), "Remedy.Incomplete");
        Remedies = [.. Remedies, new(Remedies.Select(r => r.Number).DefaultIfEmpty().Max() + 1, VietnameseText.Nfc(said.Text.Trim()), VietnameseText.Nfc(said.Remedy.Trim()), VietnameseText.Nfc(said.Owner.Trim()), said.DueOn)];
        Touch();
    }

    /// <exception cref="NotFoundException">No remedy of that number.</exception>
    /// <inheritdoc cref="Remedy.Settled" path="/exception"/>
    internal void Settle(int number, RemedyState state, string? note, Signature by)
    {
        var settled = (Remedies.FirstOrDefault(r => r.Number == number) ?? throw new NotFoundException(typeof(Remedy), number)).Settled(state, note, by);
        Remedies = [.. Remedies.Select(r => r.Number == number ? settled : r)];
        Touch();
    }

    internal void Decide(string grade, string? remark, Signature by)
    {
        Decisions = [.. Decisions, new(grade, string.IsNullOrWhiteSpace(remark) ? null : Told(remark), by)];
        Touch();
    }

    /// <summary>Written down with whoever did it; the review itself goes on.</summary>
    /// <exception cref="RuleBrokenException">History.ReasonMissing.</exception>
    internal void Note(MoveRule rule, ReviewStep from, string? remark, Signature by)
    {
        RuleBrokenException.Unless(!rule.Reason || !string.IsNullOrWhiteSpace(remark), "History.ReasonMissing");
        Moves = [.. Moves, new(rule.Act, from, rule.To, string.IsNullOrWhiteSpace(remark) ? null : Told(remark), by)];
        Touch();
    }

    private static string Told(string text)
    {
        var told = VietnameseText.Prose(text);
        RuleBrokenException.Unless(told.Length > 0, "ReviewFile.TextMissing");
        RuleBrokenException.Unless(told.Length <= TextLength, "ReviewFile.TextTooLong", TextLength);
        return told;
    }
}
