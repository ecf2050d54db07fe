using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OrgManager.Common;

namespace OrgManager.Data;

/// <summary>Why a change is made: the verb of the use case and, where there is one, the reason or the decision behind it.</summary>
/// <param name="Always">Written down even if no row changes, as a sign-in is.</param>
/// <param name="User">Who it is done for when nobody is signed in yet.</param>
public sealed record ChangeInfo(string Verb, string? Reason = null, Guid? DecisionId = null, bool Always = false, (Guid Id, string Name)? User = null);

/// <summary>Everything one use case changed at once. Each seals the one before by its hash, so the trail cannot be edited unnoticed.</summary>
public sealed class ChangeSet
{
    public required long Seq { get; init; }
    public required DateTime AtUtc { get; init; }
    public required Guid? UserId { get; init; }

    /// <summary>Copied, so that the trail names people whose account is gone.</summary>
    public required string UserName { get; init; }
    public required string Verb { get; init; }
    public required string? Reason { get; init; }
    public required Guid? DecisionId { get; init; }
    public required Guid? JobId { get; init; }
    public required string PreviousHash { get; init; }
    public string Hash { get; private set; } = "";
    public required List<ChangeSetEntry> Entries { get; init; }

    public void Seal() => Hash = ComputeHash();

    /// <summary>Whether this set is as it was written and follows the one before; its entries are checked one by one.</summary>
    public bool Follows(string previousHash) => PreviousHash == previousHash && Hash == ComputeHash();

    private string ComputeHash() => Sha256(PreviousHash, Seq, AtUtc.Ticks, UserId, UserName, Verb, Reason, DecisionId, JobId,
        Entries.OrderBy(e => e.Number).Select(e => e.Hash));

    internal static string Sha256(params object?[] parts) => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(parts)));
}

/// <summary>One row of one entity, as it was and as it became.</summary>
public sealed class ChangeSetEntry
{
    public required long ChangeSetSeq { get; init; }
    public required int Number { get; init; }
    public required string OwnerType { get; init; }
    public required Guid OwnerId { get; init; }
    public required string EntityType { get; init; }
    public required Guid EntityId { get; init; }
    public required Guid? UnitId { get; init; }
    public required FieldClass FieldClass { get; init; }
    public required string? Before { get; init; }
    public required string? After { get; init; }
    public string Hash { get; private set; } = "";

    public bool IsIntact => Hash == ComputeHash();

    internal ChangeSetEntry Sealed()
    {
        Hash = ComputeHash();
        return this;
    }

    private string ComputeHash() => ChangeSet.Sha256(Number, OwnerType, OwnerId, EntityType, EntityId, UnitId, FieldClass, Before, After);
}

internal sealed class ChangeSetTable : IEntityTypeConfiguration<ChangeSet>
{
    public void Configure(EntityTypeBuilder<ChangeSet> table)
    {
        table.HasKey(c => c.Seq);
        table.Property(c => c.Seq).ValueGeneratedNever();
        table.HasMany(c => c.Entries).WithOne().HasForeignKey(e => e.ChangeSetSeq);
        table.HasIndex(c => c.DecisionId);
    }
}

internal sealed class ChangeSetEntryTable : IEntityTypeConfiguration<ChangeSetEntry>
{
    public void Configure(EntityTypeBuilder<ChangeSetEntry> table)
    {
        table.HasKey(e => new { e.ChangeSetSeq, e.Number });
        table.HasIndex(e => e.OwnerId);
    }
}
