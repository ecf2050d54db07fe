using OrgManager.Staff;

namespace OrgManager.Data.Seeding.Province;

/// <summary>Names as people here bear them, of nobody in particular.</summary>
internal static class PersonNames
{
    public static string Draw(ProvinceWords words, Sex sex, Dice dice) => sex == Sex.Male
        ? $"{dice.Pick(words.FamilyNames)} {dice.Pick(words.MiddleNamesMale)} {dice.Pick(words.GivenNamesMale)}"
        : $"{dice.Pick(words.FamilyNames)} {dice.Pick(words.MiddleNamesFemale)} {dice.Pick(words.GivenNamesFemale)}";
}
