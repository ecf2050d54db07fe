using Microsoft.Extensions.Localization;
using OrgManager.Organisation;
using OrgManager.Web.Common;

namespace OrgManager.Web.Organisation.Rules;

/// <summary>Rules about units, in words.</summary>
public sealed class RuleWords(IStringLocalizer<Texts> t, IReadOnlyList<KindRules> kinds)
{
    public string Of(UnitRule rule) => rule switch
    {
        PlaceRule place => t["Rules.Under", Under(place.Under)],
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

    public string Under(IEnumerable<string> under) => string.Join(t["Rules.Or"], under.Select(kind => kind.Length == 0 ? t["Rules.Top"].Value : Name(kind)));

    /// <summary>The article, with a mark where it is believed but was not seen confirmed.</summary>
    public static string Article(string article, string articleEn, bool confirmed) => Language.Pick(article, articleEn) + (confirmed ? "" : " ¿");

    private string Name(string kind) => kinds.FirstOrDefault(k => k.Kind.Code == kind) is { } known ? Language.Pick(known.Kind.Name, known.Kind.NameEn) : kind;
}
