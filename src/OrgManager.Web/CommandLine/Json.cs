using System.Text.Encodings.Web;
using System.Text.Json;

namespace OrgManager.Web.CommandLine;

/// <summary>How other programs read us: one document, camelCase, Vietnamese as written.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static void Write<T>(TextWriter output, T document) => output.WriteLine(JsonSerializer.Serialize(document, Shape));
}
