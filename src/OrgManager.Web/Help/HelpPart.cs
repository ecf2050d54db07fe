namespace OrgManager.Web.Help;

/// <summary>One page of the help.</summary>
/// <param name="Name">As in its address and in the names of its files.</param>
/// <param name="Path">Of the page it explains; null where it explains none in particular.</param>
public sealed record HelpPart(string Name, string? Path);
