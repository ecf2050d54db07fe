using System.CommandLine;
using System.Globalization;

namespace OrgManager.Web.CommandLine;

/// <summary>Options that several verbs share.</summary>
internal static class Options
{
    public static Option<bool> Json() => new("--json") { Description = "One JSON document on standard output and nothing else." };

    /// <summary>A day as yyyy-MM-dd and nothing else, whatever the machine's language.</summary>
    public static Option<DateOnly?> Day(string name, string description, bool required) => new(name)
    {
        Description = description, Required = required, HelpName = "yyyy-MM-dd",
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue) return day;
            result.AddError($"{name} needs a day as yyyy-MM-dd, not '{text}'.");
            return null;
        },
    };
}
