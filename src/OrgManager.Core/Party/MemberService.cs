using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>Somebody in post on a day, as a party clerk or secretary finds them: to admit, or to give a cell by name.</summary>
/// <param name="CellId">The cell of a member; of others the one that serves them, if there is one.</param>
public sealed record PartyPerson(Guid Id, string Code, string FullName, MemberWork? Work, bool IsMember, Guid? CellId);

/// <summary>Hồ sơ đảng viên: the file of a member, and who may become one.</summary>
public sealed class MemberService(Database database, DecisionNames names, ReadLog log)
{
    /// <summary>The party file of a person by staff number; another's is shown only after the reading of it is logged.</summary>
    /// <exception cref="AccessDeniedException">No file in reach; whether there is one out of reach is not told.</exception>
    [UseCase(Permission.ViewPartyRecord)]
    public Task<MemberCard> CardAsync(string code, DateOnly on, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var view = MemberCardView.Find(db, code, on) ?? throw new AccessDeniedException(Permission.ViewPartyRecord);
            var card = view.Card(await (view.IsOwn ? names.OfOwnAsync(db, view.DecisionIds, ct) : names.OfAsync(db, view.DecisionIds, ct)), await HonourService.OfAsync(db, view.PersonId, ct));
            await log.WriteAsync(db.Actor, "Member", FieldClass.Party, card.PersonId == db.Actor.PersonId ? [] : [card.Code], ct);
            return card;
        }, ct);

    /// <summary>People in post on a day by name (accents do not matter), initials or staff number: members, or those who are not. Members are reached through their cell, others through the cell that serves them.</summary>
    /// <param name="members">Members, or those who are not.</param>
    /// <param name="take">At most so many, by given name.</param>
    [UseCase(Permission.ChangePartyRecord, IsList = true)]
    public Task<IReadOnlyList<PartyPerson>> FindAsync(string text, DateOnly on, bool members, int take = 8, CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<PartyPerson>>(async db =>
        {
            var (scope, snapshot, wanted) = (db.DemandScope(Permission.ChangePartyRecord, on), db.Timeline.On(on), VietnameseText.SearchKey(text));
            var (coverage, all) = (new CoverageOn(snapshot), ReachesCommittee(snapshot, scope));
            var found = from post in snapshot.Posts.OrderBy(p => p.Person.SortKey, StringComparer.Ordinal)
                        let member = snapshot.Member(post.Person.Id)
                        where member is not null == members && Matches(post.Person, wanted)
                        let cells = member is not null ? [member.Facts.CellId] : coverage.CellsOf(post.Person, post.Unit).ToList()
                        where cells.Exists(cell => scope.Includes(cell)) || (cells.Count == 0 && all)
                        select new PartyPerson(post.Person.Id, post.Person.Code, post.Person.FullName, snapshot.Work(post.Person.Id), members, cells.Count > 0 ? cells[0] : null);
            var shown = found.Take(take).ToList();
            await log.WriteAsync(db.Actor, "PartyPeople", FieldClass.Party, shown.Where(p => p.IsMember && p.Id != db.Actor.PersonId).Select(p => p.Code), ct);
            return shown;
        }, ct);

    /// <summary>Whom no cell serves may be found by who answers for more than one cell.</summary>
    private static bool ReachesCommittee(OrgSnapshot snapshot, Scope scope) => snapshot.Tree(Branch.Party).Any(u => scope.Includes(u.Id) && u.Children.Any(c => c.Kind.Cell));

    private static bool Matches(PersonLine person, string wanted) =>
        wanted.Length == 0 || person.SearchKey.Contains(wanted, StringComparison.Ordinal) || person.Initials.StartsWith(wanted, StringComparison.Ordinal) || person.Code.Equals(wanted, StringComparison.OrdinalIgnoreCase);
}
