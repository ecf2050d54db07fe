using OrgManager.Common;

namespace OrgManager.Organisation;

/// <summary>What a kind of unit is, as data: which tree it stands in, what its leaders are called.</summary>
public sealed record UnitKindFacts
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string NameEn { get; init; }
    public required Branch Branch { get; init; }
    public required int Order { get; init; }

    /// <summary>Đơn vị sự nghiệp công lập: has an autonomy group and counts in the share of autonomous units.</summary>
    public bool ServiceUnit { get; init; }

    /// <summary>Chi bộ: has members.</summary>
    public bool Cell { get; init; }
    public string? HeadTitle { get; init; }
    public string? HeadTitleEn { get; init; }
    public string? DeputyTitle { get; init; }
    public string? DeputyTitleEn { get; init; }

    /// <summary>What the unit's own people are called where it has units below it ("Lãnh đạo Sở").</summary>
    public string? OwnRow { get; init; }
    public string? OwnRowEn { get; init; }
}

/// <summary>Loại hình tổ chức.</summary>
public sealed class UnitKind : Aggregate
{
    private UnitKind() { }

    public string Code { get; private init; } = "";

    /// <summary>Kept whole, so that a new attribute of a kind is no new column.</summary>
    public UnitKindFacts Facts { get; private set; } = null!;

    /// <exception cref="RuleBrokenException">UnitKind.CodeMissing, UnitKind.NameMissing.</exception>
    public static UnitKind Define(UnitKindFacts facts)
    {
        RuleBrokenException.Unless(!string.IsNullOrWhiteSpace(facts.Code), "UnitKind.CodeMissing");
        RuleBrokenException.Unless(!string.IsNullOrWhiteSpace(facts.Name), "UnitKind.NameMissing");
        return new() { Code = facts.Code, Facts = facts };
    }
}
