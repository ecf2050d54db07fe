using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using OrgManager.Common;

namespace OrgManager.Reviews;

/// <summary>A rule set as it is shipped and exchanged: JSON to the letter, an unknown field is refused.</summary>
public static class RuleSetFile
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    /// <exception cref="RuleBrokenException">RuleSet.Unreadable: with the place and what is wrong.</exception>
    public static RuleSetFacts Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<RuleSetFacts>(json, Strict) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new RuleBrokenException("RuleSet.Unreadable", e.Path, e.Message);
        }
    }

    /// <summary>As <see cref="Read"/> takes it, to be read by people too.</summary>
    public static string Write(RuleSetFacts rules) => JsonSerializer.Serialize(rules, Strict);
}
