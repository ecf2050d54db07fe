using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Organisation;

namespace OrgManager.Staff;

/// <summary>Where somebody worked during one stretch of time.</summary>
public sealed class AssignmentVersion : DatedVersion<AssignmentFacts>
{
    public const int PositionLength = 100;

    internal AssignmentVersion() { }

    public Guid AssignmentId { get; private init; }
    public Guid UnitId { get; private set; }
    public QuotaCategory Category { get; private set; }
    public Headship Headship { get; private set; }
    public int Order { get; private set; }
    public string? Position { get; private set; }

    /// <summary>Repeated from the aggregate, so that a row of the trail names its owner by itself.</summary>
    public Guid EmploymentId { get; internal init; }

    public override AssignmentFacts Facts
    {
        get => new(UnitId, Category, Headship, Order, Position);
        protected set
        {
            (UnitId, Category, Headship, Order) = (value.UnitId, value.Category, value.Headship, value.Order);
            Position = value.Position is { Length: > 0 } position ? VietnameseText.Nfc(position) : null;
            RuleBrokenException.Unless(Position is null or { Length: <= PositionLength }, "Assignment.PositionTooLong", PositionLength);
        }
    }

    internal override (string Type, Guid Id) Owner => (nameof(Employment), EmploymentId);
    internal override Guid? TrailUnitId => UnitId;
    internal override FieldClass FieldClass => FieldClass.Work;
    internal override DatedVersion<AssignmentFacts> NewRow() => new AssignmentVersion { AssignmentId = AssignmentId, EmploymentId = EmploymentId };
}

/// <summary>One line of a person's work: the primary post and everything beside it are lines of their own.</summary>
public sealed class Assignment : Entity
{
    private readonly List<AssignmentVersion> _versions = [];

    private Assignment() { }

    public Guid EmploymentId { get; private init; }
    public AssignmentKind Kind { get; private init; }
    public IReadOnlyList<AssignmentVersion> Versions => History.Versions;
    public DateOnly StartsOn => History.StartsOn;
    public DateOnly? EndsOn => History.EndsOn;

    internal override (string Type, Guid Id) Owner => (nameof(Employment), EmploymentId);
    internal override FieldClass FieldClass => FieldClass.Work;
    internal History<AssignmentVersion, AssignmentFacts> History => new(_versions);

    /// <summary>As the read model knows it, to try something out.</summary>
    internal static Assignment Sketch(Guid employmentId, AssignmentLine line)
    {
        var assignment = new Assignment { Id = line.Id, EmploymentId = employmentId, Kind = line.Kind };
        foreach (var span in line.History)
        {
            var version = new AssignmentVersion { Id = span.VersionId, EmploymentId = employmentId };
            version.Restore(span);
            assignment._versions.Add(version);
        }
        return assignment;
    }

    internal static Assignment Begin(Guid employmentId, AssignmentKind kind, AssignmentFacts facts, DateOnly from, Guid? decisionId)
    {
        var assignment = new Assignment { EmploymentId = employmentId, Kind = kind };
        assignment.History.Begin(new AssignmentVersion { EmploymentId = employmentId }, from, facts, decisionId);
        return assignment;
    }
}
