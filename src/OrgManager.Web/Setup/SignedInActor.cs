using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using OrgManager.Access;

namespace OrgManager.Web.Setup;

/// <summary>Who asks: on a plain request its user, in a circuit the one who opened it. What they may do is read anew each time.</summary>
internal sealed class SignedInActor(AuthenticationStateProvider circuit, ActorDirectory directory) : ICurrentActor
{
    private static readonly string StampClaim = new ClaimsIdentityOptions().SecurityStampClaimType;

    private ClaimsPrincipal? _ofRequest;

    public async ValueTask<Actor> GetAsync(CancellationToken ct = default)
    {
        var user = _ofRequest ?? (await circuit.GetAuthenticationStateAsync()).User;
        return await FindAsync(user, directory, ct);
    }

    /// <summary>The account behind a cookie; nobody once it is disabled or its password was changed elsewhere.</summary>
    public static async Task<Actor> FindAsync(ClaimsPrincipal user, ActorDirectory directory, CancellationToken ct = default) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? await directory.FindAsync(id, user.FindFirstValue(StampClaim), ct)
            : Actor.Nobody;

    public static Task OfRequest(HttpContext context, RequestDelegate next)
    {
        context.RequestServices.GetRequiredService<SignedInActor>()._ofRequest = context.User;
        return next(context);
    }
}
