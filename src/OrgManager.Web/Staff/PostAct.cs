namespace OrgManager.Web.Staff;

/// <summary>What a dialog does to one or several people: their post alters, they hold another beside it, or they leave.</summary>
public enum PostAct { Alter, Beside, Leave }
