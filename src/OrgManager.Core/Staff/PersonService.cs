using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;

namespace OrgManager.Staff;

/// <summary>Hồ sơ cán bộ: everything of one person that the reader may see.</summary>
public sealed class PersonService(Database database, DecisionNames names, ReadLog log)
{
    /// <summary>One person by staff number. Another's party data is shown only after the reading of it is logged.</summary>
    /// <exception cref="NotFoundException">Nobody with this number was ever in post.</exception>
    [UseCase(Permission.ViewStaffWork)]
    public Task<PersonCard> CardAsync(string code, DateOnly on, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var work = db.DemandScope(Permission.ViewStaffWork, on);
            var view = new PersonCardView(db, code, on);
            if (!view.Reaches(work)) throw new AccessDeniedException(Permission.ViewStaffWork);
            var card = view.Card(await (view.IsOwn ? names.OfOwnAsync(db, view.DecisionIds, ct) : names.OfAsync(db, view.DecisionIds, ct))) with { Position = await view.PositionAsync(ct) };
            await log.WriteAsync(db.Actor, "Person", FieldClass.Party, (card.Party is { IsMember: true } || card.Events.Any(e => e.Area == PersonArea.Party)) && card.PersonId != db.Actor.PersonId ? [card.Code] : [], ct);
            return card;
        }, ct);
}
