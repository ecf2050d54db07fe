using OrgManager.Establishment;
using OrgManager.Staff;

namespace OrgManager.Data.Seeding.Province;

/// <summary>Draws who comes, and when and why they are to go.</summary>
internal sealed class PeopleDrawer(ProvinceSize size, ProvinceWords words)
{
    private const double LeavesPerYear = 0.007, Women = 0.46;
    private const int OldestMan = 58, OldestWoman = 53; // of those there on the first day, none is about to retire

    public List<PlannedPerson> All { get; } = [];

    /// <param name="opening">There on the first day already: of any age.</param>
    public PlannedPerson Draw(DateOnly on, bool opening, PostStretch post)
    {
        var dice = new Dice(size.Seed, "person", All.Count);
        var sex = dice.Chance(post.Category == QuotaCategory.SupportContract ? 0.25 : Women) ? Sex.Female : Sex.Male;
        var born = on.AddYears(-Age(dice, opening, post.Headship, sex)).AddDays(-dice.Between(0, 364));
        var (retires, leaves) = (RetirementAges.DayOf(sex, born), on.AddMonths(2 + (int)(-Math.Log(1 - dice.Share()) / LeavesPerYear * 12)));
        var facts = new PersonFacts($"CB{All.Count + 1:D6}", PersonNames.Draw(words, sex, dice), sex, born);
        var person = new PlannedPerson(All.Count, facts, leaves < retires ? leaves : retires, leaves < retires ? Reason(dice, post.Category, leaves) : EmploymentEnd.Retirement);
        All.Add(person);
        return person;
    }

    private static int Age(Dice dice, bool opening, Headship headship, Sex sex)
    {
        var oldest = sex == Sex.Male ? OldestMan : OldestWoman;
        if (headship != Headship.None) return dice.Between(opening ? 36 : 34, oldest - 5);
        if (opening) return dice.Between(23, oldest);
        return dice.Chance(0.8) ? dice.Between(22, 31) : dice.Between(30, 42);
    }

    private static EmploymentEnd Reason(Dice dice, QuotaCategory category, DateOnly on) => category == QuotaCategory.SupportContract
        ? EmploymentEnd.ContractEnd
        : dice.Share() switch
        {
            < 0.5 => EmploymentEnd.Resignation,
            < 0.8 => EmploymentEnd.Transfer,
            < 0.93 when on.Year >= 2015 => EmploymentEnd.Streamlined, // Decree 108/2014
            < 0.93 => EmploymentEnd.Resignation,
            _ => EmploymentEnd.Death,
        };
}
