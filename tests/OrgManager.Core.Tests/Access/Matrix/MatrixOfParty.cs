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
        ["CellService.DueAsync"] = MatrixCase.Listing(Aim.Cell, async c =>
        {
            var shown = (await c.Get<CellService>().DueAsync(c.Org.Today, 600)).Select(due => due.Cell.Code).ToHashSet();
            return MatrixPlace.All.Where(place => shown.Contains(place.Cell));
        }),
        ["CellService.CardAsync"] = MatrixCase.Of(Aim.CellByPeople, c => c.Get<CellService>().CardAsync(c.Place.Cell, c.Org.Today)),
        ["CellService.PlacesAsync"] = MatrixCase.Listing(Aim.Cell, async c =>
        {
            var shown = (await c.Get<CellService>().PlacesAsync(c.Org.Today)).Select(p => p.Code).ToHashSet();
            return MatrixPlace.All.Where(place => shown.Contains(place.Cell));
        }),
    };

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
