using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Reviews;
using OrgManager.Staff;

namespace OrgManager.Tests.Access;

/// <summary>The trail in words: what was and what is, found by day, user, kind of work, unit and person.</summary>
public class TrailServiceTests : IAsyncLifetime
{
    private TestOrg _org = null!;
    private TrailService Trail => _org.Get<TrailService>();

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task A_change_tells_who_why_and_what_was_and_is_in_words()
    {
        await _org.SignInAsync("hr");
        var staff = _org.Get<StaffService>();
        var employment = await staff.EmploymentOnAsync(await _org.PersonIdAsync("CB034"), _org.Today);
        await staff.ChangeAsync([(employment.Seen, new() { UnitId = await _org.UnitIdAsync("VP") })], _org.Today);

        var row = (await Trail.ListAsync(new())).Rows[0];
        Assert.Equal(("Mè Thị Lan Hương", "Staff.Change", TrailArea.Staff, _org.Time.GetUtcNow().UtcDateTime), (row.User, row.Verb, row.Area, row.AtUtc));
        Assert.Equal("CB034", Assert.Single(row.Subjects).Code);

        var set = await Trail.SetAsync(row.Seq, new());
        var added = set.Entries.Single(e => e is { Type: "AssignmentVersion", Act: TrailAct.Added });
        Assert.Equal(("Văn phòng", TrailValueKind.Text), (Value(added, "UnitId").Text, Value(added, "UnitId").Kind));
        Assert.Equal((TrailValueKind.Choice, "QuotaCategory"), (Value(added, "Category").Kind, Value(added, "Category").Choices));
        Assert.Equal(TrailValueKind.OpenEnd, Value(added, "Until").Kind);
        var ended = set.Entries.Single(e => e is { Type: "AssignmentVersion", Act: TrailAct.Changed });
        Assert.Equal(["Until"], ended.Fields.Select(f => f.Name));
        Assert.Equal((TrailValueKind.OpenEnd, "2026-01-15"), (ended.Fields[0].Before!.Kind, ended.Fields[0].After!.Text));
        Assert.All(set.Entries.SelectMany(e => e.Fields).SelectMany(f => new[] { f.Before, f.After }).OfType<TrailValue>(), value =>
            Assert.False(value.Text.Contains('{', StringComparison.Ordinal) || Guid.TryParse(value.Text, out _), value.Text));
    }

    [Fact]
    public async Task It_is_found_by_day_user_kind_unit_and_person()
    {
        await _org.SignInAsync("hr");
        var units = _org.Units;
        _org.Time.Advance(TimeSpan.FromDays(3));
        var seen = await units.GetAsync(await _org.UnitIdAsync("QLCN"));
        await units.CorrectAsync(seen.Seen, seen.History[^1].Id, new() { ShortName = "QLCN" }, "Gõ nhầm");
        var last = await LastAsync();

        await _org.SignInAsync("inspector");
        Assert.Equal([last], await SeqsAsync(new(From: new(2026, 1, 18), To: new(2026, 1, 18))));
        Assert.DoesNotContain(last, await SeqsAsync(new(To: new(2026, 1, 17))));
        Assert.Contains(last, await SeqsAsync(new(User: "me thi lan")));
        Assert.DoesNotContain(last, await SeqsAsync(new(User: "system")));
        Assert.Contains(last, await SeqsAsync(new(Area: TrailArea.Organisation)));
        Assert.DoesNotContain(last, await SeqsAsync(new(Area: TrailArea.Party)));
        Assert.Contains(last, await SeqsAsync(new(Unit: "SCT")));
        Assert.Contains(last, await SeqsAsync(new(Unit: "QLCN")));
        Assert.DoesNotContain(last, await SeqsAsync(new(Unit: "VP")));
        Assert.DoesNotContain(last, await SeqsAsync(new(Person: "CB034")));
        Assert.Empty(await SeqsAsync(new(Unit: "XYZ")));
        Assert.Empty(await SeqsAsync(new(Person: "XYZ")));
        var ofPerson = (await Trail.ListAsync(new(Person: "CB034"))).Rows;
        Assert.NotEmpty(ofPerson);
        Assert.All(ofPerson.SelectMany(r => r.Subjects), s => Assert.Equal("CB034", s.Code));
    }

    [Fact]
    public async Task Naming_a_person_out_of_reach_finds_nothing()
    {
        await _org.SignInAsync("self");
        Assert.Empty(await SeqsAsync(new(Person: "CB034")));
        Assert.NotEmpty(await SeqsAsync(new()));
    }

    [Fact]
    public async Task An_administrator_finds_what_happened_to_an_account()
    {
        await _org.Get<AccountService>().SignInAsync("hr", AccountService.SamplePassword);
        await _org.SignInAsync("admin");
        await _org.Get<UserService>().GrantAsync("hr", Role.Inspector, null, null, _org.Today.AddDays(9));

        var rows = (await Trail.ListAsync(new(Account: "hr"))).Rows;
        Assert.Equal(["User.Grant", "Account.SignIn", "User.Add"], rows.Select(r => r.Verb));
        var grant = Assert.Single((await Trail.SetAsync(rows[0].Seq, new())).Entries);
        Assert.Equal(("Grant", "hr", "hr"), (grant.Type, grant.Subject!.Name, Value(grant, "UserId").Text));
        Assert.Equal(("Inspector", "Role", "2026-01-24"), (Value(grant, "Role").Text, Value(grant, "Role").Choices, Value(grant, "ValidUntil").Text));
    }

    [Fact]
    public async Task Whose_party_data_the_trail_tells_of_is_logged_as_read()
    {
        await _org.SignInAsync("partyclerk");
        var member = await _org.Get<PartyService>().MemberOnAsync(await _org.PersonIdAsync("CB034"), _org.Today);
        await _org.Get<PartyService>().SetParticipationAsync(member.Seen, Participation.Exempt, _org.Today);
        var file = Path.Combine(_org.Storage.Directory, "read-log.jsonl");
        File.Delete(file);

        await Trail.ListAsync(new(), null, 1);
        Assert.Contains("\"what\":\"Trail\",\"fieldClass\":\"Party\",\"people\":[\"CB034\"]", Assert.Single(await File.ReadAllLinesAsync(file)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_file_is_its_subjects_for_the_log_and_for_who_asks_for_a_person()
    {
        await FullFiles.OpenAsync(_org);
        await FullFiles.SubmitAsync(_org, "self", "CB035");
        await _org.SignInAsync("partyclerk");
        var written = await FullFiles.FileAsync(_org, "CB035");
        await _org.Get<RemedyService>().SettleAsync(written.Seen, written.Remedies[0].Number, RemedyState.Done, null);
        await _org.SignInAsync("inspector");
        var file = Path.Combine(_org.Storage.Directory, "read-log.jsonl");
        File.Delete(file);

        var row = Assert.Single((await Trail.ListAsync(new(Person: "CB035"), null, 1)).Rows);
        Assert.Equal(("Remedy.Settle", "CB035"), (row.Verb, Assert.Single(row.Subjects).Code));
        Assert.Equal(["ReviewFile"], (await Trail.SetAsync(row.Seq, new(Person: "CB035"))).Entries.Select(e => e.Type));
        Assert.All(await File.ReadAllLinesAsync(file), line => Assert.Contains("\"fieldClass\":\"Review\",\"people\":[\"CB035\"]", line, StringComparison.Ordinal));
        Assert.Equal(2, (await File.ReadAllLinesAsync(file)).Length);
    }

    [Fact]
    public async Task What_a_cell_means_by_the_criteria_for_one_member_and_a_fee_that_was_taken_back_are_told_with_their_person()
    {
        await FullFiles.OpenAsync(_org);
        await _org.SignInAsync("partyclerk");
        await _org.Get<CellCriteriaService>().SetAsync(FullFiles.Year, "CB-CN", "CB035", 0, new Dictionary<string, string> { ["M2.1"] = "Riêng đồng chí này" });
        var (fees, person, month) = (_org.Get<FeeService>(), await _org.PersonIdAsync("CB035"), new DateOnly(2026, 1, 1));
        await fees.SetAsync(person, month, new(FeeKind.Student));
        await using (var db = await _org.OpenAsync()) await fees.RemoveAsync(new((await db.Set<FeeStanding>().SingleAsync()).Id, 0));

        await _org.SignInAsync("inspector");
        var rows = (await Trail.ListAsync(new(Person: "CB035"), null, 3)).Rows;
        Assert.Equal(["PartyFee.Remove", "PartyFee.Set", "CellCriteria.Set"], rows.Select(r => r.Verb));
        Assert.All(rows, row => Assert.Equal("CB035", Assert.Single(row.Subjects).Code));
    }

    [Fact]
    public async Task Every_aggregate_of_party_or_review_that_keeps_a_person_or_a_review_is_looked_up_by_it()
    {
        HashSet<string> notAboutThem = ["CellMeeting.ChairId"];
        await using var db = await _org.OpenAsync();
        var sensitive = db.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(Aggregate)) && ((Entity)RuntimeHelpers.GetUninitializedObject(t.ClrType)).FieldClass is FieldClass.Party or FieldClass.Review).ToList();

        Assert.Contains(sensitive, t => t.ClrType == typeof(ReviewFile));
        foreach (var (type, key) in sensitive.SelectMany(t => t.GetForeignKeys(), (t, key) => (t.ClrType, key)).Where(k => k.key.PrincipalEntityType.ClrType == typeof(Person) || k.key.PrincipalEntityType.ClrType == typeof(Review)))
            Assert.True(type == typeof(PartyMember) || PersonalRows.OfPerson.Contains(type) || PersonalRows.OfReview.Contains(type) || notAboutThem.Contains($"{type.Name}.{key.Properties[0].Name}"), $"{type.Name}.{key.Properties[0].Name}");
        Assert.Superset(new HashSet<Type> { typeof(CellCriteria), typeof(FeeStanding), typeof(MemberTransfer), typeof(Review) }, PersonalRows.OfPerson.ToHashSet());
    }

    [Fact]
    public async Task A_trail_leaves_whole_for_who_may_take_lists_out_and_the_read_log_says_so()
    {
        await _org.SignInAsync("inspector");
        var file = Path.Combine(_org.Storage.Directory, "read-log.jsonl");
        File.Delete(file);

        var taken = await Trail.ExportAsync(new(Area: TrailArea.Party));

        Assert.Equal(await SeqsAsync(new(Area: TrailArea.Party)), taken.Rows.Select(r => r.Seq));
        Assert.Contains("\"what\":\"TrailExport\",\"fieldClass\":\"Party\"", (await File.ReadAllLinesAsync(file))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_takes_out_a_trail_of_themselves_or_of_accounts_alone()
    {
        foreach (var user in new[] { "self", "cell1", "unithead", "admin" })
        {
            await _org.SignInAsync(user);
            await Assert.ThrowsAsync<AccessDeniedException>(() => Trail.ExportAsync(new()));
        }
    }

    [Fact]
    public async Task What_is_read_beyond_the_reach_of_taking_out_stays_in_the_house()
    {
        await _org.SignInAsync("partyclerk");
        TrailQuery own = new(Area: TrailArea.Staff, Person: "CB008");

        Assert.NotEmpty(await SeqsAsync(own));
        Assert.Empty((await Trail.ExportAsync(own)).Rows);
        Assert.NotEmpty((await Trail.ExportAsync(new(Area: TrailArea.Party))).Rows);
    }

    [Fact]
    public async Task The_chain_is_told_unbroken_up_to_the_last_change_and_broken_where_somebody_edited_it()
    {
        await _org.SignInAsync("inspector");
        var last = await LastAsync();
        Assert.Equal((last, null), Told(await Trail.ChainAsync()));
        await _org.Get<AccountService>().SetThemeAsync("dark");
        Assert.Equal((last + 1, null), Told(await Trail.ChainAsync()));

        await using (var db = await _org.OpenAsync()) await db.Set<ChangeSet>().Where(c => c.Seq == 5).ExecuteUpdateAsync(c => c.SetProperty(s => s.UserName, "ai đó"));
        _org.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal((4, (long?)5), Told(await Trail.ChainAsync()));
        await using (var db = await _org.OpenAsync()) await db.Set<ChangeSet>().Where(c => c.Seq == 5).ExecuteUpdateAsync(c => c.SetProperty(s => s.UserName, "system"));
        Assert.Equal((last + 1, null), Told(await Trail.ChainAsync()));
    }

    private static (long, long?) Told(ChainState state) => (state.Seq, state.BrokenAt);

    private static TrailValue Value(TrailEntry entry, string field) => entry.Fields.Single(f => f.Name == field).After!;

    private Task<long> LastAsync() => _org.Database.ReadAsync(db => Task.FromResult(db.Timeline.Seq));

    private async Task<IEnumerable<long>> SeqsAsync(TrailQuery query) => (await Trail.ListAsync(query, null, 1000)).Rows.Select(r => r.Seq);
}
