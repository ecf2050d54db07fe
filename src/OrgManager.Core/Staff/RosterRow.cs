using OrgManager.Common;
using OrgManager.Decisions;
using OrgManager.Establishment;

namespace OrgManager.Staff;

/// <summary>Which people a roster shows. <see cref="Unit"/> takes everything below it with it.</summary>
public sealed record RosterQuery(DateOnly On, string? UnitCode = null, QuotaCategory? Category = null, Headship? Headship = null, bool? PartyMember = null, string? Search = null)
{
    /// <summary>Age in whole years on the day, both ends included; only people whose personal data the reader may see match.</summary>
    public int? AgeFrom { get; init; }
    public int? AgeTo { get; init; }

    /// <summary>Only people of whom no salary is kept, as far as the reader may see it.</summary>
    public bool LacksSalary { get; init; }

    /// <summary>Only these people, by their numbers: those somebody chose from the list.</summary>
    public IReadOnlySet<string>? Codes { get; init; }
}

/// <summary>One person in post on the day, in the unit of the primary assignment. What the reader may not see of a person is null.</summary>
public sealed record RosterRow
{
    public required Guid PersonId { get; init; }
    public required string Code { get; init; }
    public required string FullName { get; init; }
    public required string UnitCode { get; init; }
    public required string UnitName { get; init; }

    /// <summary>What the unit is called where there is little room; the name where it has no shorter one.</summary>
    public required string UnitShortName { get; init; }
    public required QuotaCategory Category { get; init; }
    public required Headship Headship { get; init; }

    /// <summary>The title of the post: of the head or deputy as the kind of unit calls it, else the position.</summary>
    public required string Post { get; init; }
    public required string PostEn { get; init; }

    /// <summary>First day in the present unit and post.</summary>
    public required DateOnly Since { get; init; }
    public required DecisionRef? Decision { get; init; }

    /// <summary>Personal field class.</summary>
    public required DateOnly? Born { get; init; }
    public required Sex? Sex { get; init; }

    /// <summary>Rank, step and coefficient of the day; null where none is kept, or out of the reader's reach.</summary>
    public required SalaryFacts? Salary { get; init; }

    /// <summary>Party field class: member on the day or not; null where the reader may not know.</summary>
    public required bool? PartyMember { get; init; }
    public required DateOnly? PartyMemberSince { get; init; }

    /// <summary>What alone the paper gives of that day; null where it gives the day.</summary>
    public DayPart? PartyMemberSinceAs { get; init; }
}

/// <summary>What the roster page may offer this reader.</summary>
public sealed record RosterColumns(bool Personal, bool Party);

/// <summary>One page of the roster in the order asked for, with what the reader may see of it.</summary>
/// <param name="Groups">In protocol order the units in which the people of the page stand, one after the other; in another order none.</param>
public sealed record Roster(IReadOnlyList<RosterRow> Rows, int Total, RosterColumns Columns, IReadOnlyList<RosterUnit> Units, IReadOnlyList<RosterGroup> Groups);

/// <summary>The people of one unit within a list, without those of units below it.</summary>
/// <param name="Name">Of the unit on the day, or of its own people ("Lãnh đạo Sở") where it has units below it.</param>
/// <param name="First">How many people of the list stand before them.</param>
public sealed record RosterGroup(string UnitCode, string Name, string? NameEn, int People, int First);

/// <summary>A unit the reader may filter by.</summary>
public sealed record RosterUnit(string Code, string Name, int Depth);
