using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using OrgManager.Access;

namespace OrgManager.Web.Setup;

/// <summary>Sends an open page to the sign-in once its account is gone; its use cases are refused at once, long before.</summary>
internal sealed class SessionRevalidation(ILoggerFactory logs, ActorDirectory directory) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(5);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        (await SignedInActor.FindAsync(authenticationState.User, directory, cancellationToken)).UserId is not null;
}
