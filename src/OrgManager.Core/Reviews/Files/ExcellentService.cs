using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Reviews;

/// <summary>Somebody whom the cell graded good or better.</summary>
/// <param name="Review">As <see cref="CellReviewService.DecideAsync"/> takes it.</param>
/// <param name="Group">Place of its group among those of the list.</param>
/// <param name="IsChosen">By the votes, within the cap.</param>
/// <param name="IsTied">As many votes as others at the edge of the cap: the votes choose none of them, the committee does.</param>
/// <param name="MayDecide">The grade may be decided now; nobody's own, and of a full file only at its step.</param>
public sealed record ExcellentRow(Seen Review, PersonRef Person, UnitRef Cell, int Group, string? Post, string? PostEn, string Proposed, string? Grade, string? LastYear, int Votes, bool IsChosen, bool IsTied, bool MayDecide, IReadOnlyList<ReviewConcern> Concerns);

/// <summary>Those among whom the cap is counted: a group with similar tasks, or (without a name) all that are in none.</summary>
/// <param name="Place">As <see cref="ExcellentRow.Group"/> names it.</param>
/// <param name="Most">So many may become excellent if all others keep what their cells propose; null without a cap.</param>
public sealed record ExcellentGroup(int Place, string? Name, int Candidates, int? Most);

/// <summary>The second round of one committee's year.</summary>
public sealed record ExcellentList
{
    public required int Year { get; init; }
    public required UnitRef Committee { get; init; }
    public required RuleSetFacts Rules { get; init; }

    /// <summary>The cycle's id, and the version of the round (0: nothing is entered yet).</summary>
    public required Seen Round { get; init; }
    public required ExcellentBallot? Ballot { get; init; }

    /// <summary>Those with most votes first, then by name.</summary>
    public required IReadOnlyList<ExcellentRow> Rows { get; init; }

    /// <summary>So many may become excellent if all others keep what their cells propose; null without a cap.</summary>
    public required int? Most { get; init; }

    /// <summary>One by one, where the cap is counted in groups.</summary>
    public IReadOnlyList<ExcellentGroup> Groups { get; init; } = [];
    public required bool MayDecide { get; init; }
}

/// <summary>The committee's list of the excellent over all cells: who may be chosen, the votes, and whom they choose within the cap.</summary>
public sealed class ExcellentService(Database database, ReadLog log)
{
    /// <summary>The list of a committee's year; that it was read is logged.</summary>
    /// <exception cref="NotFoundException">No reviews of that committee in that year.</exception>
    [UseCase(Permission.ViewReviews)]
    public Task<ExcellentList> ListAsync(int year, string committeeCode, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var committee = db.Timeline.UnitByCode(committeeCode) ?? throw new AccessDeniedException(Permission.ViewReviews);
            db.Demand(Permission.ViewReviews, committee.Id, db.Today);
            var cycle = await db.Set<ReviewCycle>().FirstOrDefaultAsync(c => c.Year == year && c.CommitteeId == committee.Id && c.Subject == ReviewSubject.Member, ct) ?? throw new NotFoundException(typeof(ReviewCycle), year);
            var rules = (await db.Set<RuleSet>().SingleAsync(r => r.Code == cycle.RuleSetCode, ct)).Facts;
            var round = await db.Set<ExcellentRound>().SingleOrDefaultAsync(r => r.CycleId == cycle.Id, ct);
            var list = new ExcellentList
            {
                Year = year, Committee = UnitNames.Ref(committee, db.Today), Rules = rules, Round = new(cycle.Id, round?.Version ?? 0),
                Ballot = round is { On: { } on } ? new(on, round.Convened, round.Issued, round.Returned, round.Invalid, round.Votes) : null,
                Rows = [], Most = null, MayDecide = cycle.ClosedOn is null && AccessRules.Reaches(db, Permission.DecideReviews, cycle.CommitteeId, db.Today),
            };
            var (rows, groups) = await RowsAsync(db, cycle, rules, list, ct);
            await log.WriteAsync(db.Actor, "ExcellentList", FieldClass.Review, rows.Select(r => r.Person.Code), ct);
            return list with { Rows = rows, Most = groups.Aggregate((int?)0, (sum, g) => sum + g.Most), Groups = cycle.Groups is null ? [] : groups };
        }, ct);

    /// <summary>Enters the committee's ballot.</summary>
    /// <param name="seen">The cycle's id and the version of the round that was seen.</param>
    /// <exception cref="ConflictException">Somebody entered it since.</exception>
    /// <exception cref="RuleBrokenException">Ballot.DoesNotAddUp, ReviewCycle.Closed, Review.NotACandidate.</exception>
    [UseCase(Permission.DecideReviews)]
    public Task RecordAsync(Seen seen, ExcellentBallot ballot, CancellationToken ct = default) =>
        database.ChangeAsync(new("Excellent.Record"), async db =>
        {
            var cycle = await db.LoadAsync<ReviewCycle>(seen.Id, ct);
            db.Demand(Permission.DecideReviews, cycle.CommitteeId, db.Today);
            cycle.DemandOpen();
            var round = await db.Set<ExcellentRound>().SingleOrDefaultAsync(r => r.CycleId == cycle.Id, ct);
            if ((round?.Version ?? 0) != seen.Version) throw new ConflictException(new Seen(cycle.Id, round?.Version ?? 0));
            var named = ballot.Votes.Select(v => v.ReviewId).ToList();
            RuleBrokenException.Unless(await db.Set<Review>().CountAsync(r => r.CycleId == cycle.Id && r.Subject == ReviewSubject.Member && named.Contains(r.Id), ct) == named.Count, "Review.NotACandidate");
            if (round is null) db.Add(round = ExcellentRound.Begin(cycle));
            round.Record(ballot);
        }, ct);

    private static async Task<(IReadOnlyList<ExcellentRow> Rows, IReadOnlyList<ExcellentGroup> Groups)> RowsAsync(OrgDbContext db, ReviewCycle cycle, RuleSetFacts rules, ExcellentList list, CancellationToken ct)
    {
        var (best, good) = (rules.Grades[0].Code, rules.Grades[1].Code);
        var members = await db.Set<Review>().Where(r => r.CycleId == cycle.Id && r.Subject == ReviewSubject.Member).ToListAsync(ct);
        var candidates = members.Where(r => IsCandidate(r, best, good)).ToList();
        var last = (await db.Set<Review>().Join(db.Set<ReviewCycle>().Where(c => c.Year == cycle.Year - 1), r => r.CycleId, c => c.Id, (r, _) => r).Where(r => r.Subject == ReviewSubject.Member && r.PersonId != null && r.Grade != null).Select(r => new { r.PersonId, r.Grade }).ToListAsync(ct))
            .GroupBy(r => r.PersonId!.Value).ToDictionary(g => g.Key, g => g.First().Grade);
        var votes = list.Ballot?.Votes.ToDictionary(v => v.ReviewId, v => v.Votes) ?? [];
        var caps = new CycleGroups(cycle, rules);
        var groups = members.GroupBy(r => caps.PlaceOf(r.CellId)).OrderBy(g => g.Key).Select(g => (Of: g.ToList(), Candidates: g.Count(r => IsCandidate(r, best, good)), Place: g.Key))
            .Select(g => new ExcellentGroup(g.Place, caps.NameAt(g.Place), g.Candidates, MostOf(g.Of, g.Candidates, caps.Within))).ToList();
        var ordered = candidates.OrderByDescending(r => votes.GetValueOrDefault(r.Id)).ThenBy(r => db.Timeline.People.Find(r.PersonId!.Value)!.SortKey, StringComparer.Ordinal).ToList();
        var passed = list.Ballot is { } ballot ? ordered.Where(r => votes.GetValueOrDefault(r.Id) >= rules.DecisionMajority(ballot.Convened)).ToLookup(r => caps.PlaceOf(r.CellId), r => (r.Id, Votes: votes.GetValueOrDefault(r.Id))) : null;
        var places = (passed ?? Enumerable.Empty<IGrouping<int, (Guid, int)>>()).Select(g => Chosen([.. g], groups.Find(of => of.Place == g.Key)?.Most ?? int.MaxValue)).ToList();
        var (chosen, tied) = (places.SelectMany(p => p.Chosen).ToHashSet(), places.SelectMany(p => p.Tied).ToHashSet());
        var day = db.Timeline.On(ReviewCycle.LastDay(cycle.Year, db.Today));
        return ([.. ordered.Select(r => Row(db, cycle, rules, list, r, caps.PlaceOf(r.CellId), day, votes.GetValueOrDefault(r.Id), (chosen.Contains(r.Id), tied.Contains(r.Id)), last.GetValueOrDefault(r.PersonId!.Value)))], groups);
    }

    /// <summary>Those with most votes; where the last place would fall among people with equal votes, it is none of theirs.</summary>
    /// <param name="passed">Who has votes enough, the most first.</param>
    private static (HashSet<Guid> Chosen, HashSet<Guid> Tied) Chosen(List<(Guid Id, int Votes)> passed, int most)
    {
        if (passed.Count <= most) return ([.. passed.Select(r => r.Id)], []);
        var edge = passed[most].Votes;
        var tied = most > 0 && passed[most - 1].Votes == edge ? passed.Where(r => r.Votes == edge).Select(r => r.Id).ToHashSet() : [];
        return ([.. passed.Take(most).Select(r => r.Id).Except(tied)], tied);
    }

    /// <summary>Proposed best or second best, and not decided lower since.</summary>
    private static bool IsCandidate(Review review, string best, string good) =>
        review.NotGradedReason is null && (review.ProposedGrade == best || review.ProposedGrade == good) && (review.Grade is null || review.Grade == best || review.Grade == good);

    /// <summary>The most that may be best at once: each one more leaves one fewer in the base.</summary>
    private static int? MostOf(List<Review> members, int candidates, RuleSetFacts rules)
    {
        var (best, good) = (rules.Grades[0].Code, rules.Grades[1].Code);
        var counts = GradeCounts.AsProposed(ReviewSubject.Member, [], rules).With(members.Where(r => !IsCandidate(r, best, good)).Select(r => ((string?)null, r.Expected)), rules);
        if (counts.Most is null) return null;
        var most = 0;
        for (var n = 1; n <= candidates; n++)
            if (!counts.With([.. Enumerable.Repeat(((string?)null, (string?)best), n), .. Enumerable.Repeat(((string?)null, (string?)good), candidates - n)], rules).OverCap) most = n;
            else break;
        return most;
    }

    private static ExcellentRow Row(OrgDbContext db, ReviewCycle cycle, RuleSetFacts rules, ExcellentList list, Review review, int group, OrgSnapshot day, int votes, (bool IsChosen, bool IsTied) place, string? lastYear)
    {
        var person = db.Timeline.People.Find(review.PersonId!.Value)!;
        var post = day.Post(person.Id);
        var mayDecide = list.MayDecide && !review.DecidedAbove && person.Id != db.Actor.PersonId && (review.Step is null || new ReviewReach(db, review, cycle).Open().Any(r => r.Act == ReviewAct.Decide));
        return new(new(review.Id, review.Version), new(person.Code, person.FullName), UnitNames.Ref(db.Timeline.Units.Find(review.CellId)!, day.Day), group, post is null ? null : PostTitles.Of(post.Facts, post.Unit?.Kind), post is null ? null : PostTitles.EnglishOf(post.Facts, post.Unit?.Kind),
            review.ProposedGrade!, review.Grade, lastYear, votes, place.IsChosen, place.IsTied, mayDecide, ReviewConcerns.Of(rules, new(place.IsChosen ? rules.Grades[0].Code : rules.Grades[1].Code, lastYear, false, 0, false, false)));
    }
}
