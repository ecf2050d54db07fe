namespace OrgManager.Common;

/// <summary>Ids are made here, not by the database, so audit rows and references are complete before the save.</summary>
public abstract class Entity
{
    public Guid Id { get; internal init; } = Guid.CreateVersion7();

    /// <summary>The change set that last touched this row.</summary>
    public long ChangeSetSeq { get; internal set; }

    /// <summary>The aggregate this row is part of, as the trail names it.</summary>
    internal virtual (string Type, Guid Id) Owner => (GetType().Name, Id);

    /// <summary>The unit whose readers may read this row's trail; null for what belongs to no unit.</summary>
    internal virtual Guid? TrailUnitId => null;

    internal virtual FieldClass FieldClass => FieldClass.Public;
}

/// <summary>The entry point to a cluster of entities that are loaded, changed and saved together.</summary>
public abstract class Aggregate : Entity
{
    /// <summary>Counts the changes, so that a page can say which state it saw.</summary>
    public int Version { get; private set; }

    protected void Touch() => Version++;

    protected void TouchIf(bool changed)
    {
        if (changed) Touch();
    }
}

/// <summary>An aggregate as a page showed it; a change made on top of anything else is a conflict.</summary>
public readonly record struct Seen(Guid Id, int Version);
