using System.Security.Cryptography;
using System.Text;

namespace OrgManager.Access;

/// <summary>The one-time link that an empty database prints at start. It lives as long as the process and works while there is no account.</summary>
public sealed class FirstAdministrator
{
    public string Token { get; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(24));

    public bool Accepts(string token) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(Token));
}
