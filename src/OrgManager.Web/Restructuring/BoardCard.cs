using OrgManager.Restructuring;

namespace OrgManager.Web.Restructuring;

/// <summary>Somebody on the mapping board.</summary>
/// <param name="Source">Code of the unit they come from, and <paramref name="From"/> its short name.</param>
/// <param name="Was">What they led there.</param>
/// <param name="At">Where they come to stand.</param>
public sealed record BoardCard(string Code, string FullName, string Source, string From, Leadership? Was, string At, Leadership? Leads, bool IsPlaced);
