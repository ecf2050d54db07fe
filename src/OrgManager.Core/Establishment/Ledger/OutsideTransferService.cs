using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Targets;

namespace OrgManager.Establishment;

/// <summary>Chuyển tổ chức, chức năng ra khỏi hoặc vào cơ quan: posts leave or come, and the baselines of targets go with them, for that is no streamlining.</summary>
public sealed class OutsideTransferService(Database database)
{
    /// <summary>What it would make of the levels of the day, and which targets it would concern. Nothing is kept.</summary>
    /// <inheritdoc cref="OutsideTransfer.Settings" path="/exception"/>
    [UseCase(Permission.ViewQuota)]
    public Task<OutsidePreview> PreviewAsync(QuotaMoveKind kind, Guid unitId, PostCounts posts, DateOnly from, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            db.Demand(Permission.ViewQuota, unitId, from);
            var on = db.Timeline.On(from);
            var sides = OutsideTransfer.Settings(on, kind, unitId, posts).Select(s => new OutsideSide(s.Category, TransferSide.Of(on, s))).ToList();
            var targets = await db.Set<Target>().Where(t => t.IsActive).OrderBy(t => t.Code).ToListAsync(ct);
            return new OutsidePreview(sides, [.. targets.Where(t => TargetRules.MayAdjust(t.Facts, from)).Select(t => Proposed(db, t.Facts, kind, unitId, posts, from))]);
        }, ct);

    /// <summary>Levels and baselines change together, by one decision. It is the quota's officer who enters it: the baseline only follows what the authority above has decided.</summary>
    /// <exception cref="RuleBrokenException">QuotaMove.NothingMoves, QuotaMove.SubjectMissing, Target.AdjustmentOutsideLife, Target.AdjustmentNotUsed, and those of setting levels.</exception>
    /// <exception cref="NotFoundException">There is no such decision, or no active target of a code.</exception>
    [UseCase(Permission.ChangeQuota)]
    public Task MoveAsync(OutsideTransfer transfer, DateOnly from, CancellationToken ct = default) =>
        database.ChangeAsync(new("Quota.MoveOutside", transfer.Subject, DecisionId: transfer.DecisionId), async db =>
        {
            db.Demand(Permission.ChangeQuota, transfer.UnitId, from);
            RuleBrokenException.Unless(transfer.Kind is QuotaMoveKind.Out or QuotaMoveKind.In, "QuotaMove.NothingMoves");
            _ = await db.LoadAsync<Decision>(transfer.DecisionId, ct);
            await QuotaService.ShiftAsync(db, OutsideTransfer.Settings(db.Timeline.On(from), transfer.Kind, transfer.UnitId, transfer.Posts), from, transfer.DecisionId, ct);
            List<QuotaMove> moves = [.. OutsideTransfer.Categories(transfer.Posts).Select(c => QuotaMove.Outside(transfer.Kind, transfer.UnitId, c, transfer.Posts[c], from, transfer.DecisionId, transfer.Subject))];
            db.AddRange(moves);
            foreach (var shift in transfer.Targets.Where(t => t.Amount != 0))
            {
                var target = await db.Set<Target>().SingleOrDefaultAsync(t => t.Code == shift.TargetCode && t.IsActive, ct) ?? throw new NotFoundException(typeof(Target), shift.TargetCode);
                target.Adjust(new(from, shift.Amount, transfer.DecisionId, moves[0].Subject!) { MoveId = moves[0].Id });
            }
        }, ct);

    /// <summary>It was entered wrongly, or is called off: levels and baselines go back by what it moved, the rest of what happened to them stays.</summary>
    /// <param name="moveId">Any of its lines in the ledger.</param>
    /// <exception cref="NotFoundException">There is no such move out or in, or somebody has taken it back.</exception>
    /// <exception cref="RuleBrokenException">History.ReasonMissing; Quota.NotEnough: what came in is no longer there; Quota.LevelsSince; and those of setting levels.</exception>
    [UseCase(Permission.ChangeQuota, Permission.CorrectHistory)]
    public Task RevokeAsync(Guid moveId, string reason, CancellationToken ct = default) =>
        database.ChangeAsync(new("Quota.RevokeOutside", reason), async db =>
        {
            RuleBrokenException.Unless(!string.IsNullOrWhiteSpace(reason), "History.ReasonMissing");
            var named = await db.Set<QuotaMove>().SingleOrDefaultAsync(m => m.Id == moveId && m.Kind != QuotaMoveKind.Transfer, ct) ?? throw new NotFoundException(typeof(QuotaMove), moveId);
            var unitId = (named.FromUnitId ?? named.ToUnitId)!.Value;
            db.Demand(Permission.CorrectHistory, unitId, named.On);
            var moves = await db.Set<QuotaMove>().Where(m => m.ChangeSetSeq == named.ChangeSetSeq).ToListAsync(ct);
            var posts = moves.Aggregate(PostCounts.None, (sum, move) => sum.Plus(move.Category, move.Posts));
            await QuotaService.ShiftBackAsync(db, OutsideTransfer.Settings(db.Timeline.On(named.On), named.Kind == QuotaMoveKind.Out ? QuotaMoveKind.In : QuotaMoveKind.Out, unitId, posts), named.On, ct);
            db.RemoveRange(moves);
            foreach (var target in await db.Set<Target>().ToListAsync(ct))
                foreach (var move in moves) target.Unadjust(move.Id);
        }, ct);

    private static ProposedShift Proposed(OrgDbContext db, TargetFacts target, QuotaMoveKind kind, Guid unitId, PostCounts posts, DateOnly from)
    {
        var covers = target.ScopeUnit is not { } code || (db.Timeline.UnitByCode(code) is { } scope && db.Timeline.StandsUnder(unitId, scope.Id, from));
        var counted = covers && target.Metric == TargetMetric.AssignedQuota ? TargetMetrics.Categories(target).Sum(c => posts[c]) : 0;
        return new(target.Code, target.Name, target.ShortName, kind == QuotaMoveKind.Out ? -counted : counted);
    }
}
