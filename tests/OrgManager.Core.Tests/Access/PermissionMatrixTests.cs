using System.Collections.Concurrent;
using System.Reflection;
using OrgManager.Access;
using OrgManager.Tests.Access.Matrix;

namespace OrgManager.Tests.Access;

/// <summary>Every role calls every use case, inside its scope and outside, and gets what the table of rights says.</summary>
public class PermissionMatrixTests(MatrixFixture org) : IClassFixture<MatrixFixture>
{
    private static readonly Dictionary<string, MatrixCase> Known =
        MatrixOfAccounts.Cases.Concat(MatrixOfOrganisation.Cases).Concat(MatrixOfDecisions.Cases).Concat(MatrixOfPeople.Cases).Concat(MatrixOfParty.Cases).Concat(MatrixOfReviewFiles.Cases).Concat(MatrixOfPapers.Cases).Concat(MatrixOfCells.Cases).Concat(MatrixOfRecords.Cases).ToDictionary();
    private static readonly Dictionary<string, UseCaseAttribute> InCode = UseCases();
    private static readonly ConcurrentDictionary<string, Actor> Actors = [];

    public static TheoryData<string> Names => [.. InCode.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_use_case_has_an_entry_here_and_every_entry_a_use_case() =>
        Assert.Equal(InCode.Keys.Order(StringComparer.Ordinal), Known.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Whatever_a_service_offers_says_what_it_demands()
    {
        var silent =
            from type in typeof(UseCaseAttribute).Assembly.GetExportedTypes()
            where type.IsClass && type.Name.EndsWith("Service", StringComparison.Ordinal)
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            where !method.IsSpecialName && method.GetCustomAttribute<UseCaseAttribute>() is null
            select $"{type.Name}.{method.Name}";
        Assert.Empty(silent);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_role_may_what_the_table_says(string name)
    {
        Assert.True(Known.TryGetValue(name, out var useCase), $"{name} has no entry in the matrix.");
        var demanded = InCode[name];
        Assert.Equal(demanded.IsList, useCase.List is not null);
        foreach (var role in MatrixRole.All)
        {
            if (useCase.List is not null) await ListAsync(name, useCase, demanded, org.Current, role);
            else
                foreach (var (aim, place) in useCase.Aims.SelectMany(aim => Places(aim).Select(place => (aim, place))))
                    if (await CallAsync(name, useCase, demanded, org.At(place, aim), role) && !useCase.Repeats) await org.RenewAsync();
        }
        if (demanded.Permissions.Count > 0) await NobodyAsync(useCase, org.At(MatrixPlace.All[0], useCase.Aims[0]));
    }

    private static MatrixPlace[] Places(Aim aim) => aim is Aim.Any or Aim.Whole ? [MatrixPlace.All[0]] : MatrixPlace.All;

    /// <returns>Whether something was written.</returns>
    private static async Task<bool> CallAsync(string name, MatrixCase useCase, UseCaseAttribute demanded, MatrixCall at, MatrixRole role)
    {
        var call = await PreparedAsync(useCase, at);
        var before = await SeqAsync(at.Org);
        at.Org.Actor = await ActorAsync(at.Org, role);

        var refused = await Record.ExceptionAsync(call);
        bool IsReached(Permission permission) => at.Place.IsReached(role, permission, at.Aim);
        var reached = demanded.Any ? demanded.Permissions.Any(IsReached) : demanded.Permissions.All(IsReached);
        var expected = reached ? "done" : nameof(AccessDeniedException);
        Assert.Equal($"{name} by {role.Role} in {at.Place} as {at.Aim}: {expected}", $"{name} by {role.Role} in {at.Place} as {at.Aim}: {Told(refused)}");
        var wrote = await SeqAsync(at.Org) != before;
        Assert.False(wrote && refused is not null, $"{name} by {role.Role} in {at.Place} was refused and wrote all the same.");
        return wrote;
    }

    private static async Task ListAsync(string name, MatrixCase useCase, UseCaseAttribute demanded, TestOrg org, MatrixRole role)
    {
        org.Actor = await ActorAsync(org, role);
        IEnumerable<MatrixPlace> shown = [];
        var refused = await Record.ExceptionAsync(async () => shown = await useCase.List!(new(org, MatrixPlace.All[0], useCase.Aims[0], 0)));
        bool Demanded(Func<Permission, bool> has) => (demanded.Any ? demanded.Permissions.Any(has) : demanded.Permissions.All(has)) && (!demanded.Exports || has(Permission.Export));
        var leaves = demanded.Exports || demanded.Permissions.Contains(Permission.Export); // nobody takes out a list of themselves
        if (!Demanded(permission => role.Reaches(permission).Any(reach => reach != Reach.None && !(leaves && reach == Reach.OwnPerson))))
        {
            Assert.Equal((name, role.Role, nameof(AccessDeniedException)), (name, role.Role, Told(refused)));
            return;
        }
        Assert.Equal((name, role.Role, "done"), (name, role.Role, Told(refused)));
        Assert.Equal($"{name} by {role.Role}: {string.Join(", ", MatrixPlace.All.Where(p => Demanded(permission => p.IsReached(role, permission, useCase.Aims[0]))))}", $"{name} by {role.Role}: {string.Join(", ", shown)}");
    }

    private static async Task NobodyAsync(MatrixCase useCase, MatrixCall at)
    {
        var call = await PreparedAsync(useCase, at);
        at.Org.Actor = Actor.Nobody;
        await Assert.ThrowsAsync<AccessDeniedException>(call);
    }

    private static async Task<Func<Task>> PreparedAsync(MatrixCase useCase, MatrixCall at)
    {
        at.Org.Actor = Actor.System;
        return await useCase.Prepare(at);
    }

    private static async Task<Actor> ActorAsync(TestOrg org, MatrixRole role)
    {
        if (Actors.TryGetValue(role.Account, out var known)) return known;
        await org.SignInAsync(role.Account);
        Assert.Equal((role.Role, role.Person), (Assert.Single(org.Actor.Roles), await PersonAsync(org)));
        return Actors[role.Account] = org.Actor;
    }

    private static async Task<string?> PersonAsync(TestOrg org) =>
        await org.Database.ReadAsync(db => Task.FromResult(org.Actor.PersonId is { } id ? db.Timeline.People.Find(id)?.Code : null));

    private static Task<long> SeqAsync(TestOrg org) => org.Database.ReadAsync(db => Task.FromResult(db.Timeline.Seq));

    private static string Told(Exception? refused) => refused switch
    {
        null => "done",
        AccessDeniedException => nameof(AccessDeniedException),
        _ => $"{refused.GetType().Name} {refused.Message}",
    };

    private static Dictionary<string, UseCaseAttribute> UseCases()
    {
        var methods = typeof(UseCaseAttribute).Assembly.GetTypes().SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(m => m.GetCustomAttribute<UseCaseAttribute>() is not null).ToLookup(m => $"{m.DeclaringType!.Name}.{m.Name}");
        return methods.SelectMany(same => same.Select(m => (Name: same.Count() == 1 ? same.Key : $"{same.Key}({m.GetParameters()[0].Name})", Says: m.GetCustomAttribute<UseCaseAttribute>()!)))
            .ToDictionary(u => u.Name, u => u.Says);
    }
}
