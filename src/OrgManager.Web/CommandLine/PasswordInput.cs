using System.Text;
using OrgManager.Web.Setup;

namespace OrgManager.Web.CommandLine;

/// <summary>A password never stands among the arguments, where other users of the machine would see it.</summary>
internal static class PasswordInput
{
    /// <exception cref="UsageException">Standard input is empty.</exception>
    public static async Task<string> ReadAsync(Invocation call, CancellationToken ct)
    {
        var typed = call.Input == Console.In && !Console.IsInputRedirected ? Unseen(call.Errors) : await call.Input.ReadLineAsync(ct);
        return string.IsNullOrEmpty(typed) ? throw new UsageException("The password is read from standard input, which is empty.") : typed;
    }

    private static string Unseen(TextWriter errors)
    {
        errors.Write("Password: ");
        var typed = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace && typed.Length > 0) typed.Length--;
            else if (!char.IsControl(key.KeyChar)) typed.Append(key.KeyChar);
        }
        errors.WriteLine();
        return typed.ToString();
    }
}
