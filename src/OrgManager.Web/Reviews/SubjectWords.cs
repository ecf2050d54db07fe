using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using OrgManager.Reviews;

namespace OrgManager.Web.Reviews;

/// <summary>Words of one kind of review: what is said of members and cells is said of staff and their units in words of its own, where there are any.</summary>
internal static class SubjectWords
{
    private const string StaffBoard = "/reviews/staff";

    public static string Of(this IStringLocalizer<Texts> t, ReviewSubject subject, string key, params object[] args) => t[Key(t, subject, key), args].Value;

    /// <summary>The key of the text; counted ones end in .One and .Many.</summary>
    public static string Key(this IStringLocalizer<Texts> t, ReviewSubject subject, string key) =>
        subject == ReviewSubject.Staff && (!t[$"{key}.Staff"].ResourceNotFound || !t[$"{key}.Staff.Many"].ResourceNotFound) ? $"{key}.Staff" : key;

    /// <summary>Whose reviews an address is about.</summary>
    public static ReviewSubject Of(NavigationManager navigation) =>
        new Uri(navigation.Uri).AbsolutePath is var path && (path == StaffBoard || path.StartsWith(StaffBoard + "/", StringComparison.Ordinal)) ? ReviewSubject.Staff : ReviewSubject.Member;

    /// <summary>The address of the figures of a year, or of the people behind one.</summary>
    public static string Figures(ReviewSubject subject, int year, string page) => $"{Board(subject)}/{year}/{page}";

    /// <summary>Where the board of a year is shown.</summary>
    public static string Board(ReviewSubject subject) => subject == ReviewSubject.Staff ? StaffBoard : "/reviews";
}
