using OrgManager.Organisation;

namespace OrgManager.Benchmarks;

/// <summary>What a reader would look for in generated data.</summary>
/// <param name="Branch">Code of the unit below the top with the most units below it.</param>
internal sealed record Facts(string Branch, string Person, string PartOfName, string Initials, int InPost)
{
    public static Task<Facts> OfAsync(Province province) => province.AskAsync(timeline =>
    {
        var day = timeline.On(province.Today);
        var branch = day.Roots(OrgManager.Organisation.Branch.Government).SelectMany(root => root.Children).MaxBy(unit => unit.WithDescendants().Count())!;
        var person = day.Posts.OrderBy(post => post.Person.Code, StringComparer.Ordinal).ElementAt(day.Posts.Count() / 2).Person;
        var words = person.SearchKey.Split(' ');
        return new Facts(branch.Code, person.Code, string.Join(' ', words.Take(2)), person.Initials, day.Posts.Count());
    });
}
