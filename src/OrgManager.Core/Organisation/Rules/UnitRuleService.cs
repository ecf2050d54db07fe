using OrgManager.Access;
using OrgManager.Data;

namespace OrgManager.Organisation;

/// <summary>The rules about units as everybody may read them; whether a unit keeps to the numbers is told to who sees its posts.</summary>
public sealed class UnitRuleService(Database database)
{
    /// <summary>What holds on a day for each kind of unit, and what does not keep to it.</summary>
    [UseCase(Permission.ViewOrganisation)]
    public Task<UnitRuleBook> OnAsync(DateOnly on, CancellationToken ct = default) =>
        database.ReadAsync(db =>
        {
            db.Demand(Permission.ViewOrganisation, null, on);
            var province = db.Timeline.Province;
            return Task.FromResult(new UnitRuleBook(on, province,
                [.. db.Timeline.Kinds.Select(k => k.Facts).OrderBy(k => k.Order).Select(kind => Of(kind, province, on)).Where(kind => !kind.IsEmpty)],
                UnitRules.Grace.Where(g => g.From <= on).MaxBy(g => g.From), Findings(db, on)) { Named = [.. db.Timeline.Kinds.Select(k => k.Facts)] });
        }, ct);

    /// <summary>Only what does not keep to the rules on a day.</summary>
    [UseCase(Permission.ViewOrganisation)]
    public Task<UnitRuleFindings> FindingsAsync(DateOnly on, CancellationToken ct = default) =>
        database.ReadAsync(db =>
        {
            db.Demand(Permission.ViewOrganisation, null, on);
            return Task.FromResult(Findings(db, on));
        }, ct);

    private static KindRules Of(UnitKindFacts kind, ProvinceClass province, DateOnly on)
    {
        var (places, sizes, caps) = (UnitRules.For(UnitRules.Places, kind.Code, province).ToList(), UnitRules.For(UnitRules.Sizes, kind.Code, province).ToList(), UnitRules.For(UnitRules.Caps, kind.Code, province).ToList());
        return new(kind, InForce(places.Find(r => r.From <= on), on), InForce(sizes.Find(r => r.From <= on), on),
            UnitRules.InForce(caps, on),
            [.. places.Cast<UnitRule>().Concat(sizes).Concat(caps).OrderByDescending(r => r.From)]);
    }

    private static TRule? InForce<TRule>(TRule? newest, DateOnly on) where TRule : UnitRule => newest?.IsInForce(on) == true ? newest : null;

    private static UnitRuleFindings Findings(OrgDbContext db, DateOnly on)
    {
        var (all, quota) = (UnitRuleFindings.Of(db.Timeline.On(on)), db.ScopeFor(Permission.ViewQuota, on));
        return all with { Sizes = [.. all.Sizes.Where(found => quota.Includes(found.Unit.Id))], Deputies = [.. all.Deputies.Where(found => quota.Includes(found.Unit.Id))] };
    }
}
