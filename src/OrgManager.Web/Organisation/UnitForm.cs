using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Web.Organisation;

/// <summary>What somebody typed of a unit; only what differs from what is true becomes part of a change.</summary>
public sealed class UnitForm
{
    private OrgUnitFacts _was = new("", "");

    public string Name { get; set; } = "";
    public string ShortName { get; set; } = "";
    public string Kind { get; set; } = "";
    public Guid? ParentId { get; set; }
    public int? Autonomy { get; set; }

    public OrgUnitFields Changed => Edit.Sets;

    public OrgUnitFacts Facts => new(Name, Kind, ParentId, ShortName.Trim().Length == 0 ? null : ShortName, _was.Order, Autonomy);

    public OrgUnitEdit Edit
    {
        get
        {
            var edit = new OrgUnitEdit();
            if (VietnameseText.Nfc(Name) != _was.Name) edit = edit with { Name = Name };
            if (VietnameseText.Nfc(ShortName) != (_was.ShortName ?? "")) edit = edit with { ShortName = Facts.ShortName };
            if (Kind != _was.Kind) edit = edit with { Kind = Kind };
            if (ParentId != _was.ParentId) edit = edit with { ParentId = ParentId };
            if (Autonomy != _was.Autonomy) edit = edit with { Autonomy = Autonomy };
            return edit;
        }
    }

    /// <summary>The same without what was typed in these fields, or with it again.</summary>
    public void Take(OrgUnitFacts facts, OrgUnitFields fields)
    {
        if (fields.HasFlag(OrgUnitFields.Name)) Name = facts.Name;
        if (fields.HasFlag(OrgUnitFields.ShortName)) ShortName = facts.ShortName ?? "";
        if (fields.HasFlag(OrgUnitFields.Kind)) Kind = facts.Kind;
        if (fields.HasFlag(OrgUnitFields.Parent)) ParentId = facts.ParentId;
        if (fields.HasFlag(OrgUnitFields.Autonomy)) Autonomy = facts.Autonomy;
    }

    /// <summary>Takes over what is true, except in the fields somebody has typed in already.</summary>
    public void Follow(OrgUnitFacts facts)
    {
        Take(facts, OrgUnitFields.All & ~Changed);
        _was = facts;
    }
}
