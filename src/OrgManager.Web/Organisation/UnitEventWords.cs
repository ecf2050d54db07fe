using System.Globalization;
using Microsoft.Extensions.Localization;
using OrgManager.Organisation;
using OrgManager.Web.Common;
using OrgManager.Web.Party;

namespace OrgManager.Web.Organisation;

/// <summary>What happened to a unit, in words.</summary>
public static class UnitEventWords
{
    private const int NamedPeople = 3;

    public static string What(this IStringLocalizer<Texts> t, UnitEvent happened)
    {
        var (before, after) = (Text(happened.Before), Text(happened.After));
        return happened.Kind switch
        {
            UnitEventKind.QuotaSet or UnitEventKind.QuotaEnded => Posts(t, happened),
            UnitEventKind.Joined or UnitEventKind.Left or UnitEventKind.MemberJoined or UnitEventKind.MemberOfficial => t[$"UnitEvent.{happened.Kind}", People(t, happened.People)],
            UnitEventKind.MemberMovedIn or UnitEventKind.MemberMovedOut => t[$"UnitEvent.{happened.Kind}", after, People(t, happened.People)],
            UnitEventKind.MemberLeft => t["UnitEvent.MemberLeft", t[$"MembershipEnd.{happened.Leaving}"], People(t, happened.People)],
            UnitEventKind.OfficeGiven or UnitEventKind.OfficeEnded => t[$"UnitEvent.{happened.Kind}", string.Join("; ", happened.Offices.Select(o => Office(t, happened.Kind, o)))],
            UnitEventKind.CoverageBegun or UnitEventKind.CoverageEnded => t[$"UnitEvent.{happened.Kind}", string.Join("; ", happened.Served)],
            _ => t[$"UnitEvent.{happened.Kind}", before, after],
        };
    }

    /// <summary>"Phân bổ: 9 công chức (trước 10), 4 hợp đồng"; the category in small letters, as within a sentence.</summary>
    private static string Posts(IStringLocalizer<Texts> t, UnitEvent happened)
    {
        var same = happened.Posts.All(p => p.Before == p.After);
        var parts = happened.Posts.Select(p => t[p.Before is { } was && p.After is not null && was != p.After ? "UnitEvent.PostsWere" : "UnitEvent.Posts",
            Format.Number(p.After ?? p.Before ?? 0), Category(t, p).ToLower(CultureInfo.CurrentUICulture), Format.Number(p.Before ?? 0)].Value);
        return t[$"UnitEvent.{happened.Kind}.{happened.Quota}", string.Join(", ", parts)] + (same ? t["UnitEvent.Same"] : "");
    }

    /// <summary>"1 support contract", "4 support contracts".</summary>
    private static string Category(IStringLocalizer<Texts> t, UnitQuotaChange posts) => (posts.After ?? posts.Before) == 1 ? t[$"Category.{posts.Category}.One"] : t.Name(posts.Category);

    /// <summary>"Bí thư Nông Thị Kim Thoa (bầu)"; how it came is told where it is given. These are offices of cells.</summary>
    private static string Office(IStringLocalizer<Texts> t, UnitEventKind kind, OfficeHeld held) =>
        $"{t.Post(held.Facts.Post, inCell: true)} {held.Person.FullName}{(kind == UnitEventKind.OfficeGiven ? $" ({t[$"OfficeBasis.{held.Facts.Basis}"]})" : "")}";

    /// <summary>The first few by name, the others counted.</summary>
    private static string People(IStringLocalizer<Texts> t, IReadOnlyList<PersonRef> people) =>
        people.Count <= NamedPeople + 1
            ? t.List([.. people.Select(p => p.FullName)])
            : t.List([.. people.Take(NamedPeople).Select(p => p.FullName), t["UnitEvent.Others", people.Count - NamedPeople]]);

    private static string Text(UnitValue? value) => value is null ? Format.None : Language.Pick(value.Text, value.TextEn);
}
