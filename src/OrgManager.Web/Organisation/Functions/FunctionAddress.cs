using OrgManager.Organisation;

namespace OrgManager.Web.Organisation.Functions;

/// <summary>What the address of the register asks for; the page and its export read it alike. The field "-" is none.</summary>
public static class FunctionAddress
{
    public const string Search = "search", Field = "field", Lead = "lead", Unit = "unit", Finding = "finding", NoField = "-";

    public static FunctionQuery Of(Func<string, string?> value) => new(
        Blank(value(Search))?.Trim(), value(Field) switch { NoField => "", var field => Blank(field) }, Blank(value(Lead)), Blank(value(Unit)),
        Enum.TryParse<FunctionFinding>(value(Finding), ignoreCase: true, out var finding) && Enum.IsDefined(finding) ? finding : null);

    public static string FieldOf(string? name) => name ?? NoField;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
