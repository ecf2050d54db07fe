using System.Globalization;
using Microsoft.AspNetCore.Components;
using OrgManager.Access;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Web.Common;

namespace OrgManager.Web.Party.Meetings;

/// <summary>Where a meeting is to be entered: the cell, a day of the month that was clicked, and what kind is asked for.</summary>
public sealed record MeetingPlace(UnitRef Cell, DateOnly On, MeetingKind Kind);

/// <summary>Sinh hoạt chi bộ of a year: cells by months, each mark opens what it stands for.</summary>
public sealed partial class MeetingBoardPage
{
    private const int Size = 60;
    private readonly Latest _read = new();
    private MeetingBoard? _board;
    private MeetingPlace? _entered;
    private bool _choosing, _importing;

    [Inject] public required MeetingBoardService Boards { get; init; }
    [SupplyParameterFromQuery(Name = "year")] public string? YearAsked { get; set; }
    [SupplyParameterFromQuery(Name = AsOf.Page)] public string? PageAsked { get; set; }

    protected override Permission? Lists => Permission.ViewPartyRecord;

    internal static int YearOf(string? asked, DateOnly day) => int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1929 and < 9999 ? year : day.Year;

    private int Year => YearOf(YearAsked, AsOf.Day);
    private int Page => int.TryParse(PageAsked, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1;
    private IEnumerable<(string, string)> Years => _board!.Years.Select(year => ($"{year}", $"{year}"));

    protected override Task ReadAsync() => LoadAsync(_read, ct => Boards.BoardAsync(Year, AsOf.Day, new((Page - 1) * Size, Size), ct), board => _board = board);

    private string Summary(MeetingBoard board)
    {
        var (held, good, missing) = (board.Months.Sum(m => m.Held), board.Months.Sum(m => m.Good), board.Months.Sum(m => m.Missing));
        return T["Meetings.Summary", T.Count("Noun.Cell", board.Total), Format.Number(held), Format.Number(good), Format.Number(missing)];
    }

    private void Begin(UnitRef cell) => (_choosing, _entered) = (false, new(cell, AsOf.Day, MeetingKind.Monthly));

    private async Task SavedAsync(SavedChange change)
    {
        (_entered, _importing) = (null, false);
        Saved(change);
        await ReadAsync();
    }
}
