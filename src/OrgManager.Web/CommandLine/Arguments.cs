using OrgManager.Web.Setup;

namespace OrgManager.Web.CommandLine;

/// <summary>The words of a call, with the settings split off: only those go to the host.</summary>
public sealed record Arguments(IReadOnlyList<string> Words, IReadOnlyDictionary<string, string?> Settings)
{
    private const string Urls = "--urls";

    /// <summary>A setting is <c>--Section:Key=value</c>, <c>--urls=address</c> or <c>--urls address</c>.</summary>
    /// <exception cref="UsageException">A setting without a value.</exception>
    public static Arguments Split(IReadOnlyList<string> args)
    {
        var (words, settings) = (new List<string>(), new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase));
        for (var i = 0; i < args.Count; i++)
        {
            var parts = args[i].Split('=', 2);
            if (parts[0].Equals(Urls, StringComparison.OrdinalIgnoreCase))
                settings[SiteSettings.UrlsKey] = parts.Length == 2 ? parts[1] : ++i < args.Count && !args[i].StartsWith("--", StringComparison.Ordinal) ? args[i] : throw Missing(parts[0]);
            else if (parts[0].StartsWith("--", StringComparison.Ordinal) && parts[0].Contains(':', StringComparison.Ordinal))
                settings[parts[0][2..]] = parts.Length == 2 ? parts[1] : throw Missing(parts[0]);
            else words.Add(args[i]);
        }
        return new(words, settings);
    }

    private static UsageException Missing(string setting) => new($"{setting} needs a value: {setting}=value.");
}
