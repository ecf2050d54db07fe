using System.Globalization;
using OrgManager.Party;

namespace OrgManager.Web.Party.Due;

/// <summary>Kinds of matters that belong together.</summary>
public enum DueGroup { Meetings, Members, Cells, Papers }

/// <summary>What of the list an address asks for: how far ahead, of which cell, which group.</summary>
public sealed record DueAddress(int Months, string? Unit, DueGroup? Group)
{
    public const int Usual = 6;
    public static readonly int[] Choices = [1, 3, 6, 12, 24];

    public static DueAddress Of(Func<string, string?> read) => new(
        int.TryParse(read("months"), NumberStyles.None, CultureInfo.InvariantCulture, out var months) && Choices.Contains(months) ? months : Usual,
        read("unit") is { Length: > 0 } unit ? unit : null,
        Enum.TryParse<DueGroup>(read("group"), ignoreCase: true, out var group) && Enum.IsDefined(group) ? group : null);

    public IReadOnlyList<PartyDue> Shown(IReadOnlyList<PartyDue> all) => [.. all.Where(d => (Unit is null || d.Unit.Code == Unit) && (Group is null || DueWords.GroupOf(d.Kind) == Group))];
}
