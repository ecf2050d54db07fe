using OrgManager.Common;

namespace OrgManager.Reviews;

/// <summary>What a cell means by the criteria in one year, for all its members or for one of them; a later year begins with it until it says otherwise.</summary>
public sealed class CellCriteria : Aggregate
{
    public const int MeaningLength = 500;

    private CellCriteria() { }

    public Guid CellId { get; private init; }

    /// <summary>Null for all members of the cell.</summary>
    public Guid? PersonId { get; private init; }
    public int Year { get; private init; }
    public string RuleSetCode { get; private init; } = "";

    /// <summary>By the code under which a criterion is scored.</summary>
    public IReadOnlyDictionary<string, string> Meanings { get; private set; } = new Dictionary<string, string>();

    internal override Guid? TrailUnitId => CellId;
    internal override FieldClass FieldClass => FieldClass.Review;

    internal static CellCriteria Begin(ReviewCycle cycle, Guid cellId, Guid? personId) => new() { CellId = cellId, PersonId = personId, Year = cycle.Year, RuleSetCode = cycle.RuleSetCode };

    /// <summary>The newest words under one version of the rules, those for the subject itself before those for all.</summary>
    internal static IReadOnlyDictionary<string, string> For(Guid? personId, IEnumerable<CellCriteria> said)
    {
        var newest = said.Where(c => c.PersonId is null || c.PersonId == personId).GroupBy(c => c.PersonId).Select(g => g.MaxBy(c => c.Year)!).OrderBy(c => c.PersonId is null ? 0 : 1);
        var all = new Dictionary<string, string>();
        foreach (var (code, text) in newest.SelectMany(c => c.Meanings)) all[code] = text;
        return all;
    }

    /// <exception cref="RuleBrokenException">CellCriteria.TooLong; CellCriteria.Unknown: the rules have no such criterion.</exception>
    internal void Word(IReadOnlyDictionary<string, string> meanings, RuleSetFacts rules)
    {
        var told = meanings.Where(m => m.Value.Trim().Length > 0).ToDictionary(m => m.Key, m => VietnameseText.Nfc(m.Value.Trim()));
        RuleBrokenException.Unless(told.Values.All(t => t.Length <= MeaningLength), "CellCriteria.TooLong", MeaningLength);
        var known = rules.Scale.Groups.Where(g => g.Subjects.Contains(ReviewSubject.Member)).SelectMany(g => g.Criteria.Select(g.ScoreCode).Append(g.Code)).ToHashSet();
        RuleBrokenException.Unless(told.Keys.All(known.Contains), "CellCriteria.Unknown");
        Meanings = told;
        Touch();
    }
}
