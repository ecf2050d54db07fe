using Microsoft.Extensions.Localization;
using OrgManager.Organisation;
using OrgManager.Web.Common;

namespace OrgManager.Web.Organisation.Rules;

/// <summary>Rules about units, in words.</summary>
public sealed class RuleWords(IStringLocalizer<Texts> t, IReadOnlyList<UnitKindFacts> kinds)
{
    public string Of(UnitRule rule) => rule switch
    {
        PlaceRule place => Place(place.Under),
        SizeRule size => t["Rules.Least", Format.Number(size.Least)],
        CapRule cap => Of(cap),
        _ => "",
    };

    /// <summary>"1 dưới 10 biên chế, 2 từ 10, 3 từ 15"; one band is a plain figure.</summary>
    public string Of(CapRule cap)
    {
        var bands = cap.Bands is [var only] ? Format.Number(only.Deputies) : string.Join(", ", cap.Bands.Select(band => t["Rules.Band", Format.Number(band.Deputies), Format.Number(band.From)].Value));
        var told = cap.Bands.Count == 1 ? t["Rules.Most", bands] : t[cap.Counts == CapBasis.Posts ? "Rules.MostByPosts" : "Rules.MostByDivisions", bands];
        return cap.Autonomous is { } autonomous ? $"{told} ({t[autonomous ? "Rules.Autonomous" : "Rules.NotAutonomous"]})" : told;
    }

    /// <summary>"Dưới Đảng bộ cơ sở, hoặc không trực thuộc đơn vị nào"; an empty kind is the place above all units.</summary>
    public string Place(IReadOnlyList<string> under) => (string.Join(t["Rules.Or"], under.Where(kind => kind.Length > 0).Select(Name)), under.Contains("")) switch
    {
        ("", _) => t["Rules.AtTop"],
        (var above, true) => t["Rules.UnderOrTop", above],
        var (above, _) => t["Rules.Under", above],
    };

    /// <summary>The article, with a mark where it is believed but was not seen confirmed.</summary>
    public static string Article(string article, string articleEn, bool confirmed) => Language.Pick(article, articleEn) + (confirmed ? "" : " ¿");

    private string Name(string kind) => kinds.FirstOrDefault(k => k.Code == kind) is { } known ? Language.Pick(known.Name, known.NameEn) : kind;
}
