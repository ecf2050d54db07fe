using Microsoft.EntityFrameworkCore;
using OrgManager.Data;
using OrgManager.Reviews;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Browser;

/// <summary>The year 2019 of the model organisation, to be reviewed once more: its results are taken out, and whom no journey types comes to the same results through the services, as the site's own process would do it.</summary>
internal sealed class YearAgain(TestDatabase database) : IAsyncDisposable
{
    public const int Year = 2019;

    private static readonly DateOnly Met = new(Year, 12, 5);
    private readonly TestOrg _org = TestOrg.On(database, isOwner: false);
    private readonly Dictionary<string, string?> _grades = [];

    private CellReviewService Sheets => _org.Get<CellReviewService>();
    private ReviewFileService Files => _org.Get<ReviewFileService>();

    /// <summary>What each member and cell got in 2019, by code; null for who was not graded.</summary>
    public IReadOnlyDictionary<string, string?> Grades => _grades;

    public IEnumerable<string> Cells => _grades.Keys.Where(IsCell);

    /// <summary>Nothing of the year is left but what it came to, kept here; from here on it is the day it is for the site.</summary>
    public async Task TakeOutAsync()
    {
        if (TimeProvider.System.GetUtcNow() is var now && now > _org.Time.GetUtcNow()) _org.Time.SetUtcNow(now);
        await _org.Database.ChangeAsync(new("Test"), TakeOutAsync);
    }

    private async Task TakeOutAsync(OrgDbContext db)
    {
        foreach (var review in await db.Set<Review>().ToListAsync())
        {
            _grades[review.PersonId is { } person ? db.Timeline.People.Find(person)!.Code : db.Timeline.Units.Find(review.CellId)!.Code] = review.Grade;
            db.Remove(review);
        }
        db.RemoveRange(await db.Set<ReviewCycle>().ToListAsync());
    }

    public async Task<string> NameAsync(string code) => await _org.Database.ReadAsync(db => Task.FromResult(db.Timeline.PersonByCode(code)!.FullName));

    /// <summary>Everybody's own words from paper, brought to the meeting of the cell; who is not graded writes nothing.</summary>
    public async Task ReviewThemselvesAsync(params string[] but)
    {
        foreach (var row in await RowsAsync(r => r.NotGraded is null && !but.Contains(Code(r))))
        {
            if (row.File!.May.Contains(ReviewAct.PassOver)) await Files.MoveAsync([row.File.Seen], ReviewAct.PassOver, "Thủ trưởng nhận xét trên giấy");
            var file = await (row.Person is { } person ? Files.OfMemberAsync(Year, person.Code) : Files.OfCellAsync(Year, Code(row)));
            await _org.Get<SelfReviewService>().SubmitAsync(file.Seen.Id, 0, FullFiles.Whole(file.Form));
        }
        await MoveAsync(ReviewAct.Gather, but);
    }

    /// <summary>Every cell but some proposes what it proposed then.</summary>
    public async Task ProposeAsync(params string[] but)
    {
        foreach (var cell in Cells.Except(but))
        {
            var sheet = await SheetAsync(cell);
            await Sheets.EnterAsync(new($"12-BB/{cell}", Met, Entry(sheet.Own), [.. sheet.Members.Where(m => m.File!.May.Contains(ReviewAct.Record) && !but.Contains(Code(m))).Select(Entry)]) { Attendance = new((await Sheets.CalledAsync(cell, Met)).Official, 0) });
        }
        await MoveAsync(ReviewAct.Propose, but);
    }

    public Task VerifyAsync() => MoveAsync(ReviewAct.Verify);

    /// <summary>What is still to be decided is decided as it was.</summary>
    public async Task DecideAsync()
    {
        foreach (var cell in Cells)
        {
            var sheet = await SheetAsync(cell);
            var open = sheet.Members.Append(sheet.Own).Where(r => !r.DecidedAbove && r.File!.May.Contains(ReviewAct.Decide)).Select(r => new GradeDecided(r.Seen, _grades[Code(r)])).ToList();
            if (open.Count > 0) await Sheets.DecideAsync(open);
        }
    }

    public ValueTask DisposeAsync() => _org.DisposeAsync();

    /// <summary>In a cell whose sheet it is, its own row has no code but the cell's.</summary>
    private string Code(ReviewRow row) => row.Person?.Code ?? _own[row.Seen.Id];

    private readonly Dictionary<Guid, string> _own = [];

    private async Task<CellReview> SheetAsync(string cell)
    {
        var sheet = await Sheets.SheetAsync(Year, cell);
        _own[sheet.Own.Seen.Id] = cell;
        return sheet;
    }

    private async Task<List<ReviewRow>> RowsAsync(Func<ReviewRow, bool> which)
    {
        var rows = new List<ReviewRow>();
        foreach (var cell in Cells)
        {
            var sheet = await SheetAsync(cell);
            rows.AddRange(sheet.Members.Append(sheet.Own).Where(which));
        }
        return rows;
    }

    private async Task MoveAsync(ReviewAct act, params string[] but)
    {
        var rows = await RowsAsync(r => r.File!.May.Contains(act) && !but.Contains(Code(r)));
        await Files.MoveAsync([.. rows.Select(r => r.File!.Seen)], act);
    }

    private MemberEntry Entry(ReviewRow row) => new(row.Seen, _grades[Code(row)], null, null);

    private static bool IsCell(string code) => code.StartsWith("CB-", StringComparison.Ordinal);
}
