using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>Reads the movements of a year off the histories of the members.</summary>
internal sealed class MovementView(OrgTimeline timeline, Scope scope)
{
    private enum Move { Admitted, FromOutside, FromCells, ToCells, ToOutside, Died, Removed, Recognised }

    public MovementYear Of(int year, DateOnly today)
    {
        var (from, until) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
        if (today < until) until = today < from ? from : today.AddDays(1);
        var (begin, end) = (timeline.On(from.AddDays(-1)), timeline.On(until.AddDays(-1)));
        var cells = end.Tree(Branch.Party).Concat(begin.Tree(Branch.Party)).Where(u => u.Kind.Cell && scope.Includes(u.Id)).DistinctBy(u => u.Id).ToList();
        return new(year, until.AddDays(-1), [.. OrgSnapshot.InOrder(cells).Select(cell => Row(cell, begin, end, from, until))]);
    }

    private MovementRow Row(UnitOn cell, OrgSnapshot begin, OrgSnapshot end, DateOnly from, DateOnly until)
    {
        var moves = timeline.Members.By(LineKeys.MemberCells)[cell.Id].SelectMany(line => Moves(line, cell.Id)).Where(m => from <= m.On && m.On < until).CountBy(m => m.Move).ToDictionary();
        int Of(Move move) => moves.GetValueOrDefault(move);
        return new(new(cell.Id, cell.Code, cell.Name), begin.Unit(cell.Id)?.Members.Count ?? 0, Of(Move.Admitted), Of(Move.FromOutside), Of(Move.FromCells), Of(Move.ToCells), Of(Move.ToOutside), Of(Move.Died), Of(Move.Removed),
            end.Unit(cell.Id)?.Members.Count ?? 0, Of(Move.Recognised));
    }

    private static IEnumerable<(Move Move, DateOnly On)> Moves(MemberLine line, Guid cellId)
    {
        DatedSpan<MembershipFacts>? before = null;
        foreach (var span in line.History)
        {
            var (was, comes) = (before?.Facts.CellId == cellId, span.Facts.CellId == cellId);
            if (comes && before is null) yield return (line.AdmittedOn == span.From ? Move.Admitted : Move.FromOutside, span.From);
            else if (comes && !was) yield return (Move.FromCells, span.From);
            else if (was && !comes) yield return (Move.ToCells, span.From);
            if (comes && before is { Facts.Standing: Standing.Probationary } && span.Facts.Standing == Standing.Official) yield return (Move.Recognised, span.From);
            before = span;
        }
        if (before is { IsOpen: false } last && last.Facts.CellId == cellId)
            yield return (line.EndReason switch { MembershipEnd.Died => Move.Died, MembershipEnd.Removed or MembershipEnd.Expelled or MembershipEnd.Resigned => Move.Removed, _ => Move.ToOutside }, last.Until);
    }
}
