namespace OrgManager.Party;

/// <summary>One criterion of a good meeting, and whether this one meets it.</summary>
/// <param name="Actual">The percent that came, or the minutes it took, where it is known.</param>
public sealed record MeetingCheck(MeetingCriterion Criterion, bool Holds, decimal? Actual = null);

/// <summary>A meeting against the rule of its day.</summary>
public sealed record MeetingQuality(MeetingRule Rule, IReadOnlyList<MeetingCheck> Checks)
{
    /// <summary>Everything that is asked for holds.</summary>
    public bool IsGood => Checks.All(c => c.Holds);
    public IEnumerable<MeetingCheck> Lacking => Checks.Where(c => !c.Holds);

    /// <summary>What a cell has no committee for is not asked of it.</summary>
    public static MeetingQuality Of(MeetingFacts meeting)
    {
        var rule = MeetingRules.On(meeting.On);
        return new(rule, [.. rule.Criteria.Where(c => c != MeetingCriterion.CommitteeMet || meeting.CommitteeMet is not null).Select(c => Check(rule, meeting, c))]);
    }

    /// <summary>Percent of those convened who came, exact.</summary>
    public static decimal Attendance(MeetingPresence presence) => presence.Convened == 0 ? 0 : 100m * presence.Present / presence.Convened;

    private static MeetingCheck Check(MeetingRule rule, MeetingFacts meeting, MeetingCriterion criterion) => criterion switch
    {
        MeetingCriterion.Attendance => new(criterion, meeting.Presence.Present * 100 > meeting.Presence.Convened * rule.AttendanceAbove.GetValueOrDefault(), Attendance(meeting.Presence)),
        MeetingCriterion.Duration => new(criterion, meeting.Minutes >= rule.LeastMinutes, meeting.Minutes),
        MeetingCriterion.Prepared => new(criterion, meeting.Prepared),
        MeetingCriterion.CommitteeMet => new(criterion, meeting.CommitteeMet == true),
        MeetingCriterion.Minutes => new(criterion, meeting.MinutesNumber is not null),
        _ => new(criterion, meeting.Resolution is not null),
    };
}
