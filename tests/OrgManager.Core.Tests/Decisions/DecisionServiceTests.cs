using System.Text;
using Microsoft.EntityFrameworkCore;
using OrgManager.Decisions;

namespace OrgManager.Tests.Decisions;

/// <summary>The register: what a decision must say of itself, and that each is in it once.</summary>
public class DecisionServiceTests : IAsyncLifetime
{
    private static readonly DecisionFacts Facts = new(DecisionKind.Decision, "12/QĐ-SCT", "Sở Công Thương", new(2026, 1, 5), new(2026, 1, 10), "Điều động công chức");
    private TestOrg _org = null!;
    private DecisionService Decisions => _org.Get<DecisionService>();

    public async Task InitializeAsync() => _org = await TestOrg.StartAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    public static TheoryData<string, DecisionFacts> Incomplete => new()
    {
        { "Decision.NumberMissing", Facts with { Number = "  " } }, { "Decision.NumberMissing", Facts with { Number = new('1', Decision.NumberLength + 1) } },
        { "Decision.IssuerMissing", Facts with { Issuer = "" } }, { "Decision.IssuerMissing", Facts with { Issuer = new('s', Decision.IssuerLength + 1) } },
        { "Decision.SubjectMissing", Facts with { Subject = "" } }, { "Decision.SubjectMissing", Facts with { Subject = new('s', Decision.SubjectLength + 1) } },
    };

    [Theory]
    [MemberData(nameof(Incomplete))]
    public Task A_decision_says_its_number_issuer_and_subject_within_measure(string code, DecisionFacts facts) => Refusal.IsAsync(code, () => Decisions.RegisterAsync(facts));

    [Fact]
    public async Task The_same_number_issuer_and_day_is_registered_once_however_it_is_composed()
    {
        await Decisions.RegisterAsync(Facts);
        await Refusal.IsAsync("Decision.Registered", () => Decisions.RegisterAsync(Facts with { Subject = "Khác" }));
        await Refusal.IsAsync("Decision.Registered", () => Decisions.RegisterAsync(Facts with { Number = $" {Facts.Number.Normalize(NormalizationForm.FormD)} " }));
        await Decisions.RegisterAsync(Facts with { Issuer = "Đảng ủy Sở" });
        await Decisions.RegisterAsync(Facts with { SignedOn = new(2025, 1, 5) });
    }

    [Theory]
    [InlineData("dieu dong", "12/QĐ-SCT")]
    [InlineData("SCT 12/qd", "12/QĐ-SCT")]
    [InlineData("", "15/TB-SCT 14/QĐ-SCT 12/QĐ-SCT")]
    [InlineData("công chức", "14/QĐ-SCT 12/QĐ-SCT")]
    [InlineData("13", "")]
    public async Task A_decision_is_found_by_any_words_without_accents_the_newest_first(string typed, string found)
    {
        await Decisions.RegisterAsync([Facts, Facts with { Number = "14/QĐ-SCT", SignedOn = new(2026, 1, 6), Subject = "Tuyển dụng công chức" }, Facts with { Kind = DecisionKind.Notice, Number = "15/TB-SCT", SignedOn = new(2026, 1, 7), Subject = "Phân công" }]);

        Assert.Equal(found, string.Join(' ', (await Decisions.FindAsync(typed)).Select(d => d.Number)));
    }

    [Fact]
    public async Task Of_several_all_are_entered_or_none_also_when_two_of_them_are_the_same()
    {
        await Decisions.RegisterAsync(Facts);
        await Refusal.IsAsync("Decision.Registered", () => Decisions.RegisterAsync([Facts with { Number = "13/QĐ-SCT" }, Facts]));
        await Refusal.IsAsync("Decision.Registered", () => Decisions.RegisterAsync([Facts with { Number = "14/QĐ-SCT" }, Facts with { Number = "14/QĐ-SCT" }]));
        Assert.Equal(1, await _org.Database.ReadAsync(db => db.Set<Decision>().CountAsync()));
    }

    [Fact]
    public void A_correction_says_why()
    {
        var decision = Decision.Register(Facts);
        Refusal.Is("History.ReasonMissing", () => decision.Correct(Facts, " "));
        decision.Correct(Facts with { Number = "21/QĐ-SCT" }, "Gõ nhầm số");
        Assert.Equal(("21/QĐ-SCT", 1), (decision.Number, decision.Version));
    }

    [Fact]
    public void Every_map_is_complete() => _org.Maps.AssertConfigurationIsValid();
}
