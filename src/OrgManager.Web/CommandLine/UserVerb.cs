using System.CommandLine;
using OrgManager.Access;

namespace OrgManager.Web.CommandLine;

internal static class UserVerb
{
    public static Command Create(Invocation call) => new("user", "Accounts; the password comes from standard input.") { CreateAdd(call), CreateReset(call) };

    private static Command CreateAdd(Invocation call)
    {
        var name = Name();
        var role = new Option<string>("--role") { Description = "The account's role.", Required = true };
        role.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, Enum.GetNames<Role>());
        var scope = new Option<string?>("--scope") { Description = "Code of the unit the role reaches over." };
        var person = new Option<string?>("--person") { Description = "Staff number of whom the account belongs to." };
        var verb = new Command("add", "Adds an account with one role; the first one makes the database.") { name, role, scope, person };
        verb.SetAction(async (parsed, ct) =>
        {
            var newUser = new NewUser(parsed.GetRequiredValue(name), await PasswordInput.ReadAsync(call, ct),
                Enum.Parse<Role>(parsed.GetRequiredValue(role), ignoreCase: true), parsed.GetValue(scope), parsed.GetValue(person));
            return await call.OnDatabaseOrNewAsync(services => services.GetRequiredService<UserService>().AddAsync(newUser, ct), ct);
        });
        return verb;
    }

    private static Command CreateReset(Invocation call)
    {
        var name = Name();
        var verb = new Command("reset-password", "Sets a new password, unlocks the account and ends its sessions.") { name };
        verb.SetAction(async (parsed, ct) =>
        {
            var password = await PasswordInput.ReadAsync(call, ct);
            return await call.OnDatabaseAsync(services => services.GetRequiredService<UserService>().ResetPasswordAsync(parsed.GetRequiredValue(name), password, ct), ct);
        });
        return verb;
    }

    private static Argument<string> Name() => new("name") { Description = "The account's name." };
}
