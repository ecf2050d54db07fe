using OrgManager.Common;

namespace OrgManager.Establishment;

/// <summary>A reason for streamlining, or a policy for who is streamlined.</summary>
/// <param name="Unconfirmed">The wording stands in no text that was at hand.</param>
public sealed record StreamliningCode(string Code, string Name, string NameEn, bool Unconfirmed = false);

/// <summary>A decree on streamlining, with the reasons and policies it knows.</summary>
/// <param name="Until">The first day it no longer holds, or null.</param>
public sealed record StreamliningRegulation(string Code, string Name, DateOnly From, DateOnly? Until, IReadOnlyList<string> Reasons, IReadOnlyList<string> Policies)
{
    public bool HoldsOn(DateOnly day) => From <= day && (Until is not { } until || day < until);
}

/// <summary>Tinh giản biên chế by decree: reasons and policies as data (JSON beside this class).</summary>
public static class StreamliningRules
{
    private static readonly File Data = RuleFiles.Read<File>("streamlining.json");

    public static IReadOnlyList<StreamliningRegulation> Regulations => Data.Regulations;
    public static IReadOnlyList<StreamliningCode> Reasons => Data.Reasons;
    public static IReadOnlyList<StreamliningCode> Policies => Data.Policies;

    public static StreamliningRegulation? Regulation(string code) => Data.Regulations.FirstOrDefault(r => r.Code == code);

    public static StreamliningCode Reason(string code) => Data.Reasons.FirstOrDefault(r => r.Code == code) ?? new(code, code, code);

    public static StreamliningCode Policy(string code) => Data.Policies.FirstOrDefault(p => p.Code == code) ?? new(code, code, code);

    internal sealed record File(StreamliningCode[] Reasons, StreamliningCode[] Policies, StreamliningRegulation[] Regulations, string? Source = null, string? Note = null);
}
