using Microsoft.AspNetCore.Components;
using OrgManager.Access;
using OrgManager.Web.Common;

namespace OrgManager.Web.Access;

/// <summary>One account: its grants, how it was used, and what was changed about it.</summary>
public sealed partial class AccountPage
{
    private const int ChangesShown = 15;
    private readonly Latest _read = new();
    private UserCard? _account;
    private IReadOnlyList<TrailRow> _changes = [];
    private bool _giving;
    private GrantRow? _revoked;
    private AccountAct? _act;

    [Inject] public required UserViewService Users { get; init; }
    [Inject] public required TrailService Trail { get; init; }
    [Parameter] public string Name { get; set; } = "";

    protected override string? Place => Name;

    protected override Task ReadAsync()
    {
        if (!string.Equals(_account?.Name, Name, StringComparison.OrdinalIgnoreCase)) _account = null;
        return LoadAsync(_read, ReadAsync, read => (_account, _changes) = read);
    }

    private async Task<(UserCard, IReadOnlyList<TrailRow>)> ReadAsync(CancellationToken ct)
    {
        var account = await Users.CardAsync(Name, ct);
        return (account, (await Trail.ListAsync(new(Account: account.Name), null, ChangesShown, ct)).Rows);
    }

    private async Task SavedAsync()
    {
        (_giving, _revoked, _act) = (false, null, null);
        Saved(Name);
        await ReadAsync();
    }
}
