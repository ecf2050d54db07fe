namespace OrgManager.Web.Common;

/// <summary>Block must be settled, warn needs a remark, info is to know.</summary>
public enum FindingLevel { Block, Warn, Info }
