using OrgManager.Decisions;
using OrgManager.Organisation;

namespace OrgManager.Party;

/// <summary>The party file of one person on a day; outside the membership, as on the nearest day of it.</summary>
public sealed record MemberCard
{
    public required Guid PersonId { get; init; }
    public required string Code { get; init; }
    public required string FullName { get; init; }

    /// <summary>Whether the person is a member here on the day.</summary>
    public required bool IsMember { get; init; }
    public required DateOnly StartsOn { get; init; }

    /// <summary>The first day of membership no more, or null.</summary>
    public required DateOnly? EndsOn { get; init; }
    public required MembershipEnd? EndReason { get; init; }
    public required AdmissionFacts Admission { get; init; }
    public required MembershipFacts Facts { get; init; }
    public required UnitRef Cell { get; init; }
    public required DateOnly InCellSince { get; init; }
    public required IReadOnlyList<HeldOffice> Offices { get; init; }
    public required MemberWork? Work { get; init; }

    /// <summary>The newest first, of every time the person was a member.</summary>
    public required IReadOnlyList<MemberPeriod> Periods { get; init; }

    /// <summary>Times of exemption and suspension, the newest first.</summary>
    public required IReadOnlyList<ParticipationPeriod> Apart { get; init; }
    public required PartyAge Age { get; init; }

    /// <summary>Rewards and badges given, the newest first.</summary>
    public required IReadOnlyList<HonourRow> Honours { get; init; }

    /// <summary>Whether the reader may open the staff record, may change this file, may correct it.</summary>
    public required bool MaySeeStaff { get; init; }
    public required bool MayChange { get; init; }
    public required bool MayCorrect { get; init; }

    /// <summary>Whether the reader may see the member's discipline, and the grades of the years.</summary>
    public required bool MaySeeDiscipline { get; init; }
    public required bool MaySeeGrades { get; init; }
}

/// <summary>Tuổi đảng on the day (at the end of the membership for who has left): from the first admission, less the days out of the party where they are known.</summary>
/// <param name="Years">Full years that are certain.</param>
public sealed record PartyAge(DateOnly CountsFrom, int Years, int DaysOut, IReadOnlyList<PartyBadge> Badges)
{
    public required PartyTime Time { get; init; }

    /// <summary>The most full years it may be, where the papers leave it open.</summary>
    public required int MostYears { get; init; }

    /// <summary>It stops with the day of leaving the party for good; who went elsewhere or came later goes on. Null for who has no file by then.</summary>
    internal static PartyAge? Of(OrgTimeline timeline, Guid personId, DateOnly on)
    {
        if (timeline.MembershipNear(personId, on) is not { } near) return null;
        var day = on < near.On ? near.On : on;
        var stopped = near.Line.History.Until <= day && near.Line.EndReason is not (null or MembershipEnd.TransferOut);
        if (stopped) day = near.On;
        var time = PartyTime.Of([.. timeline.FilesOf(personId).TakeWhile(f => f.History.From <= near.On)]);
        var (least, most) = time.Age(day);
        return new(time.From.First, least, time.DaysOut, [.. time.Badges(day).Where(b => !stopped || b.GivenOn <= day)]) { Time = time, MostYears = most };
    }
}

/// <summary>Miễn or đình chỉ sinh hoạt, whatever else changed meanwhile.</summary>
/// <param name="Until">The first day it was so no more; null while open.</param>
public sealed record ParticipationPeriod(Participation Participation, DateOnly From, DateOnly? Until);

public enum MemberPeriodKind { Membership, Left, Office, OfficeEnded }

/// <summary>One stretch of the membership or of an office, or the end of it.</summary>
/// <param name="Until">The first day it is so no more; null while open, and for an end.</param>
public sealed record MemberPeriod(MemberPeriodKind Kind, DateOnly From, DateOnly? Until, UnitRef Unit, DecisionRef? Decision)
{
    public Guid VersionId { get; init; }
    public Guid OfficeId { get; init; }
    public MembershipFacts? Membership { get; init; }

    /// <summary>What the change of that day itself set.</summary>
    public MembershipFields Sets { get; init; }
    public bool IsFirst { get; init; }
    public OfficeFacts? Office { get; init; }

    /// <summary>Whether the office is one in a cell.</summary>
    public bool InCell { get; init; }
    public MembershipEnd? EndReason { get; init; }

    /// <summary>A day of the membership it belongs to.</summary>
    public DateOnly SeenOn => Kind is MemberPeriodKind.Left or MemberPeriodKind.OfficeEnded ? From.AddDays(-1) : From;
}
