using System.Globalization;
using OrgManager.Establishment;

namespace OrgManager.Web.Establishment;

/// <summary>An allocation while it is being typed.</summary>
public sealed class AllocationForm
{
    /// <param name="before">What was typed for another day or receiver: figures that were touched are kept where the unit is the same.</param>
    public AllocationForm(QuotaAllocation allocation, AllocationForm? before = null)
    {
        Allocation = allocation;
        var same = before is not null && (before.Allocation.Receiver.Id, before.Allocation.Category) == (allocation.Receiver.Id, allocation.Category);
        var touched = same ? before!.Lines.Where(l => l.IsTouched).ToDictionary(l => l.Row.Unit.Id, l => l.Typed) : [];
        Lines = [.. allocation.Rows.Select(row => new AllocationLine(row) { Typed = touched.GetValueOrDefault(row.Unit.Id) ?? AllocationLine.Text(row.Now) })];
    }

    public QuotaAllocation Allocation { get; }
    public IReadOnlyList<AllocationLine> Lines { get; }
    public DateOnly From => Allocation.From;
    public int Assigned => Allocation.Assigned ?? 0;
    public int Given => Lines.Sum(l => l.Posts ?? 0);
    public int Remaining => Assigned - Given;

    /// <summary>Some level that begins on this very day becomes another.</summary>
    public bool Corrects => Lines.Any(l => l.Row.SetThatDay && l.IsChanged);

    /// <summary>What is typed somewhere and is no number of posts.</summary>
    public string? Wrong => Lines.FirstOrDefault(l => l.Posts is null && l.Typed.Trim().Length > 0)?.Typed;

    public IReadOnlyList<SeenQuota> Changes =>
        [.. Lines.Where(l => l.IsChanged).Select(l => new SeenQuota(new(l.Row.Unit.Id, QuotaKind.Allocated, Allocation.Category, l.Posts!.Value), l.Row.Now))];

    /// <summary>Somebody else was quicker: what is true now becomes what is changed, and what was typed stays.</summary>
    public void Follow(IReadOnlyList<SeenQuota> now)
    {
        foreach (var line in Lines)
            if (now.FirstOrDefault(n => n.Setting.UnitId == line.Row.Unit.Id) is { } seen) line.See(seen.Was);
    }
}

/// <summary>One unit's figure while it is being typed.</summary>
public sealed class AllocationLine(AllocationRow row)
{
    public AllocationRow Row { get; private set; } = row;
    public string Typed { get; set; } = "";

    /// <summary>What others made of it since the dialog was opened.</summary>
    public int? ChangedTo { get; private set; }
    public bool IsTouched => Typed.Trim() != Text(Row.Now);

    /// <summary>Whole posts, or null if none can be read; nothing typed is 0.</summary>
    public int? Posts => Typed.Trim().Length == 0 ? 0 : int.TryParse(Typed, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var posts) && posts <= QuotaLevel.Most ? posts : null;

    public bool IsChanged => Posts is { } posts && posts != (Row.Now ?? 0);
    public int Unused => Math.Max(0, (Posts ?? 0) - Row.Present);
    public int Over => Math.Max(0, Row.Present - (Posts ?? 0));

    internal static string Text(int? posts) => posts?.ToString(CultureInfo.InvariantCulture) ?? "";

    internal void See(int? now) => (ChangedTo, Row) = (now, Row with { Now = now, SetThatDay = Row.SetThatDay || now != Row.Before });
}
