namespace OrgManager.Common;

/// <summary>How far a field may travel. Party, review and discipline data are sensitive personal data (Decree 356/2025, art. 4).</summary>
public enum FieldClass { Public, Work, Personal, Party, Review, Discipline, Account }
