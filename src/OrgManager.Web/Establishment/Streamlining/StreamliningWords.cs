using Microsoft.Extensions.Localization;
using OrgManager.Establishment;
using OrgManager.Web.Common;

namespace OrgManager.Web.Establishment.Streamlining;

/// <summary>Codes of the decrees in the reader's language.</summary>
internal static class StreamliningWords
{
    public static string Reason(string code) => Name(StreamliningRules.Reason(code));

    public static string Policy(string code) => Name(StreamliningRules.Policy(code));

    public static string Regulation(string code) => StreamliningRules.Regulation(code)?.Name ?? code;

    public static string Name(StreamliningCode code) => $"{Language.Pick(code.Name, code.NameEn)}{(code.Unconfirmed ? " ¿" : "")}";

    public static string State(IStringLocalizer<Texts> t, StreamliningState state) => t[$"StreamliningState.{state}"];

    public static (string Class, string Icon) Look(StreamliningState state) => state switch
    {
        StreamliningState.Planned => ("notyet", "dash"),
        StreamliningState.Approved => ("ontrack", "going"),
        StreamliningState.Executed => ("reached", "ok"),
        _ => ("overdue", "x"),
    };
}
