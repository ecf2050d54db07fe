namespace OrgManager.Web.Access;

/// <summary>What an administrator does with an account itself, beside its grants.</summary>
public enum AccountAct { ResetPassword, Link, Unlock, EndSessions, Disable, Enable }
