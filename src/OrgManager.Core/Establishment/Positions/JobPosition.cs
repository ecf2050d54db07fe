using OrgManager.Common;

namespace OrgManager.Establishment;

/// <summary>Nhóm vị trí việc làm: lãnh đạo, quản lý; chuyên môn, nghiệp vụ chuyên ngành; chuyên môn, nghiệp vụ dùng chung; hỗ trợ, phục vụ.</summary>
public enum PositionGroup { Leading, Specialised, Shared, Support }

/// <summary>What the catalogue says of a position.</summary>
/// <param name="Rank">The least ngạch or professional title for it, as the decision words it; null where none is required.</param>
public sealed record JobPositionFacts(string Code, string Name, PositionGroup Group, string? Rank = null)
{
    /// <summary>What posts under it are called, besides its name; others may be called so, too.</summary>
    public IReadOnlyList<string> CalledAs { get; init; } = [];

    /// <summary>The decision that approved it.</summary>
    public Guid? DecisionId { get; init; }

    /// <summary>The first day it is no longer in the catalogue, or null.</summary>
    public DateOnly? EndsOn { get; init; }
}

/// <summary>Vị trí việc làm: an entry of the catalogue under which posts are filled.</summary>
public sealed class JobPosition : Aggregate
{
    public const int CodeLength = 20, NameLength = 200, RankLength = 100, MostNames = 20;

    private JobPosition() { }

    public string Code { get; private set; } = "";
    public string Name { get; private set; } = "";
    public PositionGroup Group { get; private set; }
    public string? Rank { get; private set; }
    public IReadOnlyList<string> CalledAs { get; private set; } = [];
    public Guid? DecisionId { get; private set; }
    public DateOnly? EndsOn { get; private set; }

    public JobPositionFacts Facts => new(Code, Name, Group, Rank) { CalledAs = CalledAs, DecisionId = DecisionId, EndsOn = EndsOn };

    /// <exception cref="RuleBrokenException">JobPosition.Incomplete: code and name are needed; JobPosition.TooLong.</exception>
    public static JobPosition Enter(JobPositionFacts facts)
    {
        var position = new JobPosition();
        position.Set(facts);
        return position;
    }

    /// <inheritdoc cref="Enter" path="/exception"/>
    public void Revise(JobPositionFacts facts)
    {
        Set(facts);
        Touch();
    }

    /// <summary>Whether the catalogue has it on a day.</summary>
    public bool IsThere(DateOnly day) => !(EndsOn <= day);

    private void Set(JobPositionFacts facts)
    {
        var (code, name, rank) = (VietnameseText.Nfc(facts.Code), VietnameseText.Nfc(facts.Name), VietnameseText.Nfc(facts.Rank ?? ""));
        IReadOnlyList<string> called = [.. facts.CalledAs.Select(VietnameseText.Nfc).Where(n => n.Length > 0).DistinctBy(PositionNames.Key)];
        RuleBrokenException.Unless(code.Length > 0 && name.Length > 0, "JobPosition.Incomplete");
        RuleBrokenException.Unless(code.Length <= CodeLength && name.Length <= NameLength && rank.Length <= RankLength && called.Count <= MostNames && called.All(n => n.Length <= NameLength), "JobPosition.TooLong", CodeLength, NameLength, RankLength, MostNames);
        (Code, Name, Group, Rank, CalledAs, DecisionId, EndsOn) = (code, name, facts.Group, rank.Length == 0 ? null : rank, called, facts.DecisionId, facts.EndsOn);
    }
}
