using System.Reflection;
using System.Text.Json.Serialization;
using OrgManager.Establishment;

namespace OrgManager.Restructuring;

/// <summary>One step of a restructuring. Units, cells and people are named by their codes; people, quota and cells follow their unit where the step does not say otherwise.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "op")]
[JsonDerivedType(typeof(FoundStep), "found")]
[JsonDerivedType(typeof(MergeStep), "merge")]
[JsonDerivedType(typeof(AbsorbStep), "absorb")]
[JsonDerivedType(typeof(DivideStep), "divide")]
[JsonDerivedType(typeof(SeparateStep), "separate")]
[JsonDerivedType(typeof(MoveStep), "move")]
[JsonDerivedType(typeof(RenameStep), "rename")]
[JsonDerivedType(typeof(DissolveStep), "dissolve")]
[JsonDerivedType(typeof(SetAutonomyStep), "set-autonomy")]
[JsonDerivedType(typeof(SetQuotaStep), "set-quota")]
[JsonDerivedType(typeof(ConvertPaySourceStep), "convert-pay-source")]
[JsonDerivedType(typeof(MovePeopleStep), "move-people")]
[JsonDerivedType(typeof(MoveFunctionsStep), "move-functions")]
[JsonDerivedType(typeof(SetHeadStep), "set-head")]
[JsonDerivedType(typeof(SetCoverageStep), "set-coverage")]
public abstract record ScenarioStep
{
    private static readonly Dictionary<Type, string> Ops = typeof(ScenarioStep).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToDictionary(a => a.DerivedType, a => (string)a.TypeDiscriminator!);

    /// <summary>What the step does, as the file says it.</summary>
    [JsonIgnore]
    public string Op => Ops[GetType()];
}

/// <param name="Parent">Code of the unit above; null for the top.</param>
public sealed record UnitToFound(string Code, string Name, string Kind, string? Parent, string? ShortName = null, int Order = 0);

/// <summary>Thành lập.</summary>
public sealed record FoundStep(UnitToFound Unit) : ScenarioStep;

/// <summary>Hợp nhất: the units end and become one new unit, with their people, quota, functions, coverage, and (for cells) members.</summary>
public sealed record MergeStep(IReadOnlyList<string> Units, UnitToFound Into) : ScenarioStep;

/// <summary>Sáp nhập: the units end and become part of one that stays.</summary>
public sealed record AbsorbStep(IReadOnlyList<string> Units, string Into) : ScenarioStep;

/// <summary>One of the units that a unit is split into.</summary>
/// <param name="People">Staff numbers of who goes there.</param>
/// <param name="Quota">Posts allocated to it, by category.</param>
public sealed record SplitPart(
    string Code, string Name, string Kind, string? Parent, IReadOnlyList<string>? People = null, IReadOnlyDictionary<QuotaCategory, int>? Quota = null, string? ShortName = null, int Order = 0)
{
    internal UnitToFound Unit => new(Code, Name, Kind, Parent, ShortName, Order);
}

/// <summary>Chia: the unit ends and becomes several; who and what no part names goes to the first.</summary>
public sealed record DivideStep(string Unit, IReadOnlyList<SplitPart> Into) : ScenarioStep;

/// <summary>Tách: the unit stays, and gives off what the new ones name.</summary>
public sealed record SeparateStep(string Unit, IReadOnlyList<SplitPart> Into) : ScenarioStep;

/// <summary>Điều chuyển under another unit; null for the top.</summary>
public sealed record MoveStep(string Unit, string? Parent) : ScenarioStep;

/// <summary>Đổi tên.</summary>
public sealed record RenameStep(string Unit, string Name, string? ShortName = null) : ScenarioStep;

/// <summary>Giải thể: whoever and whatever stands in the unit must have been placed by earlier steps; its quota ends.</summary>
public sealed record DissolveStep(string Unit) : ScenarioStep;

/// <summary>Giao tự chủ tài chính, group 1–4; null for none.</summary>
public sealed record SetAutonomyStep(string Unit, int? Group) : ScenarioStep;

/// <summary>Giao or phân bổ so many posts.</summary>
public sealed record SetQuotaStep(string Unit, QuotaKind Quota, QuotaCategory Category, int Posts) : ScenarioStep;

/// <summary>Chuyển nguồn lương: so many posts of a unit, in the level assigned and in the one allocated, and the people named.</summary>
public sealed record ConvertPaySourceStep(string Unit, int Posts, QuotaCategory From, QuotaCategory To, IReadOnlyList<string>? People = null) : ScenarioStep;

/// <summary>Điều động to a unit; to a cell, chuyển sinh hoạt.</summary>
public sealed record MovePeopleStep(IReadOnlyList<string> People, string To) : ScenarioStep;

/// <summary>Chuyển chức năng, nhiệm vụ: what the unit leads goes to another, named as the register words it; what nobody names stays, or follows the unit.</summary>
public sealed record MoveFunctionsStep(string Unit, IReadOnlyList<string> Functions, string To) : ScenarioStep;

/// <summary>In a government unit head or deputy; in a cell secretary, deputy secretary or committee member, by appointment.</summary>
public enum Leadership { Head, Deputy, Member }

/// <summary>Bổ nhiệm, chỉ định.</summary>
public sealed record SetHeadStep(string Unit, string Person, Leadership Headship, int Order = 0) : ScenarioStep;

/// <summary>The cell serves exactly these government units; the people it serves by name stay.</summary>
public sealed record SetCoverageStep(string Cell, IReadOnlyList<string> Units) : ScenarioStep;
