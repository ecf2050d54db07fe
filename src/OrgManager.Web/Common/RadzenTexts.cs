using System.Globalization;
using Microsoft.Extensions.Localization;
using Radzen;

namespace OrgManager.Web.Common;

/// <summary>Radzen's own words (pager, calendar, labels for screen readers) come from our texts too, under "Radzen.".</summary>
public sealed class RadzenTexts(IStringLocalizer<Texts> texts) : ILocalizer
{
    public string? Get(string key, CultureInfo culture)
    {
        var text = texts["Radzen." + key];
        return text.ResourceNotFound ? null : text.Value;
    }
}
