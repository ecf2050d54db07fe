using OrgManager.Access;

namespace OrgManager.Web.Access;

/// <summary>What the address of the accounts asks for; the page and its export read it alike.</summary>
internal static class UserAddress
{
    public static UserQuery Of(Func<string, string?> value) => new(value("search") is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null, One<Role>(value("role")), One<UserState>(value("state")));

    private static TEnum? One<TEnum>(string? name) where TEnum : struct, Enum => Enum.TryParse<TEnum>(name, out var value) && Enum.IsDefined(value) ? value : null;
}
