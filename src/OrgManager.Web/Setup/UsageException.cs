namespace OrgManager.Web.Setup;

/// <summary>The program was called wrongly: one sentence, exit code 2.</summary>
public sealed class UsageException(string sentence) : Exception(sentence);
