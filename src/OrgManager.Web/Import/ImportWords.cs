using System.Globalization;
using Microsoft.Extensions.Localization;
using OrgManager.Establishment;
using OrgManager.Import;
using OrgManager.Staff;
using OrgManager.Web.Common;

namespace OrgManager.Web.Import;

internal static class ImportWords
{
    public static string Name(this IStringLocalizer<Texts> t, ImportField field) => t[$"ImportField.{field}"];

    /// <summary>A value as the page shows it.</summary>
    public static string Value(this IStringLocalizer<Texts> t, object? value) => value switch
    {
        null => Format.None,
        DateOnly day => Format.Day(day),
        QuotaCategory category => t.Name(category),
        Sex sex => t[$"Sex.{sex}"],
        decimal number => number.ToString("0.00", CultureInfo.CurrentCulture),
        _ => Convert.ToString(value, CultureInfo.CurrentCulture) is { Length: > 0 } text ? text : Format.None,
    };

    /// <summary>What is wrong, and how to mend it: "Ngày sinh «31/02/1980»: …".</summary>
    public static string Problem(this IStringLocalizer<Texts> t, ImportProblem problem)
    {
        var text = t[problem.Code, [.. problem.Args.Select(a => a is DateOnly day ? Format.Day(day) : a ?? "")]].Value;
        return problem switch
        {
            { Field: { } field, Value: { Length: > 0 } value } => t["Import.InCell", t.Name(field), value, text],
            { Field: { } field } => t["Import.InColumn", t.Name(field), text],
            _ => text,
        };
    }
}
