using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Web.Organisation;

/// <summary>What somebody typed of a function; only what differs from what is true becomes part of a change.</summary>
public sealed class UnitFunctionForm
{
    private UnitFunctionFacts _was = new("", Guid.Empty);

    public string Name { get; set; } = "";
    public string Field { get; set; } = "";
    public Guid LeadId { get; set; }
    public Guid? PersonId { get; set; }
    public HashSet<Guid> Coordinators { get; } = [];

    public UnitFunctionFields Changed => Edit.Sets;

    public UnitFunctionFacts Facts => new(Name, LeadId, Field.Trim().Length == 0 ? null : Field) { CoordinatorIds = [.. Coordinators.Where(id => id != LeadId)], PersonId = PersonId };

    public UnitFunctionEdit Edit
    {
        get
        {
            var (edit, facts) = (new UnitFunctionEdit(), Facts);
            if (VietnameseText.Nfc(Name) != _was.Name) edit = edit with { Name = Name };
            if (VietnameseText.Nfc(Field) != (_was.Field ?? "")) edit = edit with { Field = facts.Field };
            if (LeadId != _was.LeadId) edit = edit with { LeadId = LeadId };
            if (PersonId != _was.PersonId) edit = edit with { PersonId = PersonId };
            if (!facts.CoordinatorIds.SequenceEqual(_was.CoordinatorIds)) edit = edit with { CoordinatorIds = facts.CoordinatorIds };
            return edit;
        }
    }

    /// <summary>Takes over what is true, except in the fields somebody has typed in already.</summary>
    public void Follow(UnitFunctionFacts facts)
    {
        var typed = Changed;
        if (!typed.HasFlag(UnitFunctionFields.Name)) Name = facts.Name;
        if (!typed.HasFlag(UnitFunctionFields.Field)) Field = facts.Field ?? "";
        if (!typed.HasFlag(UnitFunctionFields.Lead)) LeadId = facts.LeadId;
        if (!typed.HasFlag(UnitFunctionFields.Person)) PersonId = facts.PersonId;
        if (!typed.HasFlag(UnitFunctionFields.Coordinators))
        {
            Coordinators.Clear();
            Coordinators.UnionWith(facts.CoordinatorIds);
        }
        _was = facts;
    }

    public void Coordinate(Guid unit, bool does)
    {
        if (does) Coordinators.Add(unit);
        else Coordinators.Remove(unit);
    }
}
