using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore.Metadata;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data.Maintenance;
using OrgManager.Tests;
using OrgManager.Web.Access;

namespace OrgManager.Web.Tests.Access;

/// <summary>Everything the change log can tell has a word: verbs, rows, fields and the values they are chosen from.</summary>
public partial class AccessTextsTests
{
    private static readonly HashSet<string> Keys =
        [.. XDocument.Load(Repository.Source("OrgManager.Web", "Texts.vi.resx")).Root!.Elements("data").Select(data => data.Attribute("name")!.Value)];

    [Fact]
    public void Every_verb_of_a_change_has_a_word()
    {
        var verbs = Repository.SourceFiles("OrgManager.Core", ".cs").Select(File.ReadAllText).SelectMany(source => Verb().Matches(source)).Select(m => m.Groups[1].Value).ToHashSet();
        Assert.True(verbs.Count > 40, "The changes are no longer read.");
        Assert.Empty(verbs.Where(verb => !Keys.Contains($"Verb.{verb}")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_row_field_and_choice_of_the_trail_has_a_word()
    {
        await using var org = await TestOrg.StartAsync();
        await using var db = await org.OpenAsync();
        var types = db.Model.GetEntityTypes().Where(t => ToldRows.Types.Contains(t.ClrType)).ToList();
        Assert.Equal(ToldRows.Types.Count, types.Count);

        Assert.Empty(types.Select(t => $"TrailRow.{t.ClrType.Name}").Except(Keys).Order(StringComparer.Ordinal));
        var fields = types.SelectMany(t => Fields(t).Select(field => (Type: t.ClrType.Name, field.Name, field.Of))).Where(f => !TrailImages.Bookkeeping.Contains(f.Name)).ToList();
        Assert.Empty(fields.Where(f => !Keys.Contains($"TrailField.{f.Name}") && !Keys.Contains($"TrailField.{f.Type}.{f.Name}")).Select(f => $"{f.Type}.{f.Name}").Order(StringComparer.Ordinal));
        Assert.Empty(fields.Select(f => Nullable.GetUnderlyingType(f.Of) ?? f.Of).Where(of => of.IsEnum).Distinct()
            .SelectMany(of => Enum.GetNames(of).Select(value => $"{of.Name switch { "QuotaCategory" => "Category", "TargetMetric" => "Metric", var name => name }}.{value}")).Except(Keys).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_other_value_on_these_pages_has_a_word() => Assert.Empty(new[]
    {
        Of<UserState>("UserState"), Of<GrantState>("GrantState"), Of<SignInTry>("SignInTry"), Of<AccountAct>("AccountAct"), Of<AccountAct>("AccountAct", ".Save"), Of<AccountAct>("AccountAct", ".Note"),
        Of<Role>("RoleNote"), Of<TrailArea>("TrailArea"), Of<TrailAct>("TrailAct"), Of<FieldClass>("FieldClass"),
        PrivacyService.Classes.SelectMany(c => new[] { $"Sight.{c}", $"Sight.{c}.Kept" }), ReadPlaces().Select(place => $"ReadLog.{place}"), ["Privacy.Kept.One", "Privacy.Kept.Many", "Noun.Account.One", "Noun.Account.Many"],
    }.SelectMany(keys => keys).Except(Keys));

    private static IEnumerable<string> Of<T>(string prefix, string ending = "") where T : struct, Enum => Enum.GetNames<T>().Select(name => $"{prefix}.{name}{ending}");

    private static IEnumerable<string> ReadPlaces() => Repository.SourceFiles("OrgManager.Core", ".cs").Select(File.ReadAllText).SelectMany(source => Read().Matches(source)).Select(m => m.Groups[1].Value);

    /// <summary>Columns, and of what is kept whole its parts, as the trail tells them.</summary>
    private static IEnumerable<(string Name, Type Of)> Fields(IEntityType type)
    {
        foreach (var property in type.GetProperties().Where(p => p.Name != nameof(Entity.ChangeSetSeq) && (type.ClrType != typeof(OrgUser) || OrgUser.Told.Contains(p.Name))))
        {
            var of = property.ClrType;
            if (of.IsClass && of != typeof(string) && !of.IsGenericType)
                foreach (var part in of.GetProperties().Where(p => p.CanWrite && p.GetCustomAttributes(typeof(JsonIgnoreAttribute), true).Length == 0)) yield return (part.Name, part.PropertyType);
            else yield return (property.Name, of);
        }
    }

    [GeneratedRegex("""\w+(?<!Try)Async\((?:new\()?"([A-Z]\w+\.[A-Z]\w+)(?=")""")]
    private static partial Regex Verb();

    [GeneratedRegex("""log\.WriteAsync\(\w+\.Actor, "(\w+)",""")]
    private static partial Regex Read();
}
