using System.Globalization;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Import;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>Why a row cannot be entered: a rule, and what it says no to.</summary>
public sealed record MeetingProblem(string Code, IReadOnlyList<object?> Args);

/// <summary>One row of a spreadsheet as it was understood.</summary>
/// <param name="Number">Of the row, counted from 1 with the header.</param>
/// <param name="Meeting">What would be entered; null where something is wrong.</param>
public sealed record MeetingTrialRow(int Number, string CellText, UnitRef? Cell, string OnText, NewMeeting? Meeting, PersonRef? Chair, MeetingQuality? Quality, IReadOnlyList<MeetingProblem> Problems);

public sealed record MeetingTrial(IReadOnlyList<MeetingTrialRow> Rows)
{
    public IEnumerable<MeetingTrialRow> Good => Rows.Where(r => r.Meeting is not null);
}

/// <summary>Reads meetings out of the rows of a spreadsheet and holds each against the cell, its members and what is entered already.</summary>
internal sealed class MeetingTable
{
    private static readonly string[] DayForms = ["d/M/yyyy", "yyyy-M-d", "d-M-yyyy", "d.M.yyyy", "d/M/yyyy HH:mm:ss", "yyyy-M-d HH:mm:ss"];
    private static readonly HashSet<string> Yes = ["x", "co", "c", "1", "yes", "y", "true", "v"];
    private const int HeaderWithin = 20; // above it a list has its title

    private readonly OrgDbContext _db;
    private readonly Dictionary<string, UnitLine> _byCode = [], _byName = [];

    public MeetingTable(OrgDbContext db, Scope scope)
    {
        _db = db;
        foreach (var line in db.Timeline.Units.Where(u => u.Branch == Branch.Party && scope.Includes(u.Id)))
        {
            _byCode[VietnameseText.SearchKey(line.Code)] = line;
            foreach (var span in line.History) _byName.TryAdd(VietnameseText.SearchKey(span.Facts.Name), line);
        }
    }

    public async Task<MeetingTrial> TryAsync(IReadOnlyList<SheetRow> rows, CancellationToken ct)
    {
        var header = rows.Take(HeaderWithin).FirstOrDefault(row => MeetingColumns.Of(row.Cells).HasHeader);
        var columns = MeetingColumns.Of(header?.Cells ?? []);
        var read = rows.Where(row => header is null || row.Number > header.Number).Select(row => new MeetingTableRow(row.Number, columns, row.Cells, this)).ToList();
        var book = await MeetingBook.OfAsync(_db, read.Where(r => r.Asked is not null).Select(r => r.Asked!.Value), ct);
        return new([.. read.Select(r => r.Against(book, _db))]);
    }

    public UnitLine? Cell(string text) => text.Length == 0 ? null : _byCode.GetValueOrDefault(VietnameseText.SearchKey(text)) ?? _byName.GetValueOrDefault(VietnameseText.SearchKey(text));

    /// <summary>A member of the cell on the day, by staff number or name.</summary>
    public PersonLine? Chair(UnitLine cell, DateOnly on, string text) => _db.Timeline.On(on).Unit(cell.Id)?.Members.Select(m => m.Person)
        .FirstOrDefault(p => p.Code.Equals(text, StringComparison.OrdinalIgnoreCase) || p.SearchKey == VietnameseText.SearchKey(text));

    /// <summary>A day as people write it, or as a spreadsheet counts it.</summary>
    public static DateOnly? Day(string text)
    {
        if (DateTime.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return DateOnly.FromDateTime(day);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var counted) && counted is > 20000 and < 80000 ? DateOnly.FromDateTime(DateTime.FromOADate(counted)) : null;
    }

    public static MeetingKind? Kind(string text) => VietnameseText.SearchKey(text) switch
    {
        "" => MeetingKind.Monthly,
        var key when key.Contains("chuyen de", StringComparison.Ordinal) || key.Contains("thematic", StringComparison.Ordinal) => MeetingKind.Thematic,
        var key when key.Contains("kiem diem", StringComparison.Ordinal) || key.Contains("review", StringComparison.Ordinal) => MeetingKind.Review,
        var key when key.Contains("bat thuong", StringComparison.Ordinal) || key.Contains("extraordinary", StringComparison.Ordinal) => MeetingKind.Extraordinary,
        var key when key.Contains("thuong ky", StringComparison.Ordinal) || key.Contains("dinh ky", StringComparison.Ordinal) || key.Contains("thang", StringComparison.Ordinal) || key.Contains("monthly", StringComparison.Ordinal) => MeetingKind.Monthly,
        _ => null,
    };

    public static bool Said(string text) => Yes.Contains(VietnameseText.SearchKey(text));

    public static int? Number(string text) => int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var whole) && whole == Math.Floor(whole) && Math.Abs(whole) < 1_000_000 ? (int)whole : null;
}

/// <summary>One row while it is read: what cannot be understood is told all at once, not one thing after the other.</summary>
internal sealed class MeetingTableRow
{
    private readonly int _number;
    private readonly string _cellText, _onText;
    private readonly List<MeetingProblem> _problems = [];
    private readonly UnitLine? _cell;
    private readonly PersonLine? _chair;
    private readonly MeetingFacts? _facts;

    public MeetingTableRow(int number, MeetingColumns columns, IReadOnlyList<string> row, MeetingTable table)
    {
        string Text(MeetingColumn column) => columns.Text(row, column);
        (_number, _cellText, _onText) = (number, Text(MeetingColumn.Cell), Text(MeetingColumn.On));
        if ((_cell = table.Cell(_cellText)) is null) Reject("MeetingRow.CellUnknown", _cellText);
        var on = MeetingTable.Day(_onText);
        if (on is null) Reject("MeetingRow.DayUnreadable", _onText);
        var kind = MeetingTable.Kind(Text(MeetingColumn.Kind));
        if (kind is null) Reject("MeetingRow.KindUnknown", Text(MeetingColumn.Kind));
        var (official, probationary, minutes) = (Number(MeetingColumn.Official, required: true), Number(MeetingColumn.Probationary), Number(MeetingColumn.Minutes));
        var convened = Number(MeetingColumn.Convened, required: true);
        var resolved = Text(MeetingColumn.ResolutionOn) is { Length: > 0 } text ? MeetingTable.Day(text) : null;
        if (resolved is null && Text(MeetingColumn.ResolutionOn) is { Length: > 0 } unread) Reject("MeetingRow.DayUnreadable", unread);
        if (Text(MeetingColumn.Chair) is { Length: > 0 } chair && _cell is not null && on is { } day && (_chair = table.Chair(_cell, day, chair)) is null) Reject("MeetingRow.ChairUnknown", chair);
        if (_problems.Count > 0) return;
        _facts = new(kind!.Value, on!.Value, new(convened!.Value, official!.Value, probationary ?? 0), minutes, MeetingTable.Said(Text(MeetingColumn.Prepared)), MeetingTable.Said(Text(MeetingColumn.CommitteeMet)))
        {
            ChairId = _chair?.Id, MinutesNumber = Text(MeetingColumn.MinutesNumber), Resolution = Text(MeetingColumn.Resolution), ResolutionOn = resolved, Topic = Text(MeetingColumn.Topic), Note = Text(MeetingColumn.Note),
        };

        int? Number(MeetingColumn column, bool required = false)
        {
            var typed = Text(column);
            if (typed.Length == 0 && !required) return null;
            var read = MeetingTable.Number(typed);
            if (read is null) Reject("MeetingRow.NumberUnreadable", typed);
            return read;
        }
    }

    public (Guid CellId, DateOnly On)? Asked => _facts is { } facts ? (_cell!.Id, facts.On) : null;

    /// <summary>Held against the books, and then one of them, so that the next row is held against it.</summary>
    public MeetingTrialRow Against(MeetingBook book, OrgDbContext db)
    {
        NewMeeting? meeting = null;
        if (_facts is { } facts)
            try
            {
                if (!AccessRules.Reaches(db, Permission.ChangePartyRecord, _cell!.Id, facts.On)) throw new RuleBrokenException("MeetingRow.CellUnknown", _cellText);
                var held = CellMeeting.Hold(_cell.Id, book.Demand(_cell.Id, facts), db.Today);
                book.Add(held);
                meeting = new(_cell.Id, held.Facts);
            }
            catch (RuleBrokenException refused)
            {
                Reject(refused.Code, [.. refused.Args]);
            }
        return new(_number, _cellText, _cell is null ? null : Organisation.UnitNames.Ref(_cell, db.Today), _onText, meeting, _chair is null ? null : new(_chair.Code, _chair.FullName), meeting is null ? null : MeetingQuality.Of(meeting.Facts), _problems);
    }

    private void Reject(string code, params object?[] args) => _problems.Add(new(code, args));
}
