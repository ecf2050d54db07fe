using Microsoft.Extensions.Localization;
using OrgManager.Web.Common;

namespace OrgManager.Web.Organisation.Functions;

internal static class FunctionWords
{
    /// <summary>"C 2 · P 1": leads two, co-ordinates in one; nothing where it does neither.</summary>
    public static string? Cell(IStringLocalizer<Texts> t, (int Leads, int Coordinates) cell) => cell switch
    {
        (0, 0) => null,
        (var leads, 0) => $"{t["FunctionMatrix.L"]} {Format.Number(leads)}",
        (0, var coordinates) => $"{t["FunctionMatrix.C"]} {Format.Number(coordinates)}",
        var (leads, coordinates) => $"{t["FunctionMatrix.L"]} {Format.Number(leads)} · {t["FunctionMatrix.C"]} {Format.Number(coordinates)}",
    };
}
