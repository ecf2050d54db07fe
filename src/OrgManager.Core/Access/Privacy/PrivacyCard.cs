using OrgManager.Common;
using OrgManager.Organisation;
using OrgManager.Party;

namespace OrgManager.Access;

/// <summary>By which right somebody sees something.</summary>
/// <param name="Scope">Null for both trees, or one's own record.</param>
/// <param name="From">Null for one's own record, which is seen as long as the account is linked to the person.</param>
public sealed record GrantSight(Role Role, UnitRef? Scope, DateOnly? From, DateOnly? Until)
{
    internal static readonly GrantSight OwnRecord = new(Role.Self, null, null, null);
}

/// <summary>An account that sees a class of fields of a person today.</summary>
/// <param name="Holder">Whose account it is, if anybody's.</param>
public sealed record AccountSight(string User, string? Holder, IReadOnlyList<GrantSight> Grants);

/// <summary>One class of fields of a person, and who sees it.</summary>
/// <param name="Kept">How many entries of it are kept; null where the reader is not the person.</param>
public sealed record ClassSight(Permission Class, int? Kept, IReadOnlyList<AccountSight> SeenBy);

public sealed record PersonSight(PersonRef Person, IReadOnlyList<ClassSight> Classes);

/// <summary>Readings of one person's sensitive data, the newest first.</summary>
public sealed record ReadingPage(IReadOnlyList<Reading> Rows, int Total);

/// <summary>Who one is here: the record the account is linked to, and the rights it has.</summary>
/// <param name="Person">Null for an account that is nobody's.</param>
/// <param name="SeesWork">Whether one's own work record may be opened.</param>
/// <param name="Party">One's own party data; null where the account may not see it, or there is none.</param>
public sealed record OwnRecord(PersonRef? Person, bool SeesWork, OwnParty? Party, IReadOnlyList<GrantSight> Rights);

public sealed record OwnParty(Standing Standing, PartialDay AdmittedOn, PartialDay? OfficialOn, UnitRef? Cell, IReadOnlyList<OwnOffice> Offices)
{
    /// <summary>Confirmed grades, the latest year first; what is still being decided is not told.</summary>
    public IReadOnlyList<OwnGrade> Grades { get; init; } = [];
}

/// <summary>Mức xếp loại of one year, as confirmed.</summary>
public sealed record OwnGrade(int Year, string Name, string NameEn, DateOnly ConfirmedOn);

/// <param name="InCell">Of a cell, not of a committee above it; the two name their officers differently.</param>
public sealed record OwnOffice(PartyPost Post, bool InCell, UnitRef? Unit, DateOnly From);
