using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Import;

/// <summary>From what a post is called to who leads: a title of the unit's own kind, or else a position.</summary>
internal sealed class PostWords
{
    private readonly Dictionary<Guid, int> _deputies = [];

    /// <summary>Whether this is what the post is called already, in either language.</summary>
    public static bool IsCalled(string text, AssignmentFacts post, UnitKindFacts kind) =>
        ColumnNames.Folded(text) is var name && (name == ColumnNames.Folded(PostTitles.Of(post, kind)) || name == ColumnNames.Folded(PostTitles.EnglishOf(post, kind)));

    /// <summary>A deputy stands behind those there are.</summary>
    public (Headship Headship, int Order, string? Position) Of(string? text, UnitOn unit)
    {
        var name = ColumnNames.Folded(text ?? "");
        if (name.Length == 0) return (Headship.None, 0, null);
        if (IsTitle(name, unit.Kind.HeadTitle, unit.Kind.HeadTitleEn)) return (Headship.Head, 0, null);
        return IsTitle(name, unit.Kind.DeputyTitle, unit.Kind.DeputyTitleEn) ? (Headship.Deputy, NextDeputy(unit), null) : (Headship.None, 0, Common.VietnameseText.Nfc(text!));
    }

    private int NextDeputy(UnitOn unit) =>
        _deputies[unit.Id] = (_deputies.TryGetValue(unit.Id, out var last) ? last : unit.Posts.Where(p => p.Facts.Headship == Headship.Deputy).Select(p => p.Facts.Order).DefaultIfEmpty().Max()) + 1;

    private static bool IsTitle(string name, params string?[] titles) => titles.Any(title => title is { Length: > 0 } && ColumnNames.Folded(title) == name);
}
