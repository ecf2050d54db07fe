using System.Globalization;
using OrgManager.Establishment;

namespace OrgManager.Web.Establishment;

/// <summary>One category's posts while they are being typed.</summary>
internal sealed class QuotaLine(QuotaCategory category, int? now, bool beginsThatDay)
{
    public QuotaCategory Category => category;

    /// <summary>The level known for the day, as last seen.</summary>
    public int? Now { get; private set; } = now;
    public bool BeginsThatDay { get; private set; } = beginsThatDay;
    public string Typed { get; set; } = now?.ToString(CultureInfo.InvariantCulture) ?? "";
    public int? Posts => int.TryParse(Typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var posts) ? posts : null;
    public bool Wrong => Typed.Trim().Length > 0 && Posts is null;
    public bool IsChanged => Posts is { } posts && posts != Now;

    public SeenQuota Setting(Guid unitId, QuotaKind kind) => new(new(unitId, kind, category, Posts!.Value), Now);

    /// <summary>Somebody else was quicker: what is true now becomes what is changed, and what was typed stays.</summary>
    public void Follow(IReadOnlyList<SeenQuota> current)
    {
        if (current.FirstOrDefault(c => c.Setting.Category == category) is { } seen) (Now, BeginsThatDay) = (seen.Was, true);
    }
}
