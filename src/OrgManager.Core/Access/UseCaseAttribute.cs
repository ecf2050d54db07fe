namespace OrgManager.Access;

/// <summary>Says what a use case demands, beside the code that demands it; a test calls every use case as every role and holds it to this.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UseCaseAttribute(params Permission[] permissions) : Attribute
{
    /// <summary>All of these are demanded; none means that anybody may, signed in or not.</summary>
    public IReadOnlyList<Permission> Permissions => permissions;

    /// <summary>It is about things of several kinds: of each only the permission of its own kind is demanded.</summary>
    public bool Any { get; init; }

    /// <summary>The list leaves the house: <see cref="Permission.Export"/> is demanded besides.</summary>
    public bool Exports { get; init; }

    /// <summary>A list shows what is in reach of whoever has the permission somewhere; other use cases refuse what is out of reach.</summary>
    public bool IsList { get; init; }
}
