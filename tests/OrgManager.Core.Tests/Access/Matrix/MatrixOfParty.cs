using OrgManager.Common;
using OrgManager.Organisation;
using OrgManager.Party;

namespace OrgManager.Tests.Access.Matrix;

/// <summary>Party members, their offices, cells and whom they serve.</summary>
internal static class MatrixOfParty
{
    private static readonly DateOnly Planned = MatrixOrg.Planned, Later = MatrixOrg.Later, Far = MatrixOrg.Far;

    public static readonly Dictionary<string, MatrixCase> Cases = new()
    {
        ["PartyService.JoinAsync"] = MatrixCase.Of(Aim.Cell, async c => await c.Get<PartyService>().JoinAsync(
            await c.Org.PersonIdAsync("CB071"), new(Planned, Planned.AddDays(5), null), await c.CellAsync(), Later)),
        ["PartyService.MemberOnAsync"] = MatrixCase.Of(Aim.Member, async c => await c.Get<PartyService>().MemberOnAsync(await c.PersonAsync(), c.Org.Today)),
        ["PartyService.MakeOfficialAsync"] = MatrixCase.OfMember(true, (c, seen) => c.Get<PartyService>().MakeOfficialAsync(seen, c.Org.Today)),
        ["PartyService.MoveAsync"] = MatrixCase.OfMember(false, async (c, seen) => await c.Get<PartyService>().MoveAsync(seen, await c.CellAsync(), c.OwnDay)) with { Repeats = true },
        ["PartyService.SetParticipationAsync"] = MatrixCase.OfMember(false, (c, seen) => c.Get<PartyService>().SetParticipationAsync(seen, Participation.Exempt, c.OwnDay)) with { Repeats = true },
        ["PartyService.GiveOfficeAsync"] = MatrixCase.OfMember(true, async (c, seen) =>
            await c.Get<PartyService>().GiveOfficeAsync(seen, await c.CellAsync(), new(PartyPost.CommitteeMember, OfficeBasis.Appointed), Later)),
        ["PartyService.EndOfficeAsync"] = MatrixCase.Of(Aim.Cell, async c =>
        {
            var holder = (await c.Org.SnapshotAsync(c.Org.Today)).Unit(c.Place.Cell)!.Offices.First(o => o.Facts.Post == PartyPost.DeputySecretary).Person.Id;
            var seen = (await c.Get<PartyService>().MemberOnAsync(holder, c.Org.Today)).Seen;
            var cell = await c.CellAsync();
            return () => c.Get<PartyService>().EndOfficeAsync(seen, cell, PartyPost.DeputySecretary, Later);
        }),
        ["PartyService.LeaveAsync"] = MatrixCase.OfMember(false, (c, seen) => c.Get<PartyService>().LeaveAsync(seen, Far, MembershipEnd.TransferOut)),

        ["MemberService.CardAsync"] = MatrixCase.Of(Aim.Member, c => c.Get<MemberService>().CardAsync(c.Place.Person, c.Org.Today)),
        ["MemberService.FindAsync"] = MatrixCase.Listing(Aim.Member, async c =>
        {
            var shown = (await c.Get<MemberService>().FindAsync("", c.Org.Today, members: true, take: 500)).Select(p => p.Code).ToHashSet();
            return MatrixPlace.All.Where(place => shown.Contains(place.Person));
        }),

        ["MemberAmendmentService.CorrectAdmissionAsync"] = MatrixCase.OfMember(true, async (c, seen) =>
            await c.Get<MemberAmendmentService>().CorrectAdmissionAsync(seen, new(MatrixOrg.Lately, MatrixOrg.Lately.AddDays(2 + c.Number % 20), null), "Gõ nhầm")) with { Repeats = true },
        ["MemberAmendmentService.CorrectAsync"] = OfMembership((c, seen, version) =>
            c.Get<MemberAmendmentService>().CorrectAsync(seen, version, new(MembershipFields.Participation, Participation: (Participation)(1 + c.Number % 2)), "Gõ nhầm")) with { Repeats = true },
        ["MemberAmendmentService.CorrectDayAsync"] = OfMembership((c, seen, version) =>
            c.Get<MemberAmendmentService>().CorrectDayAsync(seen, version, Planned.AddDays(1 + c.Number % 20), "Gõ nhầm")) with { Repeats = true },
        ["MemberAmendmentService.WithdrawAsync"] = OfMembership((c, seen, version) => c.Get<MemberAmendmentService>().WithdrawAsync(seen, version)),
        ["MemberAmendmentService.CorrectEndAsync"] = OfLeaver((c, file) => c.Get<MemberAmendmentService>().CorrectEndAsync(file.Seen, Far.AddDays(c.Number), null, "Gõ nhầm")),
        ["MemberAmendmentService.WithdrawEndAsync"] = OfLeaver((c, file) => c.Get<MemberAmendmentService>().WithdrawEndAsync(file.Seen)),
        ["MemberAmendmentService.CorrectOfficeAsync"] = OfOffice(false, (c, seen, office) =>
            c.Get<MemberAmendmentService>().CorrectOfficeAsync(seen, office, new(PartyPost.CommitteeMember, OfficeBasis.InCharge), "Gõ nhầm")),
        ["MemberAmendmentService.WithdrawOfficeAsync"] = OfOffice(false, (c, seen, office) => c.Get<MemberAmendmentService>().WithdrawOfficeAsync(seen, office)),
        ["MemberAmendmentService.CorrectOfficeEndAsync"] = OfOffice(true, (c, seen, office) => c.Get<MemberAmendmentService>().CorrectOfficeEndAsync(seen, office, Later.AddDays(1), "Gõ nhầm")),
        ["MemberAmendmentService.WithdrawOfficeEndAsync"] = OfOffice(true, (c, seen, office) => c.Get<MemberAmendmentService>().WithdrawOfficeEndAsync(seen, office)),

        ["CoverageService.CoverUnitAsync"] = MatrixCase.Of(Aim.Cell, async c => await c.Get<CoverageService>().CoverUnitAsync(await c.CellAsync(), await c.Org.UnitIdAsync("XT"), Later)),
        ["CoverageService.CoverPersonAsync"] = MatrixCase.Of(Aim.Cell, async c => await c.Get<CoverageService>().CoverPersonAsync(await c.CellAsync(), await c.Org.PersonIdAsync("CB002"), Later)),
        ["CoverageService.EndAsync"] = MatrixCase.Of(Aim.Cell, async c => await c.Get<CoverageService>().EndAsync(await c.CellAsync(), await c.UnitAsync(), Later)),
        ["CoverageService.GetAsync"] = OfCoverage(false, (c, line) => c.Get<CoverageService>().GetAsync(line.Seen.Id)),
        ["CoverageService.CorrectAsync"] = OfCoverage(false, async (c, line) => await c.Get<CoverageService>().CorrectAsync(line.Seen, line.Stretches[0].VersionId, await c.CellAsync(), "Gõ nhầm")),
        ["CoverageService.CorrectDayAsync"] = OfCoverage(false, (c, line) => c.Get<CoverageService>().CorrectDayAsync(line.Seen, line.Stretches[0].VersionId, new(2015, 1, 2), "Gõ nhầm")),
        ["CoverageService.CorrectEndAsync"] = OfCoverage(true, (c, line) => c.Get<CoverageService>().CorrectEndAsync(line.Seen, Planned.AddDays(1), "Gõ nhầm")),
        ["CoverageService.WithdrawAsync"] = MatrixCase.Of(Aim.Cell, async c =>
        {
            var (cell, leader) = (await c.CellAsync(), await c.Org.PersonIdAsync(MatrixOrg.Leaver(c.Place)));
            Task<CoverageLine?> AheadAsync() => c.Org.Database.ReadAsync(db => Task.FromResult(db.Timeline.Coverages.SingleOrDefault(line => line.PersonId == leader)));
            if (await AheadAsync() is null) await c.Get<CoverageService>().CoverPersonAsync(cell, leader, Later);
            var line = await c.Get<CoverageService>().GetAsync((await AheadAsync())!.Id);
            return () => c.Get<CoverageService>().WithdrawAsync(line.Seen, line.Stretches[0].VersionId, "Giao nhầm");
        }),
        ["CoverageService.WithdrawEndAsync"] = OfCoverage(true, (c, line) => c.Get<CoverageService>().WithdrawEndAsync(line.Seen)),

        ["TransferService.DraftAsync"] = MatrixCase.Of(Aim.Cell, async c => await c.Get<TransferService>().DraftAsync(await c.PersonAsync(newcomer: true), await OutAsync(c))),
        ["TransferService.ReviseAsync"] = OfTransfer(TransferState.Draft, async (c, seen) => await c.Get<TransferService>().ReviseAsync(seen, await OutAsync(c) with { Note = $"Lần {c.Number}" })) with { Repeats = true },
        ["TransferService.IssueAsync"] = OfTransfer(TransferState.Draft, (c, seen) => c.Get<TransferService>().IssueAsync(seen, "1-GGT", c.Org.Today)),
        ["TransferService.WithdrawAsync"] = OfTransfer(TransferState.Draft, (c, seen) => c.Get<TransferService>().WithdrawAsync(seen, "Không chuyển nữa")),
        ["TransferService.ReceiveAsync"] = OfTransfer(TransferState.Issued, (c, seen) => c.Get<TransferService>().ReceiveAsync(seen, c.Org.Today)),
        ["TransferService.JoinAsync"] = OfTransfer(TransferState.Issued, (c, seen) => c.Get<TransferService>().JoinAsync(seen, c.Org.Today)),
        ["TransferService.ReturnAsync"] = OfTransfer(TransferState.Issued, (c, seen) => c.Get<TransferService>().ReturnAsync(seen, c.Org.Today, "Thiếu hồ sơ")),
        ["TransferService.CorrectAsync"] = OfTransfer(TransferState.Issued, (c, seen) => c.Get<TransferService>().CorrectAsync(seen, new($"{c.Number}-GGT", c.Org.Today), "Gõ nhầm")) with { Repeats = true },
        ["TransferService.EndStayAsync"] = OfTransfer(TransferState.Joined, (c, seen) => c.Get<TransferService>().EndStayAsync(seen, c.Org.Today.AddDays(1 + c.Number % 300)), temporary: true) with { Repeats = true },
        ["TransferPapers.LetterAsync"] = OfTransfer(TransferState.Issued, (c, seen) => c.Get<TransferPapers>().LetterAsync(seen.Id)),
        ["TransferRegister.ListAsync"] = MatrixCase.Listing(Aim.Member, async c => Places((await c.Get<TransferRegister>().ListAsync(new())).Rows)),
        ["TransferRegister.ExportAsync"] = MatrixCase.Listing(Aim.Member, async c => Places((await c.Get<TransferRegister>().ExportAsync(new())).Rows)),
        ["TransferRegister.DueAsync"] = MatrixCase.Listing(Aim.Member, async c => Places(await c.Get<TransferRegister>().DueAsync(Far))),
        ["TransferRegister.OfPersonAsync"] = MatrixCase.Listing(Aim.Member, async c =>
        {
            var shown = new List<TransferRow>();
            foreach (var place in MatrixPlace.All) shown.AddRange(await c.Get<TransferRegister>().OfPersonAsync(place.Person));
            return Places(shown);
        }),
        ["TransferRegister.CellsAsync"] = MatrixCase.Of(Aim.Any, c => c.Get<TransferRegister>().CellsAsync(c.Org.Today)),
        ["TransferRegister.StaysAsync"] = MatrixCase.Of(Aim.Cell, c => c.Get<TransferRegister>().StaysAsync(c.Place.Cell, c.Org.Today)),

        ["MemberRegister.GetAsync"] = MatrixCase.Of(Aim.Cell, c => c.Get<MemberRegister>().GetAsync(c.Place.Cell, c.Org.Today)),
        ["MemberRegister.UnitsAsync"] = MatrixCase.Listing(Aim.Cell, async c =>
        {
            var shown = (await c.Get<MemberRegister>().UnitsAsync(c.Org.Today)).Select(u => u.Code).ToHashSet();
            return MatrixPlace.All.Where(place => shown.Contains(place.Cell));
        }),
        ["MemberRegister.ExportAsync"] = MatrixCase.Of(Aim.Cell, c => c.Get<MemberRegister>().ExportAsync(c.Place.Cell, c.Org.Today)),
        ["MemberRegister.DocumentAsync"] = MatrixCase.Of(Aim.Cell, c => c.Get<MemberRegister>().DocumentAsync(c.Place.Cell, c.Org.Today)),
        ["MovementService.YearAsync"] = MatrixCase.Listing(Aim.Cell, async c => Places(await c.Get<MovementService>().YearAsync(2026))),
        ["MovementService.ExportAsync"] = MatrixCase.Listing(Aim.Cell, async c => Places(await c.Get<MovementService>().ExportAsync(2026))),
        ["FeeService.ListAsync"] = MatrixCase.Of(Aim.Cell, c => c.Get<FeeService>().ListAsync(c.Place.Cell, c.Org.Today)),
        ["FeeService.ExportAsync"] = MatrixCase.Of(Aim.Cell, c => c.Get<FeeService>().ExportAsync(c.Place.Cell, c.Org.Today)),
        ["FeeService.DocumentAsync"] = MatrixCase.Of(Aim.Cell, c => c.Get<FeeService>().DocumentAsync(c.Place.Cell, c.Org.Today)),
        ["FeeService.YearAsync"] = MatrixCase.Listing(Aim.Cell, async c => Places(await c.Get<FeeService>().YearAsync(2026))),
        ["FeeService.ExportYearAsync"] = MatrixCase.Listing(Aim.Cell, async c => Places(await c.Get<FeeService>().ExportYearAsync(2026))),
        ["FeeService.SetAsync"] = MatrixCase.Of(Aim.Cell, async c =>
        {
            var (own, fees) = (await c.PersonAsync(), c.Get<FeeService>());
            var row = (await fees.ListAsync(c.Place.Cell, c.Org.Today)).Rows.First(r => r.PersonId != own); // one's own is nobody's to enter
            return () => fees.SetAsync(row.PersonId, c.Org.Today, new(FeeKind.Insured, 5_000_000 + c.Number), row.Seen);
        }) with { Repeats = true },
        ["FeeService.RemoveAsync"] = MatrixCase.Of(Aim.Cell, async c =>
        {
            var (own, fees) = (await c.PersonAsync(), c.Get<FeeService>());
            async Task<FeeRow> RowAsync() => (await fees.ListAsync(c.Place.Cell, c.Org.Today)).Rows.First(r => r.PersonId != own);
            if (await RowAsync() is { Seen: null } row) await fees.SetAsync(row.PersonId, c.Org.Today, new(FeeKind.Insured));
            var seen = (await RowAsync()).Seen!.Value;
            return () => fees.RemoveAsync(seen);
        }),

        ["CellService.ListAsync"] = MatrixCase.Listing(Aim.CellByPeople, async c =>
        {
            var shown = (await c.Get<CellService>().ListAsync(c.Org.Today)).Cells.Select(cell => cell.Code).ToHashSet();
            return MatrixPlace.All.Where(place => shown.Contains(place.Cell));
        }),
        ["CellService.ExportAsync"] = MatrixCase.Listing(Aim.CellByPeople, async c =>
        {
            var taken = (await c.Get<CellService>().ExportAsync(c.Org.Today)).Cells.Select(cell => cell.Code).ToHashSet();
            return MatrixPlace.All.Where(place => taken.Contains(place.Cell));
        }),
        ["CellService.AttentionAsync"] = MatrixCase.Listing(Aim.Cell, async c =>
        {
            var shown = (await c.Get<CellService>().AttentionAsync(c.Org.Today)).Cells.Select(cell => cell.Code).ToHashSet();
            return MatrixPlace.All.Where(place => shown.Contains(place.Cell));
        }),
        ["CellService.CardAsync"] = MatrixCase.Of(Aim.CellByPeople, c => c.Get<CellService>().CardAsync(c.Place.Cell, c.Org.Today)),
        ["CellService.PlacesAsync"] = MatrixCase.Listing(Aim.Cell, async c =>
        {
            var shown = (await c.Get<CellService>().PlacesAsync(c.Org.Today)).Select(p => p.Code).ToHashSet();
            return MatrixPlace.All.Where(place => shown.Contains(place.Cell));
        }),
    };

    private static async Task<TransferFacts> OutAsync(MatrixCall c) => new(TransferKind.Official, await c.CellAsync(), null, null, "Đảng bộ khác") { MovedOn = MatrixOrg.Lately };

    private static IEnumerable<MatrixPlace> Places(IEnumerable<TransferRow> rows) => rows.Select(r => r.Person.Code).ToHashSet() is var shown ? MatrixPlace.All.Where(place => shown.Contains(place.Person)) : [];

    private static IEnumerable<MatrixPlace> Places(MovementYear year) => year.Cells.Select(r => r.Cell.Code).ToHashSet() is var shown ? MatrixPlace.All.Where(place => shown.Contains(place.Cell)) : [];

    private static IEnumerable<MatrixPlace> Places(FeeYear year) => year.Cells.Select(r => r.Cell.Code).ToHashSet() is var shown ? MatrixPlace.All.Where(place => shown.Contains(place.Cell)) : [];

    /// <summary>About the transfer of the place's person, brought to this state.</summary>
    private static MatrixCase OfTransfer(TransferState state, Func<MatrixCall, Seen, Task> call, bool temporary = false) => MatrixCase.Of(Aim.Cell, async c =>
    {
        var transfers = c.Get<TransferService>();
        async Task<TransferRow> NowAsync() => (await c.Get<TransferRegister>().OfPersonAsync(c.Place.Person)).First(t => t.State != TransferState.Withdrawn);
        var now = await NowAsync();
        if (now.State != state)
        {
            await transfers.WithdrawAsync(now.Seen, "Soạn lại");
            var facts = await OutAsync(c);
            await transfers.DraftAsync(now.PersonId, temporary ? facts with { Kind = TransferKind.Temporary, Until = c.Org.Today.AddMonths(11) } : facts);
            if (state != TransferState.Draft) await transfers.IssueAsync((await NowAsync()).Seen, "1-GGT", c.Org.Today);
            if (state == TransferState.Joined) await transfers.JoinAsync((await NowAsync()).Seen, c.Org.Today);
        }
        var seen = (await NowAsync()).Seen;
        return () => call(c, seen);
    });

    /// <summary>About the exemption of the newcomer that is ahead.</summary>
    private static MatrixCase OfMembership(Func<MatrixCall, Seen, Guid, Task> call) => MatrixCase.Of(Aim.Member, async c =>
    {
        var details = await c.Get<PartyService>().MemberOnAsync(await c.PersonAsync(newcomer: true), c.Org.Today);
        return () => call(c, details.Seen, details.Memberships[^1].VersionId);
    });

    /// <summary>About somebody whose leaving is ahead.</summary>
    private static MatrixCase OfLeaver(Func<MatrixCall, MemberDetails, Task> call) => MatrixCase.Of(Aim.Member, async c =>
    {
        var details = await c.Get<PartyService>().MemberOnAsync(await c.Org.PersonIdAsync(MatrixOrg.Leaver(c.Place)), c.Org.Today);
        return () => call(c, details);
    });

    /// <summary>About that one's office whose end is ahead, or the one that is itself ahead.</summary>
    private static MatrixCase OfOffice(bool ending, Func<MatrixCall, Seen, Guid, Task> call) => OfLeaver((c, details) =>
        call(c, details.Seen, details.Offices.Single(o => o.Facts.Post == (ending ? PartyPost.InspectionMember : PartyPost.InspectionHead)).OfficeId));

    /// <summary>About the coverage of the place's unit by its cell, or of the small one whose end is ahead.</summary>
    private static MatrixCase OfCoverage(bool ending, Func<MatrixCall, CoverageDetails, Task> call) => MatrixCase.Of(Aim.Cell, async c =>
    {
        var unit = await c.Org.UnitIdAsync(ending ? MatrixOrg.Changing(c.Place.Unit) : c.Place.Unit);
        var id = await c.Org.Database.ReadAsync(db => Task.FromResult(db.Timeline.Coverages.Single(line => line.UnitId == unit && line.History.On(c.Org.Today) is not null).Id));
        var details = await c.Get<CoverageService>().GetAsync(id);
        return () => call(c, details);
    });
}
