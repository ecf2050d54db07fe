using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Decisions;
using OrgManager.Organisation;
using OrgManager.Party;

namespace OrgManager.Tests.Decisions;

/// <summary>The register of the model organisation, and what each decision of it changed for whom.</summary>
public class DecisionRegisterTests(ModelOrg model) : IClassFixture<ModelOrg>
{
    private readonly TestOrg _org = model.Org;

    [Theory]
    [InlineData("bo nhiem chanh van phong", null, null, "97/QĐ-SCT 305/QĐ-SCT 211/QĐ-SCT")]
    [InlineData("xuat nhap khau quan ly", null, 2020, "1897/QĐ-UBND")]
    [InlineData("hop dong", DecisionKind.Notice, null, "47/TB-SCT 58/TB-SCT 41/TB-SCT")]
    [InlineData("", DecisionKind.Notice, 1999, "")]
    public async Task It_is_searched_without_accents_and_narrowed_by_kind_and_year(string text, DecisionKind? kind, int? year, string numbers)
    {
        await _org.SignInAsync("self");
        var page = await Register.ListAsync(new(text, kind, year), new());
        Assert.Equal(numbers.Split(' ', StringSplitOptions.RemoveEmptyEntries), page.Rows.Select(r => r.Number));
        Assert.Equal(page.Rows.Count, page.Total);
    }

    /// <summary>That somebody joined, and when, is basic party data, which an HR officer sees.</summary>
    [Theory]
    [InlineData("admin", false), InlineData("self", false), InlineData("unithead", false), InlineData("hr", true), InlineData("secretary", true), InlineData("inspector", true)]
    public async Task What_speaks_of_party_matters_alone_is_told_to_whom_they_are_told(string user, bool told)
    {
        await _org.SignInAsync(user);
        var admitted = (await Register.ListAsync(new(), new(0, 1000))).Rows.Single(r => r.Number == "11-QĐ/ĐU");
        var card = await Register.CardAsync(admitted.Id);

        Assert.Equal((told, told, !told), (admitted.Subject is not null, card.Details.Facts.Subject.Length > 0, card.IsClosed));
        Assert.Equal(told ? 1 : 0, (await Register.ListAsync(new("Kết nạp đảng viên: Lê Thị Minh Trang"), new())).Total);
        Assert.Equal(told, (await _org.Get<DecisionService>().FindAsync("Kết nạp đảng viên Lê Thị Minh Trang")).Count == 1);
    }

    [Fact]
    public async Task What_is_not_told_is_not_corrected_nor_given_files_either()
    {
        await _org.SignInAsync("hr");
        var exempted = (await Register.ListAsync(new(), new(0, 1000))).Rows.First(r => r.Subject is null);
        var seen = (await Register.CardAsync(exempted.Id)).Details;

        await Assert.ThrowsAsync<AccessDeniedException>(() => _org.Get<DecisionService>().CorrectAsync(seen.Seen, seen.Facts with { Subject = "Khác" }, "Gõ nhầm"));
        await Assert.ThrowsAsync<AccessDeniedException>(() => _org.Get<DecisionFiles>().AddAsync(exempted.Id, TestFiles.Pdf()));
    }

    [Fact]
    public async Task Its_pages_follow_each_other_the_last_signed_first_with_the_years_there_are()
    {
        await _org.SignInAsync("director");
        var (first, second) = (await Register.ListAsync(new(), new(0, 10)), await Register.ListAsync(new(), new(10, 10)));

        Assert.Equal((146, 10, false), (first.Total, first.Rows.Count, first.MayEnter));
        var signed = first.Rows.Concat(second.Rows).Select(r => r.SignedOn).ToList();
        Assert.Equal(signed.OrderDescending(), signed);
        Assert.Equal(20, first.Rows.Concat(second.Rows).DistinctBy(r => r.Id).Count());
        Assert.Equal((2024, 2007), (first.Years[0], first.Years[^1]));
        Assert.Equal(first.Total, (await Register.ListAsync(new(WithoutFile: true), new())).Total);
        Assert.True((await Register.ListAsync(new(), new(0, 5, "effective"))).Rows is [{ EffectiveOn.Year: < 2010 }, ..]);
    }

    [Theory]
    [InlineData("1897/QĐ-UBND", "hr"), InlineData("204/QĐ-SCT", "hr"), InlineData("204/QĐ-SCT", "unithead"), InlineData("204/QĐ-SCT", "self"), InlineData("318/QĐ-SCT", "director"), InlineData("671/QĐ-SCT", "cell1")]
    public async Task Whoever_reads_it_the_register_counts_what_the_page_shows_and_what_it_holds_back(string number, string user)
    {
        await _org.SignInAsync(user);
        var row = Assert.Single((await Register.ListAsync(new(number), new())).Rows);
        var card = await Register.CardAsync(row.Id);
        Assert.True(row.Changes > 0);
        Assert.Equal(row.Changes, card.Changes.Sum(g => g.Rows.Count) + card.OutOfReach);
        Assert.Empty(card.Undone);
    }

    [Fact]
    public async Task A_merger_s_decision_tells_which_units_ended_and_which_began_and_which_functions_followed()
    {
        await _org.SignInAsync("self");
        var card = await CardAsync("1897/QĐ-UBND");
        Assert.Equal([("QLTM", UnitEventKind.Ended), ("TM", UnitEventKind.Founded), ("XNK", UnitEventKind.Ended)], card.Changes.SelectMany(g => g.Rows).Where(r => r.Area == ChangeArea.Organisation).Select(r => (r.Unit!.Code, r.OfUnit!.Kind)));
        Assert.Contains(card.Changes.SelectMany(g => g.Rows), r => r.Area == ChangeArea.Functions);
        Assert.Equal((0, false, false), (card.OutOfReach, card.MayAttach, card.MayCorrect));
    }

    [Fact]
    public async Task People_and_salaries_are_told_only_to_whom_they_are_in_reach()
    {
        await _org.SignInAsync("hr");
        var (moved, raised) = (await CardAsync("204/QĐ-SCT"), await CardAsync("318/QĐ-SCT"));
        Assert.Equal((0, true), (moved.OutOfReach, moved.Changes.SelectMany(g => g.Rows).All(r => r is { OfPerson: not null, MayExchange: true })));
        Assert.Equal((0, 6), (raised.OutOfReach, raised.Changes.Count));

        await _org.SignInAsync("director");
        Assert.Equal((6, 0), ((await CardAsync("318/QĐ-SCT")).OutOfReach, (await CardAsync("318/QĐ-SCT")).Changes.Count));

        await _org.SignInAsync("unithead");
        var cut = await CardAsync("204/QĐ-SCT");
        Assert.Equal((moved.Changes.Sum(g => g.Rows.Count), 0), (cut.OutOfReach, cut.Changes.Count));
    }

    [Fact]
    public async Task Reading_whose_membership_a_decision_changed_is_logged_before_it_is_shown()
    {
        await using var org = await TestOrg.StartModelAsync();
        var party = org.Get<PartyService>();
        var id = await org.Get<DecisionService>().RegisterAsync(new DecisionFacts(DecisionKind.Resolution, "9-NQ/ĐU", "Đảng ủy Sở", new(2026, 1, 5), new(2026, 1, 5), "Chuyển sinh hoạt"));
        await party.MoveAsync((await party.MemberOnAsync(await org.PersonIdAsync("CB008"), org.Today)).Seen, await org.UnitIdAsync("CB-TM"), new(2026, 1, 10), id);

        await org.SignInAsync("secretary");
        var told = Assert.Single((await org.Get<DecisionRegister>().CardAsync(id)).Changes);
        Assert.Equal("CB008", told.Person!.Code);
        Assert.Contains("\"what\":\"Decision\",\"fieldClass\":\"Party\",\"people\":[\"CB008\"]", await File.ReadAllTextAsync(Path.Combine(org.Storage.Directory, "read-log.jsonl")), StringComparison.Ordinal);

        await org.SignInAsync("unithead");
        var cut = await org.Get<DecisionRegister>().CardAsync(id);
        Assert.Equal((0, 1), (cut.Changes.Count, cut.OutOfReach));
    }

    [Fact]
    public async Task A_correction_reaches_wherever_the_decision_is_named_and_does_not_make_it_another_one_s_twin()
    {
        await using var org = await TestOrg.StartModelAsync();
        var (decisions, register) = (org.Get<DecisionService>(), org.Get<DecisionRegister>());
        var id = (await decisions.FindAsync("1897/QĐ-UBND"))[0].Id;
        var seen = (await register.CardAsync(id)).Details;
        var twin = (await register.CardAsync((await decisions.FindAsync("3344/QĐ-UBND"))[0].Id)).Details.Facts;
        await Refusal.IsAsync("Decision.Registered", () => decisions.CorrectAsync(seen.Seen, twin, "Gõ nhầm"));

        await decisions.CorrectAsync(seen.Seen, seen.Facts with { Number = "1879/QĐ-UBND" }, "Gõ nhầm số");

        Assert.Equal("1879/QĐ-UBND", (await org.Get<OrganisationService>().UnitAsync("TM", org.Today)).Predecessors[0].Decision!.Number);
        await Assert.ThrowsAsync<ConflictException>(() => decisions.CorrectAsync(seen.Seen, seen.Facts, "Gõ nhầm"));
        await org.AssertSoundAsync();
    }

    private DecisionRegister Register => _org.Get<DecisionRegister>();

    private async Task<DecisionCard> CardAsync(string number) => await Register.CardAsync((await _org.Get<DecisionService>().FindAsync(number))[0].Id);
}
