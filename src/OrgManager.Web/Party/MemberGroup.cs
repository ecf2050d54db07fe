namespace OrgManager.Web.Party;

/// <summary>What the members of a cell can be narrowed to.</summary>
public enum MemberGroup { Official, Probationary, Officers, Exempt, Suspended }
