namespace OrgManager.Web.Restructuring;

/// <summary>What may be done with a scenario on its page.</summary>
public enum ScenarioAct { None, Step, Edit, Readers, Copy, Submit, Return, Approve, Apply, Withdraw, Rebase, Undo }
