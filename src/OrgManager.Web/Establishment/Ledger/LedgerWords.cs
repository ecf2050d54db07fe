using System.Globalization;
using Microsoft.Extensions.Localization;
using OrgManager.Establishment;
using OrgManager.Web.Common;

namespace OrgManager.Web.Establishment.Ledger;

/// <summary>What a step of posts was, in words.</summary>
internal static class LedgerWords
{
    /// <summary>"Điều chuyển từ Phòng A"; with its posts where a step has several parts.</summary>
    public static string What(this IStringLocalizer<Texts> t, LedgerPart part, bool withPosts)
    {
        var side = part.Posts > 0 ? "From" : "To";
        string words = part switch
        {
            { Other: { } other } => t[$"LedgerStep.{part.Step}.{side}", other.Name],
            { OtherCategory: { } category } => t[$"LedgerStep.{part.Step}.{side}", t.Name(category).ToLower(CultureInfo.CurrentUICulture)],
            { Subject: { } subject } => t[$"LedgerStep.{part.Step}.With", subject],
            _ => t[$"LedgerStep.{part.Step}"],
        };
        return withPosts ? $"{words}: {Format.Change(part.Posts)}" : words;
    }

    public static string What(this IStringLocalizer<Texts> t, LedgerRow row) => string.Join("; ", row.Parts.Select(part => t.What(part, row.Parts.Count > 1)));

    public static string NameOf(LedgerRow row) => row.OwnRow is null ? row.Unit.Name : Language.Pick(row.OwnRow, row.OwnRowEn ?? row.OwnRow);
}
