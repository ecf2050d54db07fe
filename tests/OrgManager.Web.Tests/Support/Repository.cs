namespace OrgManager.Web.Tests;

/// <summary>The working copy these tests were built from.</summary>
internal static class Repository
{
    public static readonly string Root = FindRoot(AppContext.BaseDirectory);

    /// <summary>Debug or Release: of the program as of these tests.</summary>
    public static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static string Source(params IEnumerable<string> path) => Path.Combine([Root, "src", .. path]);

    /// <summary>The program as the build leaves it.</summary>
    public static string Built => Source("OrgManager.Web", "bin", Configuration, new DirectoryInfo(AppContext.BaseDirectory).Name);

    /// <summary>Hand-written sources of one project.</summary>
    public static IEnumerable<string> SourceFiles(string project, params string[] endings) =>
        Directory.EnumerateFiles(Source(project), "*", SearchOption.AllDirectories)
            .Where(file => endings.Contains(Path.GetExtension(file)))
            .Where(file => !Path.GetRelativePath(Source(project), file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "Migrations"));

    private static string FindRoot(string from) =>
        File.Exists(Path.Combine(from, "OrgManager.sln")) ? from : FindRoot(Path.GetDirectoryName(from.TrimEnd(Path.DirectorySeparatorChar))!);
}
