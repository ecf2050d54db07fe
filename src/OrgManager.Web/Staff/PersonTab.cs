using OrgManager.Staff;

namespace OrgManager.Web.Staff;

/// <summary>The groups of fields of a person's page, each a class of fields or what joins them.</summary>
public enum PersonTab { Work, Salary, Personal, Party, Decisions }

internal static class PersonTabs
{
    /// <summary>The groups this reader may open.</summary>
    public static IEnumerable<PersonTab> Of(PersonCard person) => Enum.GetValues<PersonTab>().Where(tab => tab switch
    {
        PersonTab.Salary or PersonTab.Personal => person.Personal is not null,
        PersonTab.Party => person.Party is not null,
        _ => true,
    });

    /// <summary>What the address asks for; what it may not ask for is the first.</summary>
    public static PersonTab Asked(PersonCard person, string? word) =>
        Of(person).FirstOrDefault(tab => string.Equals(tab.ToString(), word, StringComparison.OrdinalIgnoreCase));
}
