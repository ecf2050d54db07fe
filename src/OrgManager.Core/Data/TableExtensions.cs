using System.Linq.Expressions;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrgManager.Common;

namespace OrgManager.Data;

internal static class TableExtensions
{
    internal static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new PlainDecimal() },
    };

    /// <summary>4.4 and 4.40 are one figure; which of them comes back depends on the database.</summary>
    private sealed class PlainDecimal : JsonConverter<decimal>
    {
        private const decimal One = 1.0000000000000000000000000000m;

        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value / One);
    }

    /// <summary>One owner's versions: loaded with it always, never two on one day, found by day through one index.</summary>
    public static void HasHistory<TOwner, TVersion>(
        this EntityTypeBuilder<TOwner> table, Expression<Func<TOwner, IEnumerable<TVersion>?>> versions, Expression<Func<TVersion, object?>> owner)
        where TOwner : Entity where TVersion : Effective
    {
        table.HasMany(versions).WithOne().HasForeignKey(owner).OnDelete(DeleteBehavior.Cascade);
        table.Navigation(versions).AutoInclude();
        var version = table.Metadata.Model.FindEntityType(typeof(TVersion))!;
        var key = version.GetForeignKeys().First(f => f.PrincipalEntityType == table.Metadata).Properties[0];
        var from = version.FindProperty(nameof(Effective.ValidFrom)) ?? version.AddProperty(typeof(Effective).GetProperty(nameof(Effective.ValidFrom))!);
        version.AddIndex([key, from])!.IsUnique = true;
    }

    /// <summary>A value kept whole as JSON; compared by what it says. It is replaced, never changed in place.</summary>
    public static void AsJson<T>(this PropertyBuilder<T> property) => property.HasConversion(
        value => JsonSerializer.Serialize(value, Json),
        text => JsonSerializer.Deserialize<T>(text, Json)!,
        new ValueComparer<T>(
            (a, b) => ReferenceEquals(a, b) || JsonSerializer.Serialize(a, Json) == JsonSerializer.Serialize(b, Json),
            value => JsonSerializer.Serialize(value, Json).GetHashCode(StringComparison.Ordinal),
            value => value));
}
