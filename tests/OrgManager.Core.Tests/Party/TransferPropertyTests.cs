using CsCheck;
using OrgManager.Common;
using OrgManager.Party;

namespace OrgManager.Tests.Party;

/// <summary>Whatever transfers are tried in whatever order: nobody is in two cells or, while a member, in none.</summary>
public class TransferPropertyTests
{
    private static readonly string[] Cells = ["CB-VP", "CB-CN", "CB-TM", "CB-KC"];
    private static readonly DateOnly First = new(2025, 9, 1);
    private static readonly AdmissionFacts Days = new(new(2017, 8, 21), new(2017, 9, 2), new(2018, 9, 2));

    private enum Act { Draft, Issue, Receive, Join, Return, Withdraw, Correct, EndStay }

    /// <summary>What leads on is drawn more often than what ends it.</summary>
    private static readonly Act[] Often = [Act.Draft, Act.Draft, Act.Issue, Act.Issue, Act.Issue, Act.Receive, Act.Join, Act.Join, Act.Join, Act.Return, Act.Withdraw, Act.Correct, Act.EndStay];

    [Fact]
    public async Task Nobody_is_ever_in_two_cells_or_in_none()
    {
        var (drawn, joined) = (Gen.Select(Gen.Int[0, Often.Length - 1].Select(i => Often[i]), Gen.Int[0, 9], Gen.Int[0, 4], Gen.Int[-1, 3], Gen.Bool).Array[60, 100], 0);

        await drawn.SampleAsync(async acts =>
        {
            await using var org = await TestOrg.StartModelAsync();
            var ids = new Dictionary<string, Guid>();
            foreach (var cell in Cells) ids[cell] = await org.UnitIdAsync(cell);
            var (person, day) = (await org.PersonIdAsync("CB013"), First);
            foreach (var (act, from, to, days, temporary) in acts)
                try
                {
                    day = day.AddDays(days);
                    if (await DoAsync(org, person, ids, act, from, to, day, temporary)) joined++;
                }
                catch (RuleBrokenException)
                {
                    // refused: nothing may have changed
                }
            await DemandOneCellAsync(org, person);
        }, iter: 10, threads: 1);
        Assert.True(joined > 10, $"Only {joined} transfers were carried out.");
    }

    private static async Task DemandOneCellAsync(TestOrg org, Guid person)
    {
        var joins = (await org.Get<TransferRegister>().OfPersonAsync("CB013")).Where(t => t is { State: TransferState.Joined, Facts.Kind: TransferKind.Official }).OrderBy(t => t.JoinedOn).ToList();
        for (var day = First.AddDays(-1); day <= org.Today; day = day.AddDays(1))
        {
            var snapshot = await org.SnapshotAsync(day);
            var cells = snapshot.Units.Where(u => u.Members.Any(m => m.Person.Id == person)).Select(u => u.Code).ToList();
            var last = joins.LastOrDefault(t => t.JoinedOn <= day);
            Assert.Equal(last is null ? ["CB-VP"] : last.To.Cell is { } cell ? [cell.Code] : [], cells);
        }
    }

    /// <returns>Whether somebody joined.</returns>
    private static async Task<bool> DoAsync(TestOrg org, Guid person, Dictionary<string, Guid> ids, Act act, int from, int to, DateOnly on, bool temporary)
    {
        Guid? IdOf(int cell) => cell < Cells.Length ? ids[Cells[cell]] : null;
        var now = (await org.SnapshotAsync(org.Today)).CellOf(person);
        var transfers = org.Get<TransferService>();
        var all = await org.Get<TransferRegister>().OfPersonAsync("CB013");
        var open = all.FirstOrDefault(t => t.State is TransferState.Draft or TransferState.Issued or TransferState.Received);
        if (act == Act.Draft)
        {
            var (here, there) = (from > Cells.Length ? now : IdOf(from), IdOf(to));
            await transfers.DraftAsync(person, new(temporary ? TransferKind.Temporary : TransferKind.Official, here, here is null ? "Đảng bộ A" : null, there, there is null ? "Đảng bộ B" : null) { Until = on.AddMonths(6), Admission = Days });
        }
        else if (act is Act.Correct or Act.EndStay)
        {
            if (all.Where(t => t.State == TransferState.Joined).MaxBy(t => t.JoinedOn) is not { } last) return false;
            if (act == Act.EndStay) await transfers.EndStayAsync(last.Seen, on);
            else await transfers.CorrectAsync(last.Seen, new("1", last.IssuedOn!.Value < on ? last.IssuedOn.Value : on, on, on), "Gõ nhầm");
        }
        else if (open is not null)
            await (act switch
            {
                Act.Issue => transfers.IssueAsync(open.Seen, "1", on),
                Act.Receive => transfers.ReceiveAsync(open.Seen, on),
                Act.Join => transfers.JoinAsync(open.Seen, on),
                Act.Return => transfers.ReturnAsync(open.Seen, on, "Trả lại"),
                _ => transfers.WithdrawAsync(open.Seen, "Thu hồi"),
            });
        return act == Act.Join && open is not null;
    }
}
