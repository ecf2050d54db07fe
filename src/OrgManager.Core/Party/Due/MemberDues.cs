using Microsoft.EntityFrameworkCore;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Party;

/// <summary>Probations, badges, exemptions and suspensions, and members whose cell is not theirs by their work.</summary>
internal sealed class MemberDues : IPartyDueSource
{
    public async Task<IReadOnlyList<PartyDue>> OfAsync(PartyDueReading reading, CancellationToken ct)
    {
        var given = (await reading.Db.Set<MemberHonour>().Where(h => h.BadgeYears != null).Select(h => new { h.PersonId, h.BadgeYears }).ToListAsync(ct)).Select(h => (h.PersonId, h.BadgeYears!.Value)).ToHashSet();
        var findings = new PartyFindings(reading.Snapshot, reading.Record).Of(reading.Cells).Where(f => f.Kind is CellFinding.MemberElsewhere or CellFinding.MemberLeftWork && f.Person is not null);
        return [.. reading.Cells.SelectMany(cell => cell.Members.SelectMany(member => Of(reading, cell, member, given))), .. findings.Select(f => Of(reading, f))];
    }

    private static IEnumerable<PartyDue> Of(PartyDueReading reading, UnitOn cell, MemberOn member, HashSet<(Guid, int)> given) =>
        Probation(reading, member).Concat(Badge(reading, member, given)).Concat(Participating(reading, member)).OfType<PartyDue>()
            .Select(due => due with { Unit = PartyDueReading.Ref(cell), Person = new(member.Person.Code, member.Person.FullName) });

    /// <summary>Due when probation ends, overdue when the working days for the recognition are over, too.</summary>
    private static IEnumerable<PartyDue> Probation(PartyDueReading reading, MemberOn member)
    {
        var ends = member.Line.Admission.ProbationEnds;
        if (member.Facts.Standing != Standing.Probationary || ends >= reading.Until) yield break;
        var rule = CellRules.Of(CellMatter.RecognitionWorkingDays, ends);
        var last = WorkingDays.After(ends, rule.Value);
        var ahead = ends > reading.Day;
        yield return new(ahead ? PartyDueKind.Probation : PartyDueKind.ProbationOver, ahead ? PartyDueUrgency.Ahead : last < reading.Day ? PartyDueUrgency.Overdue : PartyDueUrgency.Now, ahead ? ends : last, Nowhere)
        {
            Rule = RuleSource.Of(ahead ? CellRules.Of(CellMatter.ProbationMonths, member.Line.Admission.CeremonyOn) : rule), Asked = rule.Value, Of = ends,
        };
    }

    /// <summary>Where papers leave the day open it is told for the first giving day ahead that it may be, and said so; what was given is due no more.</summary>
    private static IEnumerable<PartyDue> Badge(PartyDueReading reading, MemberOn member, HashSet<(Guid, int)> given)
    {
        var time = PartyTime.Of([.. reading.Snapshot.Timeline.FilesOf(member.Person.Id).TakeWhile(f => f.History.From <= reading.Day)]);
        return time.Badges(reading.Day).Where(b => b.SurelyGivenOn > reading.Day && b.GivenOn < reading.Until && !given.Contains((member.Person.Id, b.Years)))
            .Select(b => new PartyDue(PartyDueKind.Badge, PartyDueUrgency.Ahead, b.GivenOn > reading.Day ? b.GivenOn : b.SurelyGivenOn, Nowhere) { Number = b.Years, Of = b.FullOn, Rule = CellRules.BadgeSource, Counted = b.IsApproximate ? time.From : null });
    }

    /// <summary>The end that is known; else how long an exemption of somebody who is neither old nor ill may last. Why somebody is exempt is not on record, so it is to be looked at, never overdue.</summary>
    private static IEnumerable<PartyDue> Participating(PartyDueReading reading, MemberOn member)
    {
        if (member.Facts.Participation == Participation.Active) yield break;
        var exempt = member.Facts.Participation == Participation.Exempt;
        var next = member.Line.History.FirstOrDefault(s => s.From > reading.Day && s.Facts.Participation != member.Facts.Participation);
        var rule = CellRules.Of(CellMatter.ExemptionMonths, reading.Day);
        if (next is not null)
        {
            if (next.From < reading.Until) yield return new(exempt ? PartyDueKind.ExemptionEnds : PartyDueKind.SuspensionEnds, PartyDueUrgency.Ahead, next.From, Nowhere) { Rule = RuleSource.Of(exempt ? rule : CellRules.Of(CellMatter.SuspensionDays, reading.Day)) };
            yield break;
        }
        if (!exempt || member.Line.History.SetBy((int)MembershipFields.Participation, reading.Day) is not { } since) yield break;
        var ends = since.From.AddMonths(rule.Value);
        if (ends < reading.Until && (ends > reading.Day ? ends : reading.Day) < OldOn(member.Person, reading.Day))
            yield return new(PartyDueKind.ExemptionLong, ends <= reading.Day ? PartyDueUrgency.Now : PartyDueUrgency.Ahead, ends, Nowhere) { Rule = RuleSource.Of(rule), Asked = rule.Value, Of = since.From };
    }

    /// <summary>From which day on an exemption lasts as long as it likes: over so many years of age, which is from the day after the birthday.</summary>
    private static DateOnly OldOn(PersonLine person, DateOnly on) => person.Born.AddYears(CellRules.Of(person.Sex == Sex.Male ? CellMatter.ExemptionAgeMan : CellMatter.ExemptionAgeWoman, on).Value).AddDays(1);

    private static PartyDue Of(PartyDueReading reading, PartyFinding found)
    {
        if (found.Kind == CellFinding.MemberElsewhere) return new(PartyDueKind.MemberElsewhere, PartyDueUrgency.Now, null, found.Cell!) { Person = found.Person, Rule = RuleSource.Of(CellRules.Of(CellMatter.CellOfWork, reading.Day)) };
        var rule = TransferRules.On(found.On ?? reading.Day);
        var last = WorkingDays.After(found.On ?? reading.Day, rule.OfficialWorkingDays);
        return new(PartyDueKind.MemberLeftWork, last < reading.Day ? PartyDueUrgency.Overdue : PartyDueUrgency.Now, last, found.Cell!) { Person = found.Person, Rule = RuleSource.Of(rule), Asked = rule.OfficialWorkingDays, Of = found.On };
    }

    private static UnitRef Nowhere { get; } = new(Guid.Empty, "", "");
}
