using OrgManager.Common;

namespace OrgManager.Decisions;

/// <summary>Whose history a change stands in.</summary>
public enum ChangeOwner { Unit, Quota, Employment, Member, Coverage }

/// <summary>One change of the organisation, as a decision can be named for it.</summary>
public sealed record ChangeRef(ChangeOwner Owner, Guid OwnerId, Said What);
