using Microsoft.EntityFrameworkCore;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Decisions;
using OrgManager.Organisation;
using OrgManager.Reports.Documents;
using OrgManager.Reports.Templates;
using OrgManager.Reviews.Papers.Layouts;

namespace OrgManager.Reviews.Papers;

/// <summary>A version of a template as the page lists it.</summary>
public sealed record PaperTemplateRow(Seen Seen, PaperUse Use, int Number, string Name, int Size, bool InUse);

/// <summary>The templates of one committee under one rule set, and the names that may be used in each paper.</summary>
public sealed record PaperTemplates(UnitRef Committee, RuleSetFacts Rules, IReadOnlyList<PaperTemplateRow> Versions, IReadOnlyList<PaperVocabulary> Papers);

public sealed record PaperVocabulary(PaperUse Use, PaperFields Fields);

/// <summary>Layouts of a committee's own: handed in, tried, put to use and out of use; nothing that was printed once is lost.</summary>
public sealed class PaperTemplateService(Database database)
{
    /// <summary>The templates for a committee's year, the newest version of each first.</summary>
    /// <exception cref="NotFoundException">No review of that committee in that year.</exception>
    [UseCase(Permission.EnterReviews, Permission.DecideReviews, Any = true)]
    public Task<PaperTemplates> ListAsync(int year, string committeeCode, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var (committee, rules) = await OfYearAsync(db, year, committeeCode, ct);
            var versions = await db.Set<PaperTemplate>().Where(t => t.CommitteeId == committee.Id && t.RuleSetCode == rules.Id).ToListAsync(ct);
            return new PaperTemplates(UnitNames.Ref(committee, db.Today), rules,
                [.. versions.OrderBy(t => t.Paper).ThenBy(t => t.OfCommittee).ThenByDescending(t => t.Number).Select(Row)], [.. Uses(rules).Select(use => new PaperVocabulary(use, PaperFields.Of(use.Paper, use.OfCommittee, rules)))]);
        }, ct);

    /// <summary>The house's layout with its names in double braces, to begin a template from.</summary>
    /// <inheritdoc cref="ListAsync" path="/exception"/>
    [UseCase(Permission.EnterReviews, Permission.DecideReviews, Any = true)]
    public Task<FileContent> DefaultAsync(int year, string committeeCode, PaperKind paper, bool ofCommittee, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var (_, rules) = await OfYearAsync(db, year, committeeCode, ct);
            return new FileContent($"{PaperNames.File(paper)}-mau-{rules.Id}.docx", DocxFile.Type, new PaperLayout(rules, PartyGuidances.On(db.Today)).File(paper, ofCommittee));
        }, ct);

    /// <summary>Takes in a template, which prints from now on; returns its id.</summary>
    /// <exception cref="RuleBrokenException">Those of handing in a file; Template.NotDocx; Template.Unused: no such paper; and those of <see cref="TemplateCheck"/>: names that the paper does not know, sections that are not ended.</exception>
    /// <inheritdoc cref="ListAsync" path="/exception"/>
    [UseCase(Permission.EnterReviews, Permission.DecideReviews, Any = true)]
    public async Task<Guid> AddAsync(int year, string committeeCode, PaperKind paper, bool ofCommittee, NewFile file, CancellationToken ct = default)
    {
        var (_, rules) = await database.ReadAsync(db => OfYearAsync(db, year, committeeCode, ct), ct);
        var use = new PaperUse(paper, ofCommittee, rules.Id);
        RuleBrokenException.Unless(Uses(rules).Contains(use), "Template.Unused");
        var received = await ReceivedFile.ReadAsync(file, ct);
        RuleBrokenException.Unless(received.Kind == FileKind.Docx, "Template.NotDocx", received.Name);
        var fields = PaperFields.Of(paper, ofCommittee, rules);
        TemplateCheck.Demand(received.Bytes, fields.Sample(), fields.Common());
        var id = Guid.Empty;
        await database.ChangeAsync(new("PaperTemplate.Add"), async db =>
        {
            var (committee, _) = await OfYearAsync(db, year, committeeCode, ct);
            var before = await OfUseAsync(db, committee.Id, use, ct);
            foreach (var old in before) old.Take(inUse: false);
            if (!await db.Set<PaperTemplateContent>().AnyAsync(c => c.Hash == received.Sha256, ct)) db.Add(new PaperTemplateContent { Hash = received.Sha256, Bytes = received.Bytes });
            var added = PaperTemplate.Of(committee.Id, use, before.Select(t => t.Number).DefaultIfEmpty().Max() + 1, received);
            db.Add(added);
            id = added.Id;
        }, ct);
        return id;
    }

    /// <summary>This version prints from now on, or (false) the house's layout does again.</summary>
    /// <exception cref="ConflictException">Somebody changed it since.</exception>
    [UseCase(Permission.EnterReviews, Permission.DecideReviews, Any = true)]
    public Task TakeAsync(Seen seen, bool inUse, CancellationToken ct = default) =>
        database.ChangeAsync(new(inUse ? "PaperTemplate.Take" : "PaperTemplate.Leave"), async db =>
        {
            var taken = await db.LoadAsync<PaperTemplate>(seen, t => PaperSight.Demand(db, t.CommitteeId), Row, ct);
            foreach (var other in await OfUseAsync(db, taken.CommitteeId, taken.Use, ct)) other.Take(inUse && other.Id == taken.Id);
        }, ct);

    /// <summary>A version as it was handed in.</summary>
    /// <exception cref="NotFoundException">There is no such version.</exception>
    [UseCase(Permission.EnterReviews, Permission.DecideReviews, Any = true)]
    public Task<FileContent> DownloadAsync(Guid id, CancellationToken ct = default) =>
        database.ReadAsync(async db =>
        {
            var template = await db.LoadAsync<PaperTemplate>(id, ct);
            PaperSight.Demand(db, template.CommitteeId);
            return new FileContent(template.Name, DocxFile.Type, (await db.Set<PaperTemplateContent>().SingleAsync(c => c.Hash == template.Sha256, ct)).Bytes);
        }, ct);

    /// <summary>What prints a paper: the committee's own version in use, or the house's layout of that day.</summary>
    internal static async Task<byte[]> LayoutAsync(OrgDbContext db, PaperSource source, PaperKind paper, bool ofCommittee, CancellationToken ct) =>
        await db.Set<PaperTemplate>().Where(t => t.CommitteeId == source.Cycle.CommitteeId && t.RuleSetCode == source.Cycle.RuleSetCode && t.Paper == paper && t.OfCommittee == ofCommittee && t.InUse)
            .Join(db.Set<PaperTemplateContent>(), t => t.Sha256, c => c.Hash, (_, c) => c.Bytes).FirstOrDefaultAsync(ct)
        ?? new PaperLayout(source.Rules, PartyGuidances.On(source.PaperDay)).File(paper, ofCommittee);

    /// <summary>Every paper there is, of a cell and of the committee.</summary>
    private static IEnumerable<PaperUse> Uses(RuleSetFacts rules)
    {
        foreach (var paper in Enum.GetValues<PaperKind>())
        {
            if (paper.IsOfCell()) yield return new(paper, false, rules.Id);
            if (paper.IsOfCommittee()) yield return new(paper, true, rules.Id);
        }
    }

    private static async Task<(UnitLine Committee, RuleSetFacts Rules)> OfYearAsync(OrgDbContext db, int year, string committeeCode, CancellationToken ct)
    {
        var committee = db.Timeline.UnitByCode(committeeCode) ?? throw new NotFoundException(typeof(OrgUnit), committeeCode);
        PaperSight.Demand(db, committee.Id);
        var code = (await PaperSource.CycleAsync(db, year, committee.Id, ct)).RuleSetCode;
        return (committee, (await db.Set<RuleSet>().SingleAsync(r => r.Code == code, ct)).Facts);
    }

    private static Task<List<PaperTemplate>> OfUseAsync(OrgDbContext db, Guid committeeId, PaperUse use, CancellationToken ct) => db.Set<PaperTemplate>()
        .Where(t => t.CommitteeId == committeeId && t.Paper == use.Paper && t.OfCommittee == use.OfCommittee && t.RuleSetCode == use.RuleSetCode).ToListAsync(ct);

    private static PaperTemplateRow Row(PaperTemplate template) => new(new(template.Id, template.Version), template.Use, template.Number, template.Name, template.Size, template.InUse);
}
