using OrgManager.Access;
using OrgManager.Data.Maintenance;

namespace OrgManager.Tests.Data.Maintenance;

public class VerifierTests : IAsyncLifetime
{
    private static readonly DateOnly Jan = new(2026, 1, 1), Apr = new(2026, 4, 1);
    private TestOrg _org = null!;
    private Guid _unit;

    public async Task InitializeAsync()
    {
        _org = await SmallOrg.StartWithKindsAsync(); // set 1
        _unit = await _org.FoundAsync("KH", Jan); // set 2
        await _org.Units.ChangeAsync(await _org.SeeAsync(_unit), Apr, new() { Name = "Tài chính" }); // set 3
        await _org.Units.EndAsync(await _org.SeeAsync(_unit), Apr.AddDays(9)); // set 4
    }

    public async Task DisposeAsync() => await _org.DisposeAsync();

    [Fact]
    public async Task A_sound_database_is_ok_and_its_head_is_told()
    {
        var result = await VerifyAsync();

        Assert.True(result.Ok);
        Assert.Empty(result.Problems);
        Assert.Equal((4, 4), (result.ChangeSets, result.Head!.Seq));
        Assert.Equal(await _org.Storage.ExecuteAsync("""SELECT "Hash" FROM "ChangeSet" WHERE "Seq" = 4"""), result.Head.Hash);
    }

    [Fact]
    public async Task An_empty_database_is_ok()
    {
        await using var empty = await TestOrg.StartAsync();
        Assert.Equal((true, null), await empty.Get<Verifier>().VerifyAsync() is { } result ? (result.Ok, result.Head) : default);
    }

    [Theory]
    [InlineData("""UPDATE "ChangeSetEntry" SET "After" = 'x' WHERE "ChangeSetSeq" = 2 AND "Number" = 0""", "Chain.EntryChanged", "change set 2, entry 0")]
    [InlineData("""UPDATE "ChangeSetEntry" SET "Before" = NULL WHERE "ChangeSetSeq" = 4 AND "Number" = 1""", "Chain.EntryChanged", "change set 4, entry 1")]
    [InlineData("""UPDATE "ChangeSet" SET "UserName" = 'hr' WHERE "Seq" = 2""", "Chain.SetChanged", "change set 2")]
    [InlineData("""UPDATE "ChangeSet" SET "Reason" = 'x' WHERE "Seq" = 3""", "Chain.SetChanged", "change set 3")]
    [InlineData("""DELETE FROM "ChangeSetEntry" WHERE "ChangeSetSeq" = 3 AND "Number" = 0""", "Chain.SetChanged", "change set 3")]
    [InlineData("""DELETE FROM "ChangeSetEntry" WHERE "ChangeSetSeq" = 3; DELETE FROM "ChangeSet" WHERE "Seq" = 3""", "Chain.SetMissing", "change set 3")]
    [InlineData("""DELETE FROM "ChangeSetEntry" WHERE "ChangeSetSeq" = 1; DELETE FROM "ChangeSet" WHERE "Seq" = 1""", "Chain.SetMissing", "change set 1")]
    [InlineData("""DELETE FROM "ChangeSetEntry" WHERE "ChangeSetSeq" = 4; DELETE FROM "ChangeSet" WHERE "Seq" = 4""", "Chain.Head", "version counter 4, last change set 3")]
    [InlineData("""UPDATE "Versions" SET "Data" = 9""", "Chain.Head", "version counter 9, last change set 4")]
    [InlineData("""UPDATE "OrgUnitVersion" SET "Name" = 'Khác' WHERE "ValidFrom" = '2026-04-01'""", "Row.Changed", "OrgUnitVersion")]
    [InlineData("""UPDATE "OrgUnit" SET "Code" = 'X'""", "Row.Changed", "OrgUnit")]
    [InlineData("""UPDATE "OrgUnit" SET "ChangeSetSeq" = 99""", "Row.StampWrong", "99 instead of 4")]
    [InlineData("""DELETE FROM "OrgUnitVersion" WHERE "ValidFrom" = '2026-04-01'""", "Row.Missing", "OrgUnitVersion")]
    public async Task Whatever_is_tampered_with_is_found_and_named(string tampering, string code, string where)
    {
        await _org.Storage.ExecuteAsync(tampering);

        var result = await VerifyAsync();

        Assert.False(result.Ok);
        Assert.Contains(result.Problems, p => p.Code == code && p.Where.Contains(where, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_row_that_nobody_entered_is_found()
    {
        await _org.Storage.ExecuteAsync("""DELETE FROM "ChangeSetEntry" WHERE "EntityType" = 'OrgUnit'""");

        Assert.Contains(new("Row.Unknown", $"OrgUnit {_unit}"), (await VerifyAsync()).Problems);
    }

    [Fact]
    public async Task A_broken_invariant_is_named_with_the_unit()
    {
        await _org.FoundAsync("S", Jan);
        await _org.FoundAsync("KH2", Jan, await _org.UnitIdAsync("S"));
        await _org.Storage.ExecuteAsync("""UPDATE "OrgUnitVersion" SET "ValidUntil" = '2026-02-01' WHERE "Name" = 'S'""");

        var problems = (await VerifyAsync()).Problems;
        Assert.Contains(problems, p => p.Code == "OrgUnit.HasUnits" && p.Where.Contains("KH2", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Code == "OrgUnit.ParentNotThere");
    }

    [Fact]
    public async Task Verifying_while_others_write_finds_nothing_wrong()
    {
        await using var beside = _org.Beside();
        var id = await _org.FoundAsync("KH2", Jan);
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 60; i++) await beside.Units.ChangeAsync(await beside.SeeAsync(id), Apr.AddDays(i), new() { Order = i });
        });

        var problems = new List<Problem>();
        while (!writing.IsCompleted) problems.AddRange((await _org.Get<Verifier>().VerifyAsync()).Problems);
        await writing;

        Assert.Empty(problems);
    }

    [Fact]
    public async Task Only_an_administrator_verifies()
    {
        _org.Actor = Actor.Nobody;
        await Assert.ThrowsAsync<AccessDeniedException>(() => _org.Get<Verifier>().VerifyAsync());
    }

    /// <summary>In a process that starts only now, as the command does.</summary>
    private async Task<VerifyResult> VerifyAsync()
    {
        await using var fresh = _org.Beside();
        return await fresh.Get<Verifier>().VerifyAsync();
    }
}

public class ModelVerifierTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    [Fact]
    public async Task The_model_organisation_is_in_order() => await model.Org.AssertSoundAsync();
}
