using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Establishment;
using OrgManager.Organisation;

namespace OrgManager.Access;

/// <summary>The images of a row before and after as fields with values people can read; what only serves the program is left out.</summary>
internal sealed class TrailImages(IModel model)
{
    private const int ItemsTold = 5;

    internal static readonly HashSet<string> Bookkeeping =
        ["Id", "Version", "SortKey", "SearchKey", "Initials", "NameSortKey", "NameSearchKey", "UnitKindId", "QuotaId", "PositionPostsId", "AssignmentId", "EmploymentId", "MemberId", "OfficeId", "CoverageId", "FunctionId", "LockoutEnabled", "Outcome", "Touched", "Form", "TakenAs"];

    private readonly Dictionary<string, Type?> _types = [];

    /// <summary>Every id a row speaks of, so that its name can be looked up.</summary>
    public static IEnumerable<Guid> Ids(ChangeSetEntry entry) => new[] { entry.Before, entry.After }.OfType<string>()
        .SelectMany(image => Leaves(JsonDocument.Parse(image).RootElement)).Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty);

    /// <summary>The fields whose value differs; of a new or removed row all that have one.</summary>
    public IReadOnlyList<TrailField> Fields(ChangeSetEntry entry, TrailNames names)
    {
        var (type, before, after) = (TypeOf(entry.EntityType), Flat(entry.Before), Flat(entry.After));
        var ownKey = entry.EntityType == "OrgUnitVersion" ? "UnitId" : null; // the unit the version is of
        return
        [
            .. from name in after.Keys.Concat(before.Keys).Distinct()
               where !Bookkeeping.Contains(name) && name != ownKey
               let was = Raw(before, name)
               let becomes = Raw(after, name)
               where was != becomes
               let field = new TrailField(name, Value(type, name, before, names), Value(type, name, after, names))
               where field.Before is not null || field.After is not null
               select field,
        ];
    }

    private static string? Raw(Dictionary<string, JsonElement> image, string name) => image.TryGetValue(name, out var value) ? value.GetRawText() : null;

    /// <summary>What is kept whole as JSON is told field by field.</summary>
    private static Dictionary<string, JsonElement> Flat(string? image)
    {
        var fields = new Dictionary<string, JsonElement>();
        if (image is null) return fields;
        foreach (var property in JsonDocument.Parse(image).RootElement.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Object) fields[property.Name] = property.Value;
            else foreach (var part in property.Value.EnumerateObject()) fields[part.Name] = part.Value;
        }
        return fields;
    }

    private static TrailValue? Value(Type? type, string name, Dictionary<string, JsonElement> image, TrailNames names)
    {
        if (!image.TryGetValue(name, out var value)) return null;
        return value.ValueKind switch
        {
            JsonValueKind.Number => new(TrailValueKind.Number, value.GetRawText()),
            JsonValueKind.True or JsonValueKind.False => new(TrailValueKind.Flag, value.ValueKind == JsonValueKind.True ? "1" : "0"),
            JsonValueKind.String => Text(type, name, value.GetString()!, names),
            JsonValueKind.Array => List(value, names),
            JsonValueKind.Object => Parts(value),
            _ => null,
        };
    }

    private static TrailValue? Text(Type? type, string name, string text, TrailNames names)
    {
        if (text.Length == 0) return null;
        if (name == "Credentials") return new(TrailValueKind.Secret, "");
        if (Guid.TryParse(text, out var id)) return names.Text(id) is { } known ? new(TrailValueKind.Text, known) : null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return new(day == Effective.Open ? TrailValueKind.OpenEnd : TrailValueKind.Day, text);
        if (name == nameof(OrgUser.LockoutEnd)) return new(TrailValueKind.Moment, text);
        if (type == typeof(OrgUnitVersion) && name == nameof(OrgUnitVersion.Kind)) return new(TrailValueKind.Text, names.UnitKind(text));
        return Choices(type, name) is { } choices ? new(TrailValueKind.Choice, text, choices) : new(TrailValueKind.Text, text);
    }

    /// <summary>Figures by name, as votes by grade are; of what lies deeper how many there are.</summary>
    private static TrailValue Parts(JsonElement value) => new(TrailValueKind.Text, string.Join(", ",
        value.EnumerateObject().Select(part => $"{part.Name}: {(part.Value.ValueKind == JsonValueKind.Array ? part.Value.GetArrayLength() : part.Value)}")));

    /// <summary>Decisions by number, short lists of words as they are, others by how many.</summary>
    private static TrailValue? List(JsonElement list, TrailNames names)
    {
        var items = list.EnumerateArray().ToList();
        if (items.Count == 0) return null;
        if (items[0].ValueKind == JsonValueKind.Object && items[0].TryGetProperty(nameof(Saying.DecisionId), out _))
        {
            var numbers = items.Select(i => i.GetProperty(nameof(Saying.DecisionId))).Where(d => d.ValueKind == JsonValueKind.String).Select(d => names.Text(d.GetGuid())).OfType<string>().Distinct().ToList();
            return numbers.Count == 0 ? null : new(TrailValueKind.Text, string.Join(", ", numbers));
        }
        if (items.Count > ItemsTold || items.Exists(i => i.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))) return new(TrailValueKind.Number, items.Count.ToString(CultureInfo.InvariantCulture));
        return items.TrueForAll(i => Enum.TryParse<QuotaCategory>(i.ToString(), out _) && i.ValueKind == JsonValueKind.String)
            ? new(TrailValueKind.Choices, string.Join(", ", items), nameof(QuotaCategory))
            : new(TrailValueKind.Text, string.Join(", ", items.Select(i => Guid.TryParse(i.ToString(), out var id) ? names.Text(id) ?? "" : names.UnitKind(i.ToString()))));
    }

    private static string? Choices(Type? type, string name)
    {
        var property = type?.GetProperty(name, BindingFlags.Public | BindingFlags.Instance)
            ?? type?.GetProperties().Select(p => p.PropertyType.GetProperty(name)).FirstOrDefault(p => p is not null && p.DeclaringType?.Assembly == typeof(TrailImages).Assembly);
        var kind = property is null ? null : Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return kind?.IsEnum == true ? kind.Name : null;
    }

    private Type? TypeOf(string name) =>
        _types.TryGetValue(name, out var known) ? known : _types[name] = model.GetEntityTypes().FirstOrDefault(t => t.ClrType.Name == name)?.ClrType;

    private static IEnumerable<string> Leaves(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Leaves(p.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Leaves),
        _ => [],
    };
}
