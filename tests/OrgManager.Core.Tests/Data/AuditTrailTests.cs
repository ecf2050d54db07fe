using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;

namespace OrgManager.Tests.Data;

public class AuditTrailTests : IAsyncLifetime
{
    private static readonly DateOnly Jan = new(2026, 1, 1), Apr = new(2026, 4, 1);
    private TestOrg _org = null!;

    public async Task InitializeAsync() => _org = await SmallOrg.StartWithKindsAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task A_change_set_says_who_did_what_when_and_by_which_decision()
    {
        var department = await _org.FoundAsync("S", Jan, kind: "Department");
        await _org.Get<UserService>().AddAsync(new("hr", "Dài-và-khó-1-đoán", Role.HrOfficer, "S"));
        await _org.SignInAsync("hr");
        var decision = Guid.NewGuid();
        var id = await _org.Units.FoundAsync(new("KH", Branch.Government, new("Kế hoạch", "Division", department)), Jan, decision);

        var set = await LastAsync();
        Assert.Equal(("OrgUnit.Found", "hr", _org.Actor.UserId, decision), (set.Verb, set.UserName, set.UserId, set.DecisionId));
        Assert.Equal(_org.Time.GetUtcNow().UtcDateTime, set.AtUtc);
        Assert.Equal(["OrgUnit", "OrgUnitVersion"], set.Entries.Select(e => e.EntityType).Order());
        Assert.All(set.Entries, e => Assert.Equal(("OrgUnit", id, (Guid?)id, FieldClass.Public, null), (e.OwnerType, e.OwnerId, e.UnitId, e.FieldClass, e.Before)));
    }

    [Fact]
    public async Task An_entry_holds_the_row_before_and_after_and_the_reason()
    {
        var id = await _org.FoundAsync("KH", Jan, name: "Kế hoạch");
        var seen = await _org.Units.GetAsync(id);
        await _org.Units.CorrectAsync(seen.Seen, seen.History[0].Id, new() { Name = "Tài chính" }, "Gõ nhầm");

        var set = await LastAsync();
        var entry = set.Entries.Single(e => e.EntityType == "OrgUnitVersion");
        Assert.Equal(("OrgUnit.Correct", "Gõ nhầm"), (set.Verb, set.Reason));
        Assert.Contains("\"Name\":\"Kế hoạch\"", entry.Before, StringComparison.Ordinal);
        Assert.Contains("\"Name\":\"Tài chính\"", entry.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_row_is_gone_but_its_image_stays()
    {
        var id = await _org.FoundAsync("KH", Jan, name: "Kế hoạch");
        await _org.Units.ChangeAsync(await _org.SeeAsync(id), Apr, new() { Name = "Tài chính" });
        var seen = await _org.Units.GetAsync(id);
        await _org.Units.WithdrawAsync(seen.Seen, seen.History[1].Id);

        var gone = (await LastAsync()).Entries.Single(e => e.After is null);
        Assert.Equal(seen.History[1].Id, gone.EntityId);
        Assert.Contains("\"Name\":\"Tài chính\"", gone.Before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_set_seals_the_one_before()
    {
        var id = await _org.FoundAsync("KH", Jan);
        for (var i = 1; i < 5; i++) await _org.Units.ChangeAsync(await _org.SeeAsync(id), Apr.AddDays(i), new() { Order = i });

        var sets = await SetsAsync();
        Assert.Equal(Enumerable.Range(1, sets.Count).Select(i => (long)i), sets.Select(s => s.Seq));
        Assert.Equal(["", .. sets.SkipLast(1).Select(s => s.Hash)], sets.Select(s => s.PreviousHash));
        Assert.All(sets, s => Assert.True(s.Follows(s.PreviousHash) && s.Entries.TrueForAll(e => e.IsIntact)));
        Assert.Equal(sets.Count, sets.Select(s => s.Hash).Distinct().Count());
    }

    [Fact]
    public async Task No_password_hash_or_stamp_is_ever_in_the_trail()
    {
        const string First = "Dài-và-khó-1-đoán", Second = "Khác-hẳn-2-lần-trước", Third = "Quên-rồi-3-lần-nữa";
        var (users, accounts) = (_org.Get<UserService>(), _org.Get<AccountService>());
        await users.AddAsync(new("hr", First, Role.Admin));
        var secrets = await SecretsAsync();
        await accounts.SignInAsync("hr", First);
        await accounts.SignInAsync("hr", "sai");
        await _org.SignInAsync("hr");
        await accounts.ChangePasswordAsync(First, Second);
        secrets = [.. secrets, .. await SecretsAsync()];
        _org.Actor = Actor.System;
        await users.ResetPasswordAsync("hr", Third);
        secrets = [.. secrets, .. await SecretsAsync(), First, Second, Third];

        var trail = string.Concat((await SetsAsync()).SelectMany(s => s.Entries.Select(e => $"{e.Before}{e.After}").Append(s.Reason)));
        Assert.Equal(12, secrets.Count);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, trail, StringComparison.Ordinal));
        Assert.DoesNotContain("Password", trail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("hr", trail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changes_nothing_leaves_no_trace_but_a_sign_in_does()
    {
        await _org.Get<UserService>().AddAsync(new("hr", "Dài-và-khó-1-đoán", Role.Admin));
        var before = (await LastAsync()).Seq;

        await _org.Database.ChangeAsync(new("Test"), _ => Task.CompletedTask);
        Assert.Equal(before, (await LastAsync()).Seq);

        await _org.Get<AccountService>().SignInAsync("hr", "Dài-và-khó-1-đoán");
        var set = await LastAsync();
        Assert.Equal((before + 1, "Account.SignIn", "hr"), (set.Seq, set.Verb, set.UserName));
    }

    private async Task<ChangeSet> LastAsync() => (await SetsAsync())[^1];

    private Task<List<ChangeSet>> SetsAsync() =>
        _org.Database.ReadAsync(db => db.Set<ChangeSet>().Include(c => c.Entries).OrderBy(c => c.Seq).ToListAsync());

    private Task<List<string>> SecretsAsync() => _org.Database.ReadAsync(async db =>
        await db.Set<OrgUser>().SingleAsync() is { } user ? new List<string> { user.PasswordHash!, user.SecurityStamp!, user.ConcurrencyStamp! } : []);
}
