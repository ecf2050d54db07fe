using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;

namespace OrgManager.Decisions;

/// <summary>Sổ văn bản, as pages show it: decisions are public inside the house, what they changed is cut to the reader's scope.</summary>
public sealed class DecisionRegister(Database database, ReadLog log, OrgClock clock, DecisionsBeside beside)
{
    /// <summary>One page of the register, the last signed first, or sorted by "effective" or "signed".</summary>
    [UseCase(Permission.ViewOrganisation)]
    public Task<DecisionList> ListAsync(DecisionQuery query, PageRequest page, CancellationToken ct = default) => ReadAsync(query, page, _ => { }, ct);

    /// <summary>The whole register in the same order, for who may take lists out of the house.</summary>
    [UseCase(Permission.Export, Permission.ViewOrganisation)]
    public Task<DecisionList> ExportAsync(DecisionQuery query, PageRequest order, CancellationToken ct = default) =>
        ReadAsync(query, order with { Skip = 0, Take = int.MaxValue }, db => db.DemandScope(Permission.Export, db.Today), ct);

    private Task<DecisionList> ReadAsync(DecisionQuery query, PageRequest page, Action<OrgDbContext> demand, CancellationToken ct) =>
        database.ReadAsync(async db =>
        {
            db.Demand(Permission.ViewOrganisation, null, db.Today);
            demand(db);
            var sight = new DecisionSight(db);
            var matching = Matching(db, query, sight);
            var rows = await InOrder(matching, page).Skip(page.Skip).Take(page.Take).Select(d => new DecisionRow
            {
                Id = d.Id, Kind = d.Kind, Number = d.Number, SignedOn = d.SignedOn, EffectiveOn = d.EffectiveOn, Issuer = d.Issuer, Subject = d.Subject, Files = d.Attachments.Count,
            }).ToListAsync(ct);
            var (changes, more) = (new ChangeReader(db.Timeline), await new ChangesBeside(db).CountsAsync(beside, [.. rows.Select(r => r.Id)], ct));
            return new DecisionList(
                [.. rows.Select(r => Cut(r, sight) with { Changes = changes.Of(r.Id).Count() + more.GetValueOrDefault(r.Id) })], await matching.CountAsync(ct),
                await db.Set<Decision>().Select(d => d.SignedOn.Year).Distinct().OrderDescending().ToListAsync(ct),
                !db.ScopeFor(Permission.ChangeUnits, db.Today).IsNothing);
        }, ct);

    /// <summary>One decision. Another's party data among what it changed is shown only after the reading of it is logged.</summary>
    /// <exception cref="NotFoundException">There is no such decision.</exception>
    [UseCase(Permission.ViewOrganisation)]
    public Task<DecisionCard> CardAsync(Guid id, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            db.Demand(Permission.ViewOrganisation, null, db.Today);
            var view = new DecisionCardView(db, clock, await db.LoadAsync<Decision>(id, ct), await new ChangesBeside(db).ByDecisionAsync(beside, id, ct));
            var card = await view.CardAsync(ct);
            await log.WriteAsync(db.Actor, "Decision", FieldClass.Party, view.PartyShown, ct);
            return card;
        }, ct);

    private static IQueryable<Decision> Matching(OrgDbContext db, DecisionQuery query, DecisionSight sight)
    {
        IQueryable<Decision> found = db.Set<Decision>();
        foreach (var word in VietnameseText.SearchKey(query.Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)) found = found.Where(d => d.SearchKey.Contains(word));
        if (!string.IsNullOrWhiteSpace(query.Text) && sight.Closed is { Count: > 0 } closed) found = found.Where(d => !EF.Parameter(closed).Contains(d.Id)); // to find it by its words is to be told them
        if (query.Kind is { } kind) found = found.Where(d => d.Kind == kind);
        if (query.YearSigned is { } year) found = found.Where(d => d.SignedOn.Year == year);
        return query.WithoutFile ? found.Where(d => !d.Attachments.Any()) : found;
    }

    private static DecisionRow Cut(DecisionRow row, DecisionSight sight) => sight.Closes(row.Id) ? row with { Subject = null, Files = 0 } : row;

    private static IOrderedQueryable<Decision> InOrder(IQueryable<Decision> decisions, PageRequest page) => (page.SortBy, page.Descending) switch
    {
        ("effective", true) => decisions.OrderByDescending(d => d.EffectiveOn).ThenByDescending(d => d.Id),
        ("effective", false) => decisions.OrderBy(d => d.EffectiveOn).ThenBy(d => d.Id),
        ("signed", false) => decisions.OrderBy(d => d.SignedOn).ThenBy(d => d.Id),
        _ => decisions.OrderByDescending(d => d.SignedOn).ThenByDescending(d => d.Id),
    };
}
