using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Reviews;
using OrgManager.Staff;
using OrgManager.Tests.Access.Matrix;

namespace OrgManager.Tests.Access;

/// <summary>Row by row of the whole trail of the model: every role gets what scope and class of fields say, told from the table of rights, and not one row else.</summary>
public class TrailReachTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    private const int Sampled = 11, Many = 8; // sets that are opened, too
    private readonly TestOrg _org = model.Org;

    public static TheoryData<string> Readers => [.. MatrixRole.All.Where(r => r.Reaches(Permission.ViewAuditTrail).Any(reach => reach != Reach.None)).Select(r => r.Account)];

    [Theory, MemberData(nameof(Readers))]
    public async Task A_reader_sees_exactly_what_the_table_of_rights_gives(string account)
    {
        var role = MatrixRole.All.Single(r => r.Account == account);
        var expected = (await AllAsync()).Where(row => Expected(role, row)).ToLookup(row => row.Seq, row => row.Number);

        await _org.SignInAsync(account);
        var listed = await ListedAsync();

        Assert.NotEmpty(expected);
        Assert.Equal(expected.Select(set => (set.Key, set.Count())).OrderByDescending(set => set.Key), listed);
        foreach (var (seq, _) in listed.Where(set => set.Seq % Sampled == 0 || set.Entries > Many)) await OpensAsync(seq, [.. expected[seq]]);
    }

    [Fact]
    public async Task Who_may_read_no_trail_is_refused()
    {
        _org.Actor = Actor.System;
        await _org.Get<UserService>().AddAsync(new("khach", AccountService.SamplePassword, Role.UnitHead, "VP")); // nobody's account, so without an own record
        await _org.SignInAsync("khach");
        await Assert.ThrowsAsync<AccessDeniedException>(() => _org.Get<TrailService>().ListAsync(new()));
        await Assert.ThrowsAsync<AccessDeniedException>(() => _org.Get<TrailService>().SetAsync(1, new()));
        await Assert.ThrowsAsync<AccessDeniedException>(() => _org.Get<TrailService>().ChainAsync());
    }

    [Theory]
    [InlineData("hr", FieldClass.Account), InlineData("director", FieldClass.Account), InlineData("partyclerk", FieldClass.Account)]
    [InlineData("admin", FieldClass.Public, FieldClass.Work, FieldClass.Personal, FieldClass.Party, FieldClass.Review)]
    public async Task A_class_out_of_reach_is_not_there_at_all(string account, params FieldClass[] hidden)
    {
        await _org.SignInAsync(account);
        Assert.Empty((await _org.Get<TrailService>().ListAsync(new())).Classes.Intersect(hidden));
        foreach (var one in hidden) Assert.Empty((await _org.Get<TrailService>().ListAsync(new(Class: one))).Rows);
    }

    private sealed record Row(long Seq, int Number, string OwnerType, Guid? UnitId, FieldClass Class, Guid? PersonId);

    /// <summary>By pages of the list, as the site asks.</summary>
    private async Task<List<(long Seq, int Entries)>> ListedAsync()
    {
        var listed = new List<(long, int)>();
        for (long? before = null; ;)
        {
            var page = await _org.Get<TrailService>().ListAsync(new(), before, 40);
            listed.AddRange(page.Rows.Select(r => (r.Seq, r.Entries)));
            if (page.Before is null) return listed;
            before = page.Before;
        }
    }

    private async Task OpensAsync(long seq, List<int> expected)
    {
        var set = await _org.Get<TrailService>().SetAsync(seq, new());
        Assert.Equal(expected.Count, set.Total);
        Assert.Equal(expected.Order().Take(set.Entries.Count), set.Entries.Select(e => e.Number));
        Assert.DoesNotContain(set.Entries.SelectMany(e => e.Fields).SelectMany(f => new[] { f.Before?.Text, f.After?.Text }).OfType<string>(), IsRaw);
    }

    /// <summary>Ids and JSON are for programs.</summary>
    private static bool IsRaw(string text) => text.Contains('{', StringComparison.Ordinal) || Guid.TryParse(text, out _);

    private async Task<List<Row>> AllAsync()
    {
        await using var db = await _org.OpenAsync();
        var reviews = await db.Set<Review>().ToDictionaryAsync(r => r.Id, r => r.PersonId);
        var employments = db.Timeline.Employments.ToDictionary(e => e.Id, e => (Guid?)e.PersonId);
        var members = db.Timeline.Members.ToDictionary(m => m.Id, m => (Guid?)m.PersonId);
        var covered = db.Timeline.Coverages.ToDictionary(c => c.Id, c => c.PersonId);
        return [.. (await db.Set<ChangeSetEntry>().ToListAsync()).Select(e => new Row(e.ChangeSetSeq, e.Number, e.OwnerType, e.UnitId, e.FieldClass, e.OwnerType switch
        {
            nameof(Person) => e.OwnerId, nameof(Employment) => employments[e.OwnerId], nameof(PartyMember) => members[e.OwnerId],
            nameof(CellCoverage) => covered[e.OwnerId], nameof(Review) => reviews[e.OwnerId], _ => null,
        }))];
    }

    private bool Expected(MatrixRole role, Row row)
    {
        if (row.Class == FieldClass.Account) return role.Role is Role.Admin or Role.Inspector;
        var needs = row.OwnerType switch { nameof(Quota) => Permission.ViewQuota, nameof(CellCoverage) => Permission.ViewPartyBasics, _ => Of(row.Class) };
        return Reaches(role, Permission.ViewAuditTrail, row) && Reaches(role, needs, row);
    }

    private bool Reaches(MatrixRole role, Permission permission, Row row) => role.Reaches(permission).Any(reach => reach switch
    {
        Reach.Everything => true,
        Reach.Granted when role.Scope is null => true,
        Reach.Granted when row.UnitId is { } unit => Above(unit).Contains(role.Scope),
        Reach.Granted when row.PersonId is { } person => Places(person).Any(unit => Above(unit).Contains(role.Scope)),
        Reach.Granted => row.Class == FieldClass.Public,
        Reach.OwnPerson => row.PersonId is { } person && Code(person) == role.Person,
        _ => false,
    });

    private static Permission Of(FieldClass fieldClass) => fieldClass switch
    {
        FieldClass.Public => Permission.ViewOrganisation, FieldClass.Work => Permission.ViewStaffWork, FieldClass.Personal => Permission.ViewStaffPersonal,
        FieldClass.Party => Permission.ViewPartyRecord, FieldClass.Review => Permission.ViewReviews, _ => Permission.ViewDiscipline,
    };

    /// <summary>Codes of the unit and of what it stands under, on the day nearest to today on which it is there.</summary>
    private List<string> Above(Guid unitId)
    {
        var history = Timeline.Units.Find(unitId)!.History;
        var day = new[] { _org.Today, history.Until.AddDays(-1) }.Min() is var last && last < history.From ? history.From : last;
        var codes = new List<string>();
        for (var unit = Timeline.On(day).Unit(unitId); unit is not null; unit = unit.Parent) codes.Add(unit.Code);
        return codes;
    }

    private IEnumerable<Guid> Places(Guid person)
    {
        var work = Timeline.Employments.Where(e => e.PersonId == person).MaxBy(e => e.Primary.History.From)?.Primary.History;
        var day = work is null || work.Covers(_org.Today) ? _org.Today : work.Until.AddDays(-1);
        if (work?.On(day) is { } post) yield return post.UnitId;
        if (Timeline.On(day).Member(person) is { } member) yield return member.Facts.CellId;
    }

    private string Code(Guid person) => Timeline.People.Find(person)!.Code;

    private OrgTimeline Timeline => _org.Database.NewestKnown;
}
