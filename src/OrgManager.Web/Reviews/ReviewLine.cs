using System.Globalization;
using OrgManager.Reviews;

namespace OrgManager.Web.Reviews;

/// <summary>One review while it is being typed: votes, the grade proposed or the reason for none, the grade decided.</summary>
public sealed class ReviewLine
{
    private readonly IReadOnlyList<string> _grades;
    private readonly Dictionary<string, string> _votes;
    private readonly Func<int> _convened;
    private readonly RuleSetFacts _rules;
    private bool _chosen;

    /// <param name="convened">Of how many the share of the votes is taken, as it is typed.</param>
    public ReviewLine(ReviewRow row, CellReview sheet, Func<int> convened)
    {
        (Row, _convened, _rules, _grades) = (row, convened, sheet.Rules, [.. sheet.Rules.Grades.Select(g => g.Code)]);
        (MayRecord, MayDecide, Comment) = (sheet.MayEnter && row.MayEnter && row.File?.May.Contains(ReviewAct.Record) != false, sheet.MayDecide && !row.IsOwn && !row.DecidedAbove && row.File?.May.Contains(ReviewAct.Decide) != false, row.File?.Comment ?? "");
        _votes = _grades.ToDictionary(g => g, g => row.Ballot is { } ballot ? ballot.ByGrade.GetValueOrDefault(g).ToString(CultureInfo.InvariantCulture) : "");
        (Choice, Decision, _chosen) = (row.Proposed ?? row.NotGraded ?? "", row.Grade ?? "", row.Proposed is not null || row.NotGraded is not null);
    }

    public ReviewRow Row { get; }

    /// <summary>Somebody else entered another result of it while this one was typed; <see cref="Row"/> holds theirs.</summary>
    public bool ChangedMeanwhile { get; private set; }

    /// <summary>Where full files are kept, only at the step that asks for it.</summary>
    public bool MayRecord { get; }
    public bool MayDecide { get; }

    /// <summary>What the cell says of the member, and what the committee says when it decides; where full files are kept.</summary>
    public string Comment { get; set; }
    public string Remark { get; set; } = "";

    /// <summary>Code of a grade or of a reason for none; empty while open.</summary>
    public string Choice { get; private set; }
    public string Decision { get; set; }

    public string? Proposed => _grades.Contains(Choice) ? Choice : null;
    public string? Reason => Choice.Length > 0 && Proposed is null ? Choice : null;

    /// <summary>What is to be expected: the newest that was said, be it the decision or a proposal made after it.</summary>
    public string? Effective => Reason is not null ? null : Decision.Length == 0 || ProposalIsNewer ? Proposed : Decision;

    /// <summary>The grade decided, as far as one is.</summary>
    public string? Settled => Reason is null && Decision.Length > 0 ? Decision : null;

    /// <summary>The cell proposes another grade than was decided before, and the decision was not looked at again here.</summary>
    public bool ProposalIsNewer => Proposed is not null && Decision.Length > 0 && Proposed != Decision && !IsDecided && (Proposed != Row.Proposed || Row.HasNewerProposal);
    public bool HasVotes => _votes.Values.Any(v => v.Trim().Length > 0);
    public int Total => Votes?.Values.Sum() ?? 0;

    /// <summary>Null where something typed is no number.</summary>
    public IReadOnlyDictionary<string, int>? Votes
    {
        get
        {
            var read = _votes.ToDictionary(v => v.Key, v => v.Value.Trim().Length == 0 ? 0 : int.TryParse(v.Value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1);
            return read.Values.Any(n => n < 0) ? null : read;
        }
    }

    /// <summary>The grade for which enough of the official members convened voted: how many, says the rule set.</summary>
    public string? Majority => Votes?.Where(v => v.Value >= _rules.ProposalMajority(_convened())).Select(v => v.Key).FirstOrDefault();

    public bool IsEntered => Choice != (Row.Proposed ?? Row.NotGraded ?? "") || VotesChanged || CommentChanged;
    public bool IsDecided => Decision != (Row.Grade ?? "") || StandsByIt;

    /// <summary>Something of the year before asks for a remark on the decision: the grade lies two or more from that year's, or its remedies are open.</summary>
    public bool AsksRemark => Decision.Length > 0 && (Row.OpenRemedies > 0 || ReviewConcerns.IsJump(_rules, Row.LastYear, Decision));

    /// <summary>The committee looks again at what it decided, and may stand by it: then its remark says why.</summary>
    public bool IsComplainedOf => Row.File?.Step == ReviewStep.Complaint;

    private bool StandsByIt => IsComplainedOf && Decision.Length > 0 && Remark.Trim().Length > 0;

    /// <summary>Holds a result that stands under the cell's minutes.</summary>
    public bool IsKept => Choice.Length > 0 || HasVotes;

    public string VotesFor(string grade) => _votes[grade];

    /// <summary>A vote count typed; the winning grade is proposed until somebody chooses another.</summary>
    public void Vote(string grade, string typed)
    {
        _votes[grade] = typed;
        if (!_chosen && Majority is { } majority) Choice = majority;
    }

    public void Choose(string choice) => (Choice, _chosen) = (choice, choice.Length > 0);

    public MemberEntry Entry(int convened, int issued, int returned) => new(Row.Seen, Proposed, Reason,
        HasVotes ? new(convened, issued, returned, returned - Total, Votes!) : null) { Comment = CommentChanged ? Comment : null };

    public GradeDecided Decided => new(Row.Seen, Decision.Length > 0 ? Decision : null) { Remark = Remark.Trim().Length > 0 ? Remark : null };

    internal void Take(ReviewLine typed)
    {
        if (typed.IsEntered)
        {
            foreach (var (grade, votes) in typed._votes) _votes[grade] = votes;
            (Choice, _chosen, Comment) = (typed.Choice, typed._chosen, typed.Comment);
        }
        if (typed.IsDecided) (Decision, Remark) = (typed.Decision, typed.Remark);
        ChangedMeanwhile = typed.Row.Seen.Version != Row.Seen.Version;
    }

    private bool CommentChanged => Row.File is not null && Comment.Trim() != (Row.File.Comment ?? "");

    private bool VotesChanged => HasVotes != Row.Ballot is not null || (Row.Ballot is { } ballot && Votes is { } votes && votes.Any(v => ballot.ByGrade.GetValueOrDefault(v.Key) != v.Value));
}
