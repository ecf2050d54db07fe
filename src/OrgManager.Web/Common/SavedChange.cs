namespace OrgManager.Web.Common;

/// <summary>What a dialog saved, so that the page can say so.</summary>
/// <param name="What">About whom or what, and which act: "Nguyễn Văn A · điều động".</param>
/// <param name="From">The day from which it holds, where it has one.</param>
public sealed record SavedChange(string What, DateOnly? From = null);
