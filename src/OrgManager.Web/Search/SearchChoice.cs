namespace OrgManager.Web.Search;

/// <summary>One line of the search: what it is and where it leads, under the heading of its group.</summary>
public sealed record SearchChoice(string Group, string Icon, string Text, string Detail, string Href);
