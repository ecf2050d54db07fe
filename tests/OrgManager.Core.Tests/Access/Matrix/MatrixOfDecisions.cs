using OrgManager.Decisions;
using OrgManager.Party;
using OrgManager.Staff;

namespace OrgManager.Tests.Access.Matrix;

/// <summary>The register, its files, and the naming of decisions for what was entered without.</summary>
internal static class MatrixOfDecisions
{
    public static readonly Dictionary<string, MatrixCase> Cases = new()
    {
        ["DecisionRegister.ListAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<DecisionRegister>().ListAsync(new(), new())),
        ["DecisionRegister.ExportAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<DecisionRegister>().ExportAsync(new(), new())),
        ["DecisionRegister.CardAsync"] = MatrixCase.Of(Aim.Any, async c =>
        {
            var id = (await c.Get<DecisionService>().FindAsync("", 1))[0].Id;
            return () => c.Get<DecisionRegister>().CardAsync(id);
        }),
        ["DecisionService.CorrectAsync"] = MatrixCase.Of(Aim.Any, async c =>
        {
            var seen = (await c.Get<DecisionRegister>().CardAsync(await NewAsync(c))).Details.Seen;
            return () => c.Get<DecisionService>().CorrectAsync(seen, Facts($"{c.Number}/QĐ-DUNG"), "Gõ nhầm số");
        }) with { Repeats = true },

        ["DecisionFiles.EnterAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<DecisionFiles>().EnterAsync(Facts($"{c.Number}/QĐ-TEP"), [TestFiles.Pdf("a.pdf", c.Number)])) with { Repeats = true },
        ["DecisionFiles.AddAsync"] = MatrixCase.Of(Aim.Any, async c =>
        {
            var id = await NewAsync(c);
            return () => c.Get<DecisionFiles>().AddAsync(id, TestFiles.Pdf("a.pdf", c.Number));
        }) with { Repeats = true },
        ["DecisionFiles.WithdrawAsync"] = MatrixCase.Of(Aim.Any, async c =>
        {
            var file = await c.Get<DecisionFiles>().AddAsync(await NewAsync(c), TestFiles.Pdf("a.pdf", c.Number));
            return () => c.Get<DecisionFiles>().WithdrawAsync(file, "Nhầm tệp");
        }) with { Repeats = true },
        ["DecisionFiles.DownloadAsync"] = MatrixCase.Of(Aim.Any, async c =>
        {
            var file = await c.Get<DecisionFiles>().AddAsync(await NewAsync(c), TestFiles.Pdf("a.pdf", c.Number));
            return () => c.Get<DecisionFiles>().DownloadAsync(file);
        }) with { Repeats = true },

        ["MissingDecisions.ListAsync"] = MatrixCase.Listing(Aim.Worker, async c =>
        {
            var shown = (await c.Get<MissingDecisions>().ListAsync(ChangeArea.Staff, new(Take: 1000))).Rows.Select(r => r.Person!.Code).ToHashSet();
            return MatrixPlace.All.Where(place => shown.Contains(MatrixOrg.Newcomer(place)));
        }),
        ["MissingDecisions.ExportAsync"] = MatrixCase.Listing(Aim.Worker, async c =>
        {
            var taken = (await c.Get<MissingDecisions>().ExportAsync(ChangeArea.Staff)).Rows.Select(r => r.Person!.Code).ToHashSet();
            return MatrixPlace.All.Where(place => taken.Contains(MatrixOrg.Newcomer(place)));
        }),
        ["MissingDecisions.NameAsync"] = OfChange(async c =>
        {
            await ChangeAsync(c, null);
            var list = await c.Get<MissingDecisions>().ListAsync(null, new(Take: 1000));
            var (change, decision) = (list.Rows.Single(r => IsOf(r, c)), await NewAsync(c));
            return () => c.Get<MissingDecisions>().NameAsync(change.Refs, decision, list.Seq + 1); // the new decision is one change more
        }),
        ["MissingDecisions.ExchangeAsync"] = OfChange(async c =>
        {
            var (wrong, right) = (await NewAsync(c), await NewAsync(c, "khac"));
            await ChangeAsync(c, wrong);
            var card = await c.Get<DecisionRegister>().CardAsync(wrong);
            return () => c.Get<MissingDecisions>().ExchangeAsync(card.Changes.Single().Rows.Single().Refs, right, "Ghi nhầm văn bản", card.Seq);
        }),

        ["PendingChanges.ListAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<PendingChanges>().ListAsync(new(), new())),
        ["PendingChanges.ExportAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<PendingChanges>().ExportAsync(new())),
        ["PendingChanges.CallOffAsync"] = OfChange(async c =>
        {
            await ChangeAsync(c, null);
            var list = await c.Get<PendingChanges>().ListAsync(new(), new(Take: 1000));
            return () => c.Get<PendingChanges>().CallOffAsync(list.Rows.Single(r => IsOf(r.Change, c)).Change.Refs, "Chưa làm", list.Seq);
        }),
    };

    /// <summary>About a change of the place's small unit, of somebody's post, and of somebody's membership.</summary>
    private static MatrixCase OfChange(Func<MatrixCall, Task<Func<Task>>> prepare) => new([Aim.Unit, Aim.Worker, Aim.Member], prepare) { Repeats = true };

    private static async Task ChangeAsync(MatrixCall c, Guid? decision)
    {
        var (staff, party) = (c.Get<StaffService>(), c.Get<PartyService>());
        if (c.Aim == Aim.Unit)
            await c.Org.Units.ChangeAsync((await c.Org.Units.GetAsync(await c.Org.UnitIdAsync(MatrixOrg.Changing(c.Place.Unit)))).Seen, c.OwnDay, new() { ShortName = $"S{c.Number}" }, decision);
        else if (c.Aim == Aim.Worker)
            await staff.ChangeAsync([((await staff.EmploymentOnAsync(await c.PersonAsync(), c.Org.Today)).Seen, new() { Position = $"Vị trí {c.Number}" })], c.OwnDay, decision);
        else
            await party.SetParticipationAsync((await party.MemberOnAsync(await c.PersonAsync(), c.Org.Today)).Seen, (Participation)(c.Number % 2), c.OwnDay, decision);
    }

    private static bool IsOf(ChangeRow row, MatrixCall c) => row.On == c.OwnDay && (c.Aim == Aim.Unit ? row.Unit is not null : row.Person?.Code == c.Place.Person);

    private static Task<Guid> NewAsync(MatrixCall c, string more = "") => c.Get<DecisionService>().RegisterAsync(Facts($"{c.Number}{more}/QĐ-MA-TRAN"));

    private static DecisionFacts Facts(string number) => new(DecisionKind.Decision, number, "Sở", MatrixOrg.Planned, MatrixOrg.Planned, "Thử");
}
