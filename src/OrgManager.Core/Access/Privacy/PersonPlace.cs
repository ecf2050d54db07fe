using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Access;

/// <summary>Where rights find a person: the unit of the primary post and the cell, today or on the nearest day there was one.</summary>
internal sealed record PersonPlace(Guid PersonId, Guid? UnitId, Guid? CellId, DateOnly Day)
{
    public static PersonPlace Of(OrgDbContext db, Guid personId)
    {
        var (employed, joined) = (db.Timeline.Employments.By(LineKeys.EmploymentPerson)[personId], db.Timeline.Members.By(LineKeys.MemberPerson)[personId]);
        var employments = employed.OrderBy(e => e.Primary.History.From).ToList();
        var work = (employments.FindLast(e => e.Primary.History.From <= db.Today) ?? employments.FirstOrDefault())?.Primary.History;
        var party = joined.OrderBy(m => m.History.From).LastOrDefault()?.History;
        var day = work is not null ? Near(db.Today, work.From, work.Until) : party is not null ? Near(db.Today, party.From, party.Until) : db.Today;
        return new(personId, work?.On(day)?.UnitId, party?.On(day)?.CellId, day);
    }

    /// <summary>The same by the unit alone.</summary>
    public PersonPlace AtWork => this with { CellId = null };

    public bool IsIn(Scope scope) => scope.IncludesPerson(PersonId, UnitId, CellId);

    private static DateOnly Near(DateOnly today, DateOnly from, DateOnly until) => today < from ? from : today >= until ? until.AddDays(-1) : today;
}
