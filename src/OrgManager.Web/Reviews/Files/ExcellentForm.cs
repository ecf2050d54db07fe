using System.Globalization;
using OrgManager.Common;
using OrgManager.Reviews;

namespace OrgManager.Web.Reviews.Files;

/// <summary>One candidate while votes are typed.</summary>
public sealed class ExcellentLine(ExcellentRow row, bool hasBallot)
{
    public ExcellentRow Row => row;
    public string Typed { get; set; } = hasBallot ? row.Votes.ToString(CultureInfo.InvariantCulture) : "";

    /// <summary>Chosen or left out by hand; null: as the votes say.</summary>
    public bool? Chosen { get; set; }
    public int Votes => int.TryParse(Typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var votes) ? votes : 0;
}

/// <summary>The committee's ballot while it is typed.</summary>
public sealed class ExcellentForm
{
    public ExcellentForm(ExcellentList list)
    {
        (List, On, Round) = (list, list.Ballot?.On, list.Round);
        (Convened, Issued, Returned, Invalid) = list.Ballot is { } ballot ? (ballot.Convened, ballot.Issued, ballot.Returned, ballot.Invalid) : default;
        Lines = [.. list.Rows.Select(row => new ExcellentLine(row, list.Ballot is not null))];
    }

    public ExcellentList List { get; }

    /// <summary>The round as it was shown, or as it stands since the reader was told that somebody entered it meanwhile.</summary>
    public Seen Round { get; set; }
    public IReadOnlyList<ExcellentLine> Lines { get; }
    public DateOnly? On { get; set; }
    public int Convened { get; private set; }
    public int Issued { get; private set; }
    public int Returned { get; private set; }
    public int Invalid { get; private set; }
    public string Remark { get; set; } = "";

    public IEnumerable<(string Key, int Value, Action<int> Set)> Papers =>
        [("Convened", Convened, n => Convened = n), ("Issued", Issued, n => Issued = n), ("Returned", Returned, n => Returned = n), ("Invalid", Invalid, n => Invalid = n)];

    public bool IsChanged => (On, Convened, Issued, Returned, Invalid) != (List.Ballot?.On, List.Ballot?.Convened ?? 0, List.Ballot?.Issued ?? 0, List.Ballot?.Returned ?? 0, List.Ballot?.Invalid ?? 0) || Lines.Any(l => l.Votes != l.Row.Votes);

    public ExcellentBallot? Ballot => On is not { } on ? null : new(on, Convened, Issued, Returned, Invalid, [.. Lines.Select(l => new ExcellentVote(l.Row.Review.Id, l.Votes))]);

    public IReadOnlyList<ExcellentLine> Chosen => [.. Lines.Where(IsChosen)];

    /// <summary>In a group, or where there are none over all.</summary>
    public bool IsOver => List.Groups.Count == 0 ? List.Most is { } most && Chosen.Count > most : List.Groups.Any(g => ChosenIn(g) > g.Most);

    public int ChosenIn(ExcellentGroup group) => Chosen.Count(l => l.Row.Group == group.Place);

    /// <summary>The best to whom is chosen, the second best to all others; only of whom may be decided now.</summary>
    public IReadOnlyList<GradeDecided> Decided =>
    [
        .. from line in Lines
           let grade = List.Rules.Grades[IsChosen(line) ? 0 : 1].Code
           where line.Row.MayDecide && line.Row.Grade != grade && List.Ballot is not null
           select new GradeDecided(line.Row.Review, grade) { Remark = Remark.Trim().Length > 0 ? Remark : null },
    ];

    /// <summary>Those among whom the committee chooses by hand, with how many votes each; null where the votes decide alone.</summary>
    public (int People, int Votes)? Tie => Lines.Where(l => l.Row.IsTied).ToList() is { Count: > 0 } tied ? (tied.Count, tied[0].Row.Votes) : null;

    public bool Wins(ExcellentLine line) => Convened > 0 && line.Votes >= List.Rules.DecisionMajority(Convened);

    public bool IsChosen(ExcellentLine line) => line.Chosen ?? line.Row.IsChosen;
}
