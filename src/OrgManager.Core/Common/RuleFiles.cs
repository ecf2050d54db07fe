using System.Text.Json;
using System.Text.Json.Serialization;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Restructuring;
using OrgManager.Reviews;
using OrgManager.Reviews.Papers;
using OrgManager.Staff;

namespace OrgManager.Common;

/// <summary>A rule file laid beside the data cannot be used: one sentence that names it.</summary>
public sealed class RuleFileException(string path, string why, Exception? cause = null) : Exception($"The rules in {path} cannot be used: {why}", cause);

/// <summary>A file of rules that may be well-formed and yet lack something the program asks for.</summary>
internal interface IRuleFile
{
    string? Problem { get; }
}

/// <summary>
/// The one reader of rules that are data. What literature leaves unconfirmed, and what a new decree changes, an administrator can set right without a new program:
/// a file in the folder "rules" of the data directory takes the place of the one of the same name that is built in. Read once, when the program starts.
/// </summary>
public static class RuleFiles
{
    public const string Folder = "rules";

    /// <summary>To the letter: an unknown field is refused, and so is one that is missing.</summary>
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, Converters = { new JsonStringEnumConverter() },
    };

    private static readonly Dictionary<string, Type> Known = new()
    {
        ["appointment-terms.json"] = typeof(AppointmentTerms.File), ["cell-rules.json"] = typeof(CellRules.File), ["deputy-caps.json"] = typeof(UnitRules.CapFile),
        ["discipline-rules.json"] = typeof(DisciplineRules.File),
        ["fee-rules.json"] = typeof(FeeRules.File), ["meeting-rules.json"] = typeof(MeetingRules.File), ["minimum-sizes.json"] = typeof(UnitRules.File<SizeRule>),
        ["preserved-allowance.json"] = typeof(PreservedAllowance.File), ["public-holidays.json"] = typeof(WorkingDays.File), ["retirement-ages.json"] = typeof(RetirementAges.File),
        ["review-consequences.json"] = typeof(ReviewNoticeService.ConsequenceFile), ["review-steps.json"] = typeof(ReviewSteps.StepFile), ["self-review-forms.json"] = typeof(SelfReviewForm.FormFile),
        ["self-review-sheets.json"] = typeof(SelfReviewSheet.File), ["streamlining.json"] = typeof(StreamliningRules.File), ["transfer-rules.json"] = typeof(TransferRules.File),
        ["unit-placements.json"] = typeof(UnitRules.File<PlaceRule>),
    };

    private static string? _folder;

    /// <summary>Every file that may be replaced.</summary>
    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>Takes the rules of a data directory, if it has any, before the first of them is asked for.</summary>
    /// <returns>The files that take the place of what is built in.</returns>
    /// <exception cref="RuleFileException">A file has another name than one built in, cannot be read, or says something else than rules of its kind.</exception>
    public static IReadOnlyList<string> Use(string dataDirectory)
    {
        var folder = Path.Combine(dataDirectory, Folder);
        string[] files = Directory.Exists(folder) ? [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal)] : [];
        foreach (var file in files) Check(file);
        _folder = files.Length > 0 ? folder : null;
        return files;
    }

    internal static T Read<T>(string name)
    {
        if (_folder is { } folder && Path.Combine(folder, name) is var beside && File.Exists(beside)) return (T)Read(beside, typeof(T));
        using var stream = typeof(RuleFiles).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        return JsonSerializer.Deserialize<T>(stream, Json)!;
    }

    /// <exception cref="RuleFileException">See <see cref="Use"/>.</exception>
    private static void Check(string path)
    {
        if (!Known.TryGetValue(Path.GetFileName(path), out var type)) throw new RuleFileException(path, $"there is no such file of rules; there are {string.Join(", ", Known.Keys)}.");
        var read = Read(path, type);
        if (type.GetProperties().FirstOrDefault(p => p.PropertyType.IsArray && p.PropertyType != typeof(string[]) && p.GetValue(read) is Array { Length: 0 }) is { } empty)
            throw new RuleFileException(path, $"\"{JsonNamingPolicy.CamelCase.ConvertName(empty.Name)}\" is empty.");
        if (read is IRuleFile { Problem: { } problem }) throw new RuleFileException(path, problem);
    }

    private static object Read(string path, Type type)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize(stream, type, Json) ?? throw new RuleFileException(path, "it says nothing.");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new RuleFileException(path, e.Message, e);
        }
    }
}
