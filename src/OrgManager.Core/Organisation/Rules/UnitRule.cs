namespace OrgManager.Organisation;

/// <summary>A rule about units of some kinds, in force from a day on until a newer one of the same matter takes its place.</summary>
/// <param name="Classes">Classes of provinces it is for; null for all.</param>
/// <param name="Autonomous">Only units that are, or are not, financially autonomous; null for both.</param>
/// <param name="Article">The rule that says so ("NĐ 107/2020").</param>
/// <param name="Until">The first day it no longer holds although none took its place; null while it holds.</param>
/// <param name="Confirmed">False where it is believed but was not seen confirmed.</param>
public abstract record UnitRule(DateOnly From, IReadOnlyList<string> Kinds, string Article, string ArticleEn, bool Confirmed, IReadOnlyList<ProvinceClass>? Classes, bool? Autonomous, DateOnly? Until)
{
    internal bool IsInForce(DateOnly day) => From <= day && !(Until <= day);

    internal bool IsOf(string kind, ProvinceClass province) => Kinds.Contains(kind) && (Classes is null || Classes.Contains(province));

    internal bool Holds(UnitOn unit) => IsOf(unit.Kind.Code, unit.Province) && (Autonomous is null || Autonomous == unit.Facts.IsAutonomous);
}

/// <summary>From so many posts or divisions on, so many deputies.</summary>
public sealed record CapBand(int From, int Deputies);

/// <summary>Số lượng cấp phó tối đa.</summary>
public sealed record CapRule(DateOnly From, IReadOnlyList<string> Kinds, CapBasis Counts, string Article, string ArticleEn, IReadOnlyList<CapBand> Bands, bool Confirmed, IReadOnlyList<ProvinceClass>? Classes = null, bool? Autonomous = null, DateOnly? Until = null)
    : UnitRule(From, Kinds, Article, ArticleEn, Confirmed, Classes, Autonomous, Until);

/// <summary>Biên chế tối thiểu để thành lập.</summary>
public sealed record SizeRule(DateOnly From, IReadOnlyList<string> Kinds, int Least, string Article, string ArticleEn, bool Confirmed, IReadOnlyList<ProvinceClass>? Classes = null, bool? Autonomous = null, DateOnly? Until = null)
    : UnitRule(From, Kinds, Article, ArticleEn, Confirmed, Classes, Autonomous, Until);

/// <summary>Đứng dưới loại hình nào; an empty kind is the top.</summary>
public sealed record PlaceRule(DateOnly From, IReadOnlyList<string> Kinds, IReadOnlyList<string> Under, string Article, string ArticleEn, bool Confirmed, IReadOnlyList<ProvinceClass>? Classes = null, bool? Autonomous = null, DateOnly? Until = null)
    : UnitRule(From, Kinds, Article, ArticleEn, Confirmed, Classes, Autonomous, Until);
