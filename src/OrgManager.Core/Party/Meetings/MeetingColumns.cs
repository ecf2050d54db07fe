using OrgManager.Common;

namespace OrgManager.Party;

/// <summary>What a column of a spreadsheet of meetings holds; in the order in which a table without a header has them.</summary>
public enum MeetingColumn { Cell, On, Kind, Convened, Official, Probationary, Minutes, Chair, MinutesNumber, Resolution, ResolutionOn, Prepared, CommitteeMet, Topic, Note }

/// <summary>Which column stands where: told by the header, or, where there is none, by the order.</summary>
internal sealed class MeetingColumns
{
    private static readonly Dictionary<string, MeetingColumn> Names = new()
    {
        ["chi bo"] = MeetingColumn.Cell, ["ma chi bo"] = MeetingColumn.Cell, ["cell"] = MeetingColumn.Cell, ["cell code"] = MeetingColumn.Cell,
        ["ngay"] = MeetingColumn.On, ["ngay hop"] = MeetingColumn.On, ["ngay sinh hoat"] = MeetingColumn.On, ["day"] = MeetingColumn.On, ["date"] = MeetingColumn.On, ["held on"] = MeetingColumn.On,
        ["loai"] = MeetingColumn.Kind, ["loai sinh hoat"] = MeetingColumn.Kind, ["hinh thuc"] = MeetingColumn.Kind, ["kind"] = MeetingColumn.Kind,
        ["trieu tap"] = MeetingColumn.Convened, ["duoc trieu tap"] = MeetingColumn.Convened, ["convened"] = MeetingColumn.Convened,
        ["co mat"] = MeetingColumn.Official, ["chinh thuc"] = MeetingColumn.Official, ["co mat chinh thuc"] = MeetingColumn.Official, ["dang vien chinh thuc co mat"] = MeetingColumn.Official, ["official"] = MeetingColumn.Official, ["present"] = MeetingColumn.Official, ["official present"] = MeetingColumn.Official,
        ["du bi"] = MeetingColumn.Probationary, ["co mat du bi"] = MeetingColumn.Probationary, ["dang vien du bi co mat"] = MeetingColumn.Probationary, ["probationary"] = MeetingColumn.Probationary, ["probationary present"] = MeetingColumn.Probationary,
        ["so phut"] = MeetingColumn.Minutes, ["thoi luong"] = MeetingColumn.Minutes, ["thoi gian"] = MeetingColumn.Minutes, ["minutes"] = MeetingColumn.Minutes, ["duration"] = MeetingColumn.Minutes,
        ["chu tri"] = MeetingColumn.Chair, ["nguoi chu tri"] = MeetingColumn.Chair, ["chair"] = MeetingColumn.Chair, ["chaired by"] = MeetingColumn.Chair,
        ["so bien ban"] = MeetingColumn.MinutesNumber, ["bien ban"] = MeetingColumn.MinutesNumber, ["minutes no"] = MeetingColumn.MinutesNumber, ["number of minutes"] = MeetingColumn.MinutesNumber,
        ["so nghi quyet"] = MeetingColumn.Resolution, ["nghi quyet"] = MeetingColumn.Resolution, ["resolution"] = MeetingColumn.Resolution,
        ["ngay nghi quyet"] = MeetingColumn.ResolutionOn, ["resolution day"] = MeetingColumn.ResolutionOn, ["resolution of"] = MeetingColumn.ResolutionOn,
        ["chuan bi"] = MeetingColumn.Prepared, ["co chuan bi"] = MeetingColumn.Prepared, ["prepared"] = MeetingColumn.Prepared,
        ["chi uy hop truoc"] = MeetingColumn.CommitteeMet, ["chi uy hop"] = MeetingColumn.CommitteeMet, ["committee met"] = MeetingColumn.CommitteeMet, ["committee met first"] = MeetingColumn.CommitteeMet,
        ["chu de"] = MeetingColumn.Topic, ["noi dung"] = MeetingColumn.Topic, ["chuyen de"] = MeetingColumn.Topic, ["topic"] = MeetingColumn.Topic,
        ["ghi chu"] = MeetingColumn.Note, ["note"] = MeetingColumn.Note,
    };

    private readonly Dictionary<MeetingColumn, int> _at;

    private MeetingColumns(Dictionary<MeetingColumn, int> at, bool hasHeader) => (_at, HasHeader) = (at, hasHeader);

    /// <summary>Whether that row is one.</summary>
    public bool HasHeader { get; }

    /// <summary>Of a row that may be the header; of any other they stand in their order.</summary>
    public static MeetingColumns Of(IReadOnlyList<string> first)
    {
        var named = new Dictionary<MeetingColumn, int>();
        foreach (var (text, at) in first.Select((text, at) => (text, at)))
            if (Names.TryGetValue(Key(text), out var column)) named.TryAdd(column, at);
        return named.Count >= 2 ? new(named, true) : new(Enum.GetValues<MeetingColumn>().ToDictionary(c => c, c => (int)c), false);
    }

    /// <summary>What a row says there, trimmed; empty where it has no such cell.</summary>
    public string Text(IReadOnlyList<string> row, MeetingColumn column) => _at.TryGetValue(column, out var at) && at < row.Count ? row[at].Trim() : "";

    private static string Key(string text) => string.Join(' ', new string([.. VietnameseText.SearchKey(text).Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
