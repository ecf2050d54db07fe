using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>A meeting to be entered for a cell.</summary>
public sealed record NewMeeting(Guid CellId, MeetingFacts Facts);

/// <summary>What the meetings of some cells are held against before they are entered: the cell and its members of the day, and the meetings that are known.</summary>
internal sealed class MeetingBook
{
    private readonly OrgDbContext _db;
    private readonly List<Known> _known;

    private MeetingBook(OrgDbContext db, List<Known> known) => (_db, _known) = (db, known);

    public static async Task<MeetingBook> OfAsync(OrgDbContext db, IEnumerable<(Guid CellId, DateOnly On)> asked, CancellationToken ct)
    {
        var all = asked.ToList();
        if (all.Count == 0) return new(db, []);
        var cells = all.Select(a => a.CellId).Distinct().ToList();
        var (from, until) = (new DateOnly(all.Min(a => a.On).Year, 1, 1), new DateOnly(all.Max(a => a.On).Year, 12, 31));
        return new(db, await db.Set<CellMeeting>().Where(m => m.On >= from && m.On <= until && EF.Parameter(cells).Contains(m.CellId))
            .Select(m => new Known(m.Id, m.CellId, m.On, m.Kind, m.MinutesNumber)).ToListAsync(ct));
    }

    /// <summary>The meeting as it may be entered: whether a committee met is asked only of a cell that has one.</summary>
    /// <param name="except">The entry it takes the place of.</param>
    /// <exception cref="RuleBrokenException">OrgUnit.NotThere, PartyMember.NotACell, Meeting.ChairElsewhere, Meeting.Twice, Meeting.MinutesTwice.</exception>
    public MeetingFacts Demand(Guid cellId, MeetingFacts facts, Guid? except = null)
    {
        var cell = _db.Timeline.On(facts.On).Unit(cellId);
        RuleBrokenException.Unless(cell is not null, "OrgUnit.NotThere", _db.Timeline.Units.Find(cellId)?.Code ?? "", facts.On);
        RuleBrokenException.Unless(cell!.Kind.Cell, "PartyMember.NotACell", cell.Name);
        RuleBrokenException.Unless(facts.ChairId is not { } chair || cell.Members.Any(m => m.Person.Id == chair), "Meeting.ChairElsewhere", facts.On);
        var others = _known.Where(m => m.CellId == cellId && m.Id != except).ToList();
        RuleBrokenException.Unless(!others.Exists(m => m.On == facts.On && m.Kind == facts.Kind), "Meeting.Twice", cell.Name, facts.On);
        var number = string.IsNullOrWhiteSpace(facts.MinutesNumber) ? null : VietnameseText.Nfc(facts.MinutesNumber).Trim();
        RuleBrokenException.Unless(number is null || !others.Exists(m => m.On.Year == facts.On.Year && m.MinutesNumber == number), "Meeting.MinutesTwice", number, facts.On.Year);
        return facts with { CommitteeMet = HasCommittee(cell) ? facts.CommitteeMet == true : null };
    }

    /// <summary>The next of several is held against this one, too.</summary>
    public void Add(CellMeeting meeting) => _known.Add(new(meeting.Id, meeting.CellId, meeting.On, meeting.Kind, meeting.MinutesNumber));

    public static bool HasCommittee(UnitOn cell) => cell.Offices.Any(o => o.Facts.Post == PartyPost.CommitteeMember);

    private sealed record Known(Guid Id, Guid CellId, DateOnly On, MeetingKind Kind, string? MinutesNumber);
}
