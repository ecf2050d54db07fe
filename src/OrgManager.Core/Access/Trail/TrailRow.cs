using OrgManager.Common;
using OrgManager.Decisions;

namespace OrgManager.Access;

/// <summary>What part of the work a change belongs to, told by its verb.</summary>
public enum TrailArea { Organisation, Establishment, Staff, Party, Reviews, Targets, Decisions, Accounts, Other }

/// <summary>Which change sets to show; every filter is cut to what the reader may see.</summary>
/// <param name="From">First day of recording.</param>
/// <param name="To">Last day of recording.</param>
/// <param name="User">Who made the change, as typed.</param>
/// <param name="Unit">Code of a unit: rows of it and of all below it.</param>
/// <param name="Person">Staff number: rows about that person.</param>
/// <param name="Account">Name of an account: rows about it. For those who read accounts.</param>
public sealed record TrailQuery(
    DateOnly? From = null, DateOnly? To = null, string? User = null, TrailArea? Area = null, string? Unit = null, string? Person = null, string? Account = null, FieldClass? Class = null)
{
    /// <summary>Successful sign-ins are left out also where they would stand; failed ones stay.</summary>
    public bool WithoutSignIns { get; init; }
}

/// <summary>Newest first.</summary>
/// <param name="Before">The number to ask for older ones with; null at the end.</param>
/// <param name="Classes">The classes of fields of which the reader sees something somewhere.</param>
public sealed record TrailPage(IReadOnlyList<TrailRow> Rows, long? Before, IReadOnlyList<FieldClass> Classes);

/// <summary>One change set, as far as the reader may see it.</summary>
/// <param name="Subjects">Whom or what it is about, a few of them.</param>
/// <param name="Entries">How many rows of it the reader sees.</param>
public sealed record TrailRow(
    long Seq, DateTime AtUtc, string User, string Verb, string? Reason, DecisionRef? Decision, IReadOnlyList<TrailSubject> Subjects, int OtherSubjects, int Entries)
{
    public TrailArea Area => TrailAreas.Of(Verb);
}

public enum TrailSubjectKind { Unit, Person, Decision, Account, Other }

/// <param name="Code">By which a page of it is found, if there is one.</param>
public sealed record TrailSubject(TrailSubjectKind Kind, string Name, string? Code = null);

/// <summary>One row of one entity, in words.</summary>
/// <param name="Type">Name of the entity, a key of the texts.</param>
public sealed record TrailEntry(int Number, string Type, TrailSubject? Subject, FieldClass FieldClass, TrailAct Act, IReadOnlyList<TrailField> Fields);

public enum TrailAct { Added, Changed, Removed }

/// <summary>What a field was and is; null where it was or is empty.</summary>
public sealed record TrailField(string Name, TrailValue? Before, TrailValue? After);

public enum TrailValueKind { Text, Day, OpenEnd, Moment, Number, Flag, Choice, Choices, Secret }

/// <param name="Choices">Of one or several choices: the name of the list it is from.</param>
public sealed record TrailValue(TrailValueKind Kind, string Text, string? Choices = null);

/// <summary>The entries of one change set that the reader may see, at most a page of them.</summary>
public sealed record TrailSet(IReadOnlyList<TrailEntry> Entries, int Total);

internal static class TrailAreas
{
    private static readonly Dictionary<string, TrailArea> ByPrefix = new()
    {
        ["OrgUnit"] = TrailArea.Organisation, ["UnitKind"] = TrailArea.Organisation, ["Scenario"] = TrailArea.Organisation,
        ["Quota"] = TrailArea.Establishment, ["JobPosition"] = TrailArea.Establishment, ["Staff"] = TrailArea.Staff, ["PartyMember"] = TrailArea.Party, ["Coverage"] = TrailArea.Party, ["Transfer"] = TrailArea.Party, ["PartyFee"] = TrailArea.Party, ["Honour"] = TrailArea.Party, ["Discipline"] = TrailArea.Party,
        ["Review"] = TrailArea.Reviews, ["EarlierGrade"] = TrailArea.Reviews, ["PaperTemplate"] = TrailArea.Reviews, ["ReviewCycle"] = TrailArea.Reviews, ["RuleSet"] = TrailArea.Reviews, ["Target"] = TrailArea.Targets, ["Decision"] = TrailArea.Decisions,
        ["User"] = TrailArea.Accounts, ["Account"] = TrailArea.Accounts, ["Backup"] = TrailArea.Accounts, ["Job"] = TrailArea.Accounts, ["Import"] = TrailArea.Staff,
    };

    public static TrailArea Of(string verb) => ByPrefix.GetValueOrDefault(verb.Split('.')[0], TrailArea.Other);
}
