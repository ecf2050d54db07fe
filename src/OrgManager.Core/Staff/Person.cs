using OrgManager.Common;

namespace OrgManager.Staff;

public enum Sex { Male, Female }

/// <summary>Who somebody is, apart from any post or party file.</summary>
/// <param name="Code">Staff number, unique.</param>
public sealed record PersonFacts(string Code, string FullName, Sex Sex, DateOnly Born);

/// <summary>A human being the organisation knows: staff, party member, or both.</summary>
public sealed class Person : Aggregate
{
    public const int CodeLength = 20, NameLength = 100;

    private Person() { }

    public string Code { get; private init; } = "";
    public string FullName { get; private set; } = "";
    public string SortKey { get; private set; } = "";
    public string SearchKey { get; private set; } = "";
    public string Initials { get; private set; } = "";
    public Sex Sex { get; private set; }
    public DateOnly Born { get; private set; }

    internal override FieldClass FieldClass => FieldClass.Personal;

    /// <exception cref="RuleBrokenException">Person.CodeMissing, Person.NameMissing.</exception>
    public static Person Register(PersonFacts facts)
    {
        RuleBrokenException.Unless(facts.Code.Length is > 0 and <= CodeLength, "Person.CodeMissing", CodeLength);
        var person = new Person { Code = facts.Code };
        person.Set(facts);
        return person;
    }

    /// <summary>What was entered of the person was wrong. The code stays.</summary>
    /// <exception cref="RuleBrokenException">History.ReasonMissing, Person.NameMissing.</exception>
    public void Correct(PersonFacts facts, string reason)
    {
        RuleBrokenException.Unless(!string.IsNullOrWhiteSpace(reason), "History.ReasonMissing");
        Set(facts);
        Touch();
    }

    private void Set(PersonFacts facts)
    {
        (FullName, Sex, Born) = (VietnameseText.Nfc(facts.FullName), facts.Sex, facts.Born);
        RuleBrokenException.Unless(FullName.Length is > 0 and <= NameLength, "Person.NameMissing", NameLength);
        (SortKey, SearchKey, Initials) = (VietnameseText.PersonSortKey(FullName), VietnameseText.SearchKey(FullName), VietnameseText.Initials(FullName));
    }
}
