using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Reviews;
using OrgManager.Staff;

namespace OrgManager.Tests;

/// <summary>A year of staff over the whole department, opened as its director and worked on unit by unit.</summary>
public static class StaffYears
{
    public const int Year = 2020;

    private static readonly DateOnly List = new(Year, 12, 1), Met = new(Year, 12, 10);

    public static async Task<ReviewBoard> OpenAsync(TestOrg org, string rules = "90-2020", int year = Year)
    {
        await org.SignInAsync("director");
        await org.Get<ReviewCycleService>().OpenAsync(year, await org.UnitIdAsync("SCT"), rules, new(year, List.Month, List.Day));
        return await BoardAsync(org, year);
    }

    public static async Task<ReviewBoard> BoardAsync(TestOrg org, int year = Year) => Assert.Single((await org.Get<ReviewCycleService>().StaffBoardsAsync(year)).Boards);

    public static async Task<CellReview> SheetAsync(TestOrg org, string unit, int year = Year) => await org.Get<CellReviewService>().SheetAsync(year, unit);

    public static async Task<ReviewRow> RowAsync(TestOrg org, string unit, string person, int year = Year) => (await SheetAsync(org, unit, year)).Members.Single(m => m.Person!.Code == person);

    public static async Task ProposeAsync(TestOrg org, string unit, string person, string grade, int year = Year) =>
        await org.Get<CellReviewService>().EnterAsync(new("4-BB", Met, null, [new((await RowAsync(org, unit, person, year)).Seen, grade, null, null)]));

    /// <summary>Giao quyền: the unit's head steps back, and its deputy, who keeps the own post, acts as head. Leaves nobody signed in.</summary>
    public static async Task ActAsHeadAsync(TestOrg org, string unit, string head, string deputy, DateOnly from, DateOnly? until = null)
    {
        org.Actor = Actor.System;
        var staff = org.Get<StaffService>();
        await staff.ChangeAsync([(await SeenAsync(head), new AssignmentEdit { Leads = (Headship.None, 0) })], from);
        await staff.AddBesideAsync([await SeenAsync(deputy)], AssignmentKind.Acting, new(await org.UnitIdAsync(unit), QuotaCategory.CivilServant, Headship.Head, 1), from, until);

        async Task<Seen> SeenAsync(string person) => (await staff.EmploymentOnAsync(await org.PersonIdAsync(person), from)).Seen;
    }

    /// <summary>Everybody and every unit of the year is decided, but those above.</summary>
    public static async Task DecideAllAsync(TestOrg org, Func<string, string> gradeOf, int year = Year)
    {
        foreach (var unit in (await BoardAsync(org, year)).ByCell)
        {
            var sheet = await SheetAsync(org, unit.Cell.Code, year);
            await org.Get<CellReviewService>().DecideAsync([.. sheet.Members.Where(m => m is { DecidedAbove: false, NotGraded: null, IsOwn: false }).Select(m => new GradeDecided(m.Seen, gradeOf(m.Person!.Code))),
                .. sheet.Own.DecidedAbove ? Array.Empty<GradeDecided>() : [new(sheet.Own.Seen, "HTTNV")]]);
        }
    }

    public static async Task CloseAsync(TestOrg org, int year = Year) =>
        await org.Get<ReviewCycleService>().CloseAsync((await BoardAsync(org, year)).Cycle, new(year, 12, 20), null, "Đã xem xét");
}
