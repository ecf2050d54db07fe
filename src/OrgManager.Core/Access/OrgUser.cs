using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace OrgManager.Access;

/// <summary>An account. What it may do hangs on its grants; whose own record it may see, on the person.</summary>
public sealed class OrgUser : IdentityUser<Guid>
{
    /// <summary>The columns the trail tells; never a password, a stamp or a token.</summary>
    internal static readonly HashSet<string> Told =
        [nameof(Id), nameof(UserName), nameof(PersonId), nameof(Language), nameof(Theme), nameof(HiddenColumns), nameof(IsDisabled), nameof(LockoutEnd), nameof(LockoutEnabled)];

    /// <summary>Tells that password or stamp have changed, and nothing about them.</summary>
    internal static string Digest(object? passwordHash, object? securityStamp) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{passwordHash}|{securityStamp}")));

    public Guid? PersonId { get; set; }

    /// <summary>"vi" or "en".</summary>
    public string Language { get; set; } = "vi";

    /// <summary>"light" or "dark".</summary>
    public string Theme { get; set; } = "light";

    /// <summary>Columns of lists that the account does not want to see: "staff:born,sex;cells:covers".</summary>
    public string HiddenColumns { get; set; } = "";
    public bool IsDisabled { get; set; }
}
