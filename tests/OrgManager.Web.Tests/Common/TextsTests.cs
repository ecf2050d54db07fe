using System.Text.RegularExpressions;
using System.Xml.Linq;
using OrgManager.Access;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Staff;
using OrgManager.Targets;
using OrgManager.Web.Common;
using OrgManager.Web.Organisation;
using OrgManager.Web.Party;
using OrgManager.Web.Party.Due;
using OrgManager.Web.Party.Transfers;

namespace OrgManager.Web.Tests.Common;

/// <summary>Both languages are complete, and nothing the site or the rules say is without a text.</summary>
public partial class TextsTests
{
    private static readonly Dictionary<string, string> Vietnamese = Read("vi"), English = Read("en");

    [Fact]
    public void Both_languages_have_the_same_keys() => Assert.Equal(Vietnamese.Keys.Order(StringComparer.Ordinal), English.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void No_text_is_empty() => Assert.Empty(Vietnamese.Concat(English).Where(text => string.IsNullOrWhiteSpace(text.Value)).Select(text => text.Key));

    [Fact]
    public void Both_languages_fill_in_the_same_places() =>
        Assert.All(Vietnamese.Keys.Intersect(English.Keys), key => Assert.Equal(Places(Vietnamese[key]), Places(English[key])));

    [Fact]
    public void Every_text_can_be_filled_in() => Assert.All(Vietnamese.Concat(English), text =>
        Assert.NotNull(string.Format(System.Globalization.CultureInfo.InvariantCulture, text.Value, [.. Enumerable.Repeat<object>("x", 10)])));

    [Fact]
    public void Every_text_the_pages_ask_for_exists()
    {
        var asked = Sources(".razor", ".cs").SelectMany(source => Asked().Matches(Compared().Replace(source, "")).SelectMany(call => Literals().Matches(call.Value)).Select(m => m.Groups[1].Value)).ToHashSet();

        Assert.True(asked.Count > 150, "The pages are no longer read.");
        Assert.Empty(asked.Except(English.Keys));
    }

    [Fact]
    public void Every_text_that_is_counted_has_its_singular_and_plural()
    {
        var counted = Sources(".razor", ".cs").SelectMany(source => Counted().Matches(source)).Select(m => m.Groups[1].Value).ToHashSet();

        Assert.True(counted.Count > 10, "The pages are no longer read.");
        Assert.Empty(counted.SelectMany(noun => new[] { $"{noun}.One", $"{noun}.Many" }).Except(English.Keys));
    }

    [Fact]
    public void Every_value_that_is_shown_has_a_name() => Assert.Empty(new[]
    {
        Of<Role>("Role"), Of<QuotaCategory>("Category"), Of<QuotaCategory>("Category").Select(key => key + ".Short"), Of<TargetStatus>("TargetStatus"), Of<EvidenceKind>("Evidence"),
        Of<TargetMetric>("Metric"), Of<TargetMetric>("Target.Metric"), Of<TargetDirection>("Target.Direction"), Of<BaselineGap>("Target.Gap"), Of<CellFinding>("CellFinding"), Of<Sex>("Sex"), Of<Headship>("Headship"),
        Of<CellFinding>("CellRule"), Of<PartyPost>("PartyPost"), Of<PartyPost>("PartyPost.Cell"), Of<OfficeBasis>("OfficeBasis"), Of<Participation>("Participation"), Of<Standing>("Standing"), Of<MembershipEnd>("MembershipEnd"),
        Of<MemberAct>("MemberAct"), Of<MemberAct>("MemberSave"), Of<MemberGroup>("MemberGroup"), Of<CoverAct>("CoverAct"), Of<CoverAct>("CoverSave"), Of<TransferState>("TransferState"), Of<TransferKind>("TransferKind"), Of<TransferDueKind>("TransferDue"), Of<TransferAct>("TransferAct"), Of<TransferAct>("TransferSave"), Of<TransferWay>("TransferWay"), Of<FeeKind>("FeeKind"), Of<FeeExemption>("FeeExemption"), Of<FeeBasis>("FeeBasis"), Of<FunctionAct>("FunctionAct"), Of<UnitEventArea>("UnitEventArea"),
        Language.All.Select(language => $"Language.{language}"), [$"Theme.{SiteTheme.Light}", $"Theme.{SiteTheme.Dark}", "Finding.TargetBehind", "Finding.TargetOverdue", "Finding.TargetGap"],
        Of<DecisionKind>("DecisionKind"), Of<SecrecyMark>("SecrecyMark"), Of<ChangeArea>("ChangeArea"), Of<PersonEventKind>("PersonEvent"), Of<PartyPost>("PartyPost"), Of<Participation>("Participation"),
        ["Staff.By.name", "Staff.By.unit", "Staff.By.since"],
        Of<MeetingKind>("MeetingKind"), Of<MeetingState>("MeetingState"), Of<MeetingCriterion>("MeetingCriterion"), Of<MeetingColumn>("MeetingColumn"),
        Of<PartyDueKind>("PartyDue"), Of<PartyDueKind>("PartyDueRule"), Of<PartyDueUrgency>("DueUrgency"), Of<DueGroup>("DueGroup"),
    }.SelectMany(keys => keys).Except(English.Keys));

    [Fact]
    public void Every_refusal_of_a_rule_has_a_text()
    {
        var codes = Repository.SourceFiles("OrgManager.Core", ".cs").Select(File.ReadAllText)
            .SelectMany(source => Refusal().Matches(Comment().Replace(source, "")).SelectMany(m => Codes().Matches(m.Value)).Select(m => m.Groups[1].Value)).ToHashSet();

        Assert.True(codes.Count > 60, "The rules are no longer read.");
        Assert.Empty(codes.Except(English.Keys).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_icon_that_is_asked_for_is_drawn()
    {
        var asked = Sources(".razor", ".cs").SelectMany(source => Icon().Matches(source)).Select(m => m.Groups[1].Value)
            .SelectMany(value => value.StartsWith("@(", StringComparison.Ordinal) ? Literals().Matches(value).Select(m => m.Groups[1].Value) : [value])
            .Where(name => name.Length > 0 && char.IsAsciiLetterLower(name[0])).ToHashSet();

        Assert.True(asked.Count > 15, "The pages are no longer read.");
        Assert.All(asked, name => Assert.NotEmpty(Icons.Shape(name)));
    }

    private static IEnumerable<string> Of<T>(string prefix) where T : struct, Enum => Enum.GetNames<T>().Select(name => $"{prefix}.{name}");

    private static IEnumerable<string> Sources(params string[] endings) => Repository.SourceFiles("OrgManager.Web", endings).Select(File.ReadAllText);

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Groups[1].Value)];

    private static Dictionary<string, string> Read(string language) =>
        XDocument.Load(Repository.Source("OrgManager.Web", $"Texts.{language}.resx")).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    [GeneratedRegex(@"\{(\d)")]
    private static partial Regex Place();

    /// <summary>From T[ to the comma or bracket that ends the key; a key may be one of two.</summary>
    [GeneratedRegex("""\b(?:T|t|texts)\[(?:[^\[\],]*\?\s*"[^"]*"\s*:\s*(?:[^\[\],"]*\?\s*"[^"]*"\s*:\s*)?)?"[^"]*"[\],]""")]
    private static partial Regex Asked();

    [GeneratedRegex("== \"[^\"]*\"")]
    private static partial Regex Compared();

    [GeneratedRegex("\"([A-Za-z][^\"{]*)\"")]
    private static partial Regex Literals();

    [GeneratedRegex("""(?<=\.Count\(|Post\(FindingLevel\.\w+, |=> )"((?:Noun|Finding|Staff|Periods)\.\w+)"(?=,|\))""")]
    private static partial Regex Counted();

    [GeneratedRegex("""(?:Icon Name|Shape)="(@\([^>]*?\)|[^"@]+)" """)]
    private static partial Regex Icon();

    [GeneratedRegex("""(?:RuleBrokenException(?:\.Unless)?\(|new Violation\(|yield return new\(|Reject\()[^;]*;""")]
    private static partial Regex Refusal();

    [GeneratedRegex("//.*")]
    private static partial Regex Comment();

    [GeneratedRegex("""(?<!["A-Za-z])"([A-Z][A-Za-z]+\.[A-Z][A-Za-z]+)""" + "\"")]
    private static partial Regex Codes();
}
