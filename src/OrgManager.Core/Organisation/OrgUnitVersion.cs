using OrgManager.Common;

namespace OrgManager.Organisation;

/// <summary>What a unit was like during one stretch of time.</summary>
public sealed class OrgUnitVersion : DatedVersion<OrgUnitFacts>
{
    public const int NameLength = 200;

    internal OrgUnitVersion() { }

    public Guid UnitId { get; private init; }
    public string Name { get; private set; } = "";
    public string? ShortName { get; private set; }
    public string NameSortKey { get; private set; } = "";
    public string NameSearchKey { get; private set; } = "";
    public string Kind { get; private set; } = "";
    public Guid? ParentId { get; private set; }
    public int Order { get; private set; }
    public int? Autonomy { get; private set; }

    public override OrgUnitFacts Facts
    {
        get => new(Name, Kind, ParentId, ShortName, Order, Autonomy);
        protected set
        {
            var name = VietnameseText.Nfc(value.Name);
            RuleBrokenException.Unless(name.Length is > 0 and <= NameLength, "OrgUnit.NameMissing", NameLength);
            RuleBrokenException.Unless(value.Autonomy is null or >= 1 and <= 4, "OrgUnit.AutonomyUnknown");
            (Name, Kind, ParentId, Order, Autonomy) = (name, value.Kind, value.ParentId, value.Order, value.Autonomy);
            ShortName = value.ShortName is { Length: > 0 } shortName ? VietnameseText.Nfc(shortName) : null;
            (NameSortKey, NameSearchKey) = (VietnameseText.SortKey(Name), VietnameseText.SearchKey(Name));
        }
    }

    internal override (string Type, Guid Id) Owner => (nameof(OrgUnit), UnitId);
    internal override Guid? TrailUnitId => UnitId;
    internal override DatedVersion<OrgUnitFacts> NewRow() => new OrgUnitVersion { UnitId = UnitId };
}
