using OrgManager.Organisation;

namespace OrgManager.Staff;

/// <summary>What a post is called: of heads and deputies as the kind of their unit says, else its own position.</summary>
public static class PostTitles
{
    public static string Of(AssignmentFacts post, UnitKindFacts? unit) => Of(post, unit?.HeadTitle, unit?.DeputyTitle) ?? post.Position ?? "";

    /// <summary>In English where the words are known, else as it was typed.</summary>
    public static string EnglishOf(AssignmentFacts post, UnitKindFacts? unit) => Of(post, unit?.HeadTitleEn, unit?.DeputyTitleEn) ?? PositionWords.English(post.Position) ?? post.Position ?? "";

    private static string? Of(AssignmentFacts post, string? head, string? deputy) => post.Headship switch
    {
        Headship.Head => head,
        Headship.Deputy => deputy,
        _ => null,
    };
}
