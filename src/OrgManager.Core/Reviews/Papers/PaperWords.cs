using System.Globalization;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Reports.Documents;
using OrgManager.Staff;

namespace OrgManager.Reviews.Papers;

/// <summary>Words of the papers, which are in Vietnamese whatever the reader's language.</summary>
internal static class PaperWords
{
    /// <summary>What the clerk fills in.</summary>
    public const string Blank = "………";

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static string Day(DateOnly? day) => day is { } known ? known.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : "";

    /// <summary>"ngày 05 tháng 12 năm 2019".</summary>
    public static string DayInWords(DateOnly? day) => DocxHead.Day(day);

    public static string Share(int part, int whole) => whole == 0 ? "" : (part * 100m / whole).ToString("0.##", Vietnamese);

    /// <summary>Đảng bộ … is the organisation, Đảng ủy … who speaks for it.</summary>
    public static string Committee(string name) => name.Replace("Đảng bộ", "Đảng ủy", StringComparison.Ordinal);

    /// <summary>"Quy định số 132-QĐ/TW ngày 08/3/2018; Hướng dẫn số 21-HD/BTCTW ngày 18/10/2019".</summary>
    public static string Basis(RuleSetFacts rules) => string.Join("; ", rules.Basis.Select(b => $"{KindOf(b.Number)} số {b.Number} ngày {b.SignedOn.Day:00}/{(b.SignedOn.Month < 3 ? $"{b.SignedOn.Month:00}" : $"{b.SignedOn.Month}")}/{b.SignedOn.Year}"));

    public static string Grade(RuleSetFacts rules, string? code) => rules.Grades.FirstOrDefault(g => g.Code == code)?.Name ?? "";

    /// <summary>All choices on one line, the one that is made ticked.</summary>
    public static string Boxes(IEnumerable<string> choices, string? made) => string.Join("   ", choices.Select(choice => Unbroken($"{(choice == made ? "☒" : "☐")} {choice}")));

    public static string Points(decimal? points) => points?.ToString("0.##", Vietnamese) ?? "";

    /// <summary>Stays on one line.</summary>
    public static string Unbroken(string text) => text.Replace(' ', '\u00A0');

    /// <summary>Offices in the party, those of the committee first.</summary>
    public static string PartyPosts(MemberOn? member, OrgSnapshot day) => member is null ? "" : string.Join(", ",
        from office in member.Offices
        let unit = day.Unit(office.UnitId)
        where unit is not null
        orderby unit.Kind.Cell, office.Facts.Post
        select PartyPost(office.Facts.Post, unit.Kind.Cell));

    public static string StatePost(PostHolder? post) => post is null ? "" : PostTitles.Of(post.Facts, post.Unit?.Kind);

    private static string KindOf(string number) => number switch
    {
        _ when number.Contains("-QĐ/", StringComparison.Ordinal) => "Quy định",
        _ when number.Contains("-HD/", StringComparison.Ordinal) => "Hướng dẫn",
        _ when number.Contains("-KL/", StringComparison.Ordinal) => "Kết luận",
        _ when number.Contains("NĐ-CP", StringComparison.Ordinal) => "Nghị định",
        _ => "Văn bản",
    };

    private static string PartyPost(PartyPost post, bool inCell) => post switch
    {
        Party.PartyPost.Secretary => inCell ? "Bí thư Chi bộ" : "Bí thư Đảng ủy",
        Party.PartyPost.DeputySecretary => inCell ? "Phó Bí thư Chi bộ" : "Phó Bí thư Đảng ủy",
        Party.PartyPost.StandingMember => "Ủy viên Ban Thường vụ Đảng ủy",
        Party.PartyPost.CommitteeMember => inCell ? "Chi ủy viên" : "Đảng ủy viên",
        Party.PartyPost.InspectionHead => "Chủ nhiệm Ủy ban Kiểm tra",
        _ => "Ủy viên Ủy ban Kiểm tra",
    };
}
