using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using OrgManager.Access;

namespace OrgManager.Web.Account;

/// <summary>The signed-in state of a browser. It holds who and which security stamp; what they may do is read anew each time.</summary>
public sealed class AccountCookie(AccountService accounts, IOptions<IdentityOptions> options)
{
    public async Task IssueAsync(HttpContext context, Guid userId, bool keep)
    {
        var stamp = await accounts.SecurityStampAsync(userId) ?? throw new InvalidOperationException("The account was disabled meanwhile.");
        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, userId.ToString()), new(options.Value.ClaimsIdentity.SecurityStampClaimType, stamp)],
            IdentityConstants.ApplicationScheme);
        await context.SignInAsync(IdentityConstants.ApplicationScheme, new(identity), new() { IsPersistent = keep });
    }

    /// <summary>After a change of password, for whoever is signed in here.</summary>
    public async Task RenewAsync(HttpContext context)
    {
        if (!Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var user)) return;
        var present = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        await IssueAsync(context, user, present.Properties?.IsPersistent == true);
    }
}
