using OrgManager.Common;

namespace OrgManager.Reviews.Papers;

/// <summary>Whom a form of the self-review, or a part of it, is for: everybody; who leads; who holds no post; who works outside the political system.</summary>
public enum SheetReader { Everyone, Leader, NoPost, OutsideWork }

/// <summary>One part of the self-review as its form asks for it (DOMAIN §3.12).</summary>
/// <param name="Lines">Dotted lines to write on; none for a heading over other parts.</param>
/// <param name="Rated">The member says the level reached in it.</param>
/// <param name="Remedies">Last year's grade and what was to be remedied stand before it.</param>
/// <param name="Of">Asked of leaders alone, or of the others alone.</param>
internal sealed record SheetPart(string Code, string Heading, int Lines = 0, bool Rated = false, bool Remedies = false, SheetReader Of = SheetReader.Everyone);

/// <summary>Bản kiểm điểm cá nhân in one version: its parts, and the numbers of its forms by whom they are for. Data, for headings and reach of the newest forms are not confirmed.</summary>
internal sealed record SelfReviewSheet(IReadOnlyList<SheetPart> Parts, IReadOnlyDictionary<SheetReader, string> Codes)
{
    private static readonly File Known = RuleFiles.Read<File>("self-review-sheets.json");

    /// <summary>The form of a rule set; where it names none that is known, the parts that suit its scale, without a number.</summary>
    public static SelfReviewSheet Of(RuleSetFacts rules)
    {
        var named = rules.Forms.Where(f => $"{f.Subject}" == nameof(ReviewSubject.Member)).Select(f => Known.Forms.FirstOrDefault(known => known.Code == f.Code)).OfType<Form>().ToList();
        var parts = named.Count > 0 ? named[0].Parts : Known.Parts.ContainsKey(rules.Scale.Kind) ? rules.Scale.Kind : "Levels";
        return new(Known.Parts[parts], named.DistinctBy(f => f.For).ToDictionary(f => f.For, f => f.Code));
    }

    /// <summary>What has points of its own in the table of a form that goes by points: the groups and their criteria; nothing else has one.</summary>
    public static IReadOnlyList<string> ScoreCodes(RuleSetFacts rules) =>
        rules.Scale.Kind != ReviewScale.OfPoints ? [] : [.. rules.Scale.Groups.Where(g => g.Subjects.Contains(ReviewSubject.Member)).SelectMany(g => g.Criteria.Select(g.ScoreCode).Prepend(g.Code)).Distinct()];

    /// <summary>The number of the form that somebody fills in; null where the rule set names none.</summary>
    public string? CodeFor(SheetReader reader) => Codes.GetValueOrDefault(reader) ?? Codes.GetValueOrDefault(SheetReader.Everyone) ?? Codes.GetValueOrDefault(SheetReader.NoPost);

    internal sealed record File(Form[] Forms, Dictionary<string, SheetPart[]> Parts, string? Source = null, string? Note = null);

    internal sealed record Form(string Code, SheetReader For, string Parts, string? Unconfirmed = null);
}
