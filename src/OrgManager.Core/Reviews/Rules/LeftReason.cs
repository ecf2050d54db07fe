namespace OrgManager.Reviews;

/// <summary>Why a subject of a year's list is on it no more. No rule set names it: that somebody has left is a matter of record, whatever the rules of the year say.</summary>
public static class LeftReason
{
    public const string Member = "NoLongerMember", Worker = "NoLongerInPost", Organisation = "NoLongerThere";

    private static readonly Dictionary<string, (string Name, string NameEn)> Names = new()
    {
        [Member] = ("Không còn sinh hoạt tại đảng bộ", "No longer a member here"),
        [Worker] = ("Không còn công tác tại cơ quan", "No longer in post here"),
        [Organisation] = ("Đã kết thúc hoạt động", "No longer there"),
    };

    public static bool Is(string? code) => code is not null && Names.ContainsKey(code);

    internal static string Of(ReviewSubject subject) => subject switch { ReviewSubject.Member => Member, ReviewSubject.Staff => Worker, _ => Organisation };

    internal static string? Name(string code) => Names.TryGetValue(code, out var names) ? names.Name : null;

    internal static string? NameEn(string code) => Names.TryGetValue(code, out var names) ? names.NameEn : null;
}
