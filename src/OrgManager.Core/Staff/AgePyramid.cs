using OrgManager.Organisation;

namespace OrgManager.Staff;

/// <summary>How many men and women are of these ages.</summary>
/// <param name="To">The last age, or null for all above.</param>
public sealed record AgeBand(int From, int? To, int Men, int Women);

/// <summary>Tháp tuổi: people in post in a unit and everything below it on a day, by age and sex.</summary>
/// <param name="Bands">The youngest first; null where so few are counted that ages would tell who they are, and the reader may not see days of birth.</param>
/// <param name="OpensPeople">The reader may see days of birth there, and so who is of which age.</param>
public sealed record AgePyramid(DateOnly On, UnitRef Unit, int People, IReadOnlyList<AgeBand>? Bands, bool OpensPeople)
{
    /// <summary>So many people must be counted before their ages are told to who may not see days of birth.</summary>
    public const int Fewest = 20;
}
