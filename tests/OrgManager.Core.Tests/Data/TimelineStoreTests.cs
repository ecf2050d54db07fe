using System.Text.Json;
using CsCheck;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Tests.Data;

/// <summary>What is in memory is what is in the database, in this process and in every other.</summary>
public class TimelineStoreTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 3, 1);
    private static readonly string[] Units = ["VP", "TTR", "QLCN", "TM"], Cells = ["CB-VP", "CB-TTR", "CB-CN", "CB-TM"];
    private static readonly Gen<(int Verb, int Who, int Where, int Value)> Changes = Gen.Select(Gen.Int[0, 6], Gen.Int[0, 50], Gen.Int[0, 3], Gen.Int[0, 9]);

    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task A_process_knows_at_once_what_it_wrote()
    {
        var id = await _org.FoundAsync("MOI", Day);

        Assert.Equal("MOI", _org.Database.NewestKnown.UnitByCode("MOI")?.Code);
        Assert.NotNull((await _org.SnapshotAsync(Day)).Unit(id));
    }

    [Fact]
    public async Task A_second_process_catches_up_when_it_is_next_asked()
    {
        await using var beside = _org.Beside();
        var before = await beside.SnapshotAsync(Day);
        var id = await _org.FoundAsync("MOI", Day);

        Assert.Null(before.Unit(id));
        Assert.Null(beside.Database.NewestKnown.UnitByCode("MOI"));
        Assert.NotNull((await beside.SnapshotAsync(Day)).Unit(id));
    }

    [Fact]
    public async Task A_second_process_forgets_what_was_called_off_before_it_began()
    {
        await using var beside = _org.Beside();
        var coverage = _org.Get<CoverageService>();
        await coverage.CoverUnitAsync(await _org.UnitIdAsync("CB-TTR"), await _org.UnitIdAsync("XT"), _org.Today.AddDays(30));
        var line = (await TimelineAsync(beside)).Coverages.Single(c => c.History.From > _org.Today);

        await coverage.WithdrawAsync((await coverage.GetAsync(line.Id)).Seen, line.History[0].VersionId, "Giao nhầm");

        Assert.Null((await TimelineAsync(_org)).Coverages.Find(line.Id));
        Assert.Equal(Lines(await TimelineAsync(_org)), Lines(await TimelineAsync(beside)));
    }

    [Fact]
    public async Task What_did_not_change_is_not_read_again()
    {
        var before = await TimelineAsync(_org);
        await _org.FoundAsync("MOI", Day);
        var after = await TimelineAsync(_org);

        Assert.Same(before.People, after.People);
        Assert.Same(before.Units.Find(before.Units[0].Id), after.Units.Find(before.Units[0].Id));
        Assert.Same(after, await TimelineAsync(_org));
    }

    [Fact]
    public async Task After_any_changes_by_two_processes_both_hold_what_a_fresh_start_reads()
    {
        await using var beside = _org.Beside();
        await Changes.Array[40].SampleAsync(async changes =>
        {
            foreach (var (change, i) in changes.Select((c, i) => (c, i)))
            {
                var turn = i % 10 == 9 ? beside : _org;
                if (await Record.ExceptionAsync(() => ApplyAsync(turn, change)) is { } refused and not RuleBrokenException) throw refused;
            }
            await using var fresh = _org.Beside();
            var expected = Lines(await TimelineAsync(fresh));
            Assert.Equal(expected, Lines(await TimelineAsync(_org)));
            Assert.Equal(expected, Lines(await TimelineAsync(beside)));
        }, iter: 3, threads: 1);
        await _org.AssertSoundAsync();
    }

    [Fact]
    public async Task A_snapshot_in_hand_stays_what_it_was()
    {
        var before = await _org.SnapshotAsync(Day);
        var (units, name) = (before.Units.Count(), before.Unit("VP")!.Name);

        await _org.FoundAsync("MOI", Day);
        await _org.Units.ChangeAsync(await _org.SeeAsync(before.Unit("VP")!.Id), Day, new() { Name = "Văn phòng Sở" });

        Assert.Equal((units, name), (before.Units.Count(), before.Unit("VP")!.Name));
        Assert.Equal("Văn phòng Sở", (await _org.SnapshotAsync(Day)).Unit("VP")!.Name);
    }

    private static async Task ApplyAsync(TestOrg org, (int Verb, int Who, int Where, int Value) change)
    {
        var (snapshot, on) = (await org.SnapshotAsync(Day), Day.AddDays(change.Value));
        var unit = snapshot.Unit(Units[change.Where])!;
        var person = snapshot.Posts.OrderBy(p => p.Person.Code, StringComparer.Ordinal).ElementAt(change.Who).Person;
        var member = snapshot.Members.OrderBy(m => m.Person.Code, StringComparer.Ordinal).ElementAt(change.Who).Person;
        switch (change.Verb)
        {
            case 0: await org.Units.ChangeAsync(await org.SeeAsync(unit.Id), on, new() { Name = $"Tên {change.Who}" }); break;
            case 1: await org.Get<QuotaService>().SetAsync([new(unit.Id, QuotaKind.Allocated, QuotaCategory.CivilServant, change.Who)], on); break;
            case 2: await org.Get<StaffService>().ChangeAsync([((await org.Get<StaffService>().EmploymentOnAsync(person.Id, Day)).Seen, new() { UnitId = unit.Id })], on); break;
            case 3: await org.Get<StaffService>().EndAsync([(await org.Get<StaffService>().EmploymentOnAsync(person.Id, Day)).Seen], Day.AddDays(60), EmploymentEnd.Resignation); break;
            case 4: await org.Get<PartyService>().MoveAsync((await org.Get<PartyService>().MemberOnAsync(member.Id, Day)).Seen, snapshot.Unit(Cells[change.Where])!.Id, on); break;
            case 5: await org.Get<CoverageService>().CoverPersonAsync(snapshot.Unit(Cells[change.Where])!.Id, person.Id, on); break;
            default: await org.FoundAsync($"N{change.Who}", on, unit.Id); break;
        }
    }

    private static Task<OrgTimeline> TimelineAsync(TestOrg org) => org.Database.ReadAsync(db => Task.FromResult(db.Timeline));

    private static string[] Lines(OrgTimeline t) =>
    [
        $"{t.Seq}", .. Of(t.Kinds), .. Of(t.Units), .. Of(t.Successions), .. Of(t.Quotas), .. Of(t.People), .. Of(t.Employments), .. Of(t.Members), .. Of(t.Coverages),
    ];

    private static IEnumerable<string> Of<T>(LineSet<T> lines) where T : class, ILine => lines.OrderBy(l => l.Id).Select(l => JsonSerializer.Serialize(l));
}
