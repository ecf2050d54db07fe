using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Search;

/// <summary>A unit or cell found; the name is that of the day, or the nearest it had.</summary>
/// <param name="Former">What it was called when the words matched, if it is called otherwise on the day.</param>
/// <param name="IsThere">Whether it is there on the day.</param>
/// <param name="IsCell">A cell (chi bộ), which has a page of its own kind.</param>
public sealed record UnitHit(string Code, string Name, Branch Branch, string? Former, bool IsThere, bool IsCell);

/// <summary>A person found, through the post or the membership of the day that the reader reaches.</summary>
/// <param name="Place">Name of the unit or cell through which the reader reaches the person.</param>
/// <param name="OpensStaff">Whether the reader may open the person's posts; if not, the party record.</param>
public sealed record PersonHit(string Code, string FullName, string? Post, string? PostEn, string Place, bool OpensStaff);

public sealed record SearchHits(IReadOnlyList<UnitHit> Units, IReadOnlyList<PersonHit> People, IReadOnlyList<DecisionRef> Decisions);

/// <summary>Everything the reader may open, by any part of its name, without accents, or by initials.</summary>
public sealed class SearchService(Database database, DecisionService decisions, ReadLog log)
{
    /// <summary>Units of both trees that ever had such a name, people in reach on the day, and decisions; the best of each, at most <paramref name="most"/>. Who is shown as a member is logged as read.</summary>
    [UseCase(Permission.ViewOrganisation)]
    public async Task<SearchHits> FindAsync(string text, DateOnly on, int most = 6, CancellationToken ct = default)
    {
        var words = SearchWords.Of(text);
        var (units, people) = await database.ReadAsync<(List<UnitHit>, List<PersonHit>)>(async db =>
        {
            db.Demand(Permission.ViewOrganisation, null, on);
            if (words.IsEmpty) return ([], []);
            var found = People(db, words, on, most);
            await log.WriteAsync(db.Actor, "Search", FieldClass.Party, found.Where(p => !p.OpensStaff).Select(p => p.Code), ct);
            return (Units(db, words, on, most), found);
        }, ct);
        return new(units, people, words.IsEmpty ? [] : await decisions.FindAsync(text, most, ct));
    }

    private static List<UnitHit> Units(OrgDbContext db, SearchWords words, DateOnly day, int most)
    {
        var (seen, there, gone) = (new HashSet<Guid>(), new List<UnitEntry>(), new List<UnitEntry>());
        foreach (var entry in UnitIndex.Of(db.Timeline).Find(words).Where(entry => seen.Add(entry.Unit.Id)))
        {
            if (entry.Unit.History.Covers(day)) there.Add(entry);
            else if (gone.Count < most) gone.Add(entry);
            if (there.Count == most) break; // whatever fits worse would come after them
        }
        return [.. from entry in there.Concat(gone).Take(most)
                   let unit = entry.Unit
                   let name = UnitNames.On(unit, day)
                   select new UnitHit(unit.Code, name, unit.Branch, entry.Former(words, name), unit.History.Covers(day), db.Timeline.Kind(UnitNames.FactsNear(unit, day).Kind).Cell)];
    }

    private static List<PersonHit> People(OrgDbContext db, SearchWords words, DateOnly on, int most)
    {
        var (work, party, snapshot) = (db.ScopeFor(Permission.ViewStaffWork, on), db.ScopeFor(Permission.ViewPartyRecord, on), db.Timeline.On(on));
        return [.. PeopleIndex.Of(db.Timeline).Find(words).Select(person => Hit(person, snapshot, work, party)).OfType<PersonHit>().Take(most)];
    }

    private static PersonHit? Hit(PersonLine person, OrgSnapshot on, Scope work, Scope party)
    {
        if (on.UnitOf(person.Id) is { } unit && work.IncludesPerson(person.Id, unit, null) && on.Post(person.Id) is { } post)
            return new(person.Code, person.FullName, PostTitles.Of(post.Facts, post.Unit?.Kind), PostTitles.EnglishOf(post.Facts, post.Unit?.Kind), post.Unit?.Name ?? "", OpensStaff: true);
        if (on.CellOf(person.Id) is { } cell && party.IncludesPerson(person.Id, null, cell))
            return new(person.Code, person.FullName, null, null, on.Unit(cell)?.Name ?? "", OpensStaff: false);
        return null;
    }
}
