using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OrgManager.Data;

/// <summary>A key that cookies and forms are signed with, as ASP.NET's data protection writes it.</summary>
public sealed class ProtectionKey
{
    public required string Name { get; init; }
    public required string Xml { get; init; }
}

/// <summary>
/// The keys all nodes of one PostgreSQL database share. They are the machines' and not the organisation's, and secret: so they are the one thing that is written
/// beside <see cref="Database.ChangeAsync"/>, by one insert each, and the trail never holds them.
/// </summary>
public sealed class ProtectionKeys(IDbContextFactory<OrgDbContext> factory)
{
    public IReadOnlyList<string> All()
    {
        using var db = factory.CreateDbContext();
        return [.. db.Set<ProtectionKey>().AsNoTracking().OrderBy(k => k.Name).Select(k => k.Xml)];
    }

    public void Add(string name, string xml)
    {
        using var db = factory.CreateDbContext();
        db.Database.ExecuteSql($"""INSERT INTO "ProtectionKeys" ("Name", "Xml") VALUES ({name}, {xml})""");
    }
}

internal sealed class ProtectionKeyTable : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> table)
    {
        table.ToTable("ProtectionKeys");
        table.HasKey(k => k.Name);
        table.Property(k => k.Name).HasMaxLength(100);
    }
}
