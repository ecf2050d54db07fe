using OrgManager.Common;

namespace OrgManager.Decisions;

/// <summary>Độ mật of a document: thường, or mật, tối mật, tuyệt mật (Law on Protection of State Secrets 2018, art. 8).</summary>
public enum SecrecyMark
{
    /// <summary>Thường: no state secret.</summary>
    Ordinary,

    /// <summary>Mật.</summary>
    Confidential,

    /// <summary>Tối mật.</summary>
    Secret,

    /// <summary>Tuyệt mật.</summary>
    TopSecret,
}

internal static class Secrecy
{
    /// <summary>State secrets are kept elsewhere: neither what they say nor that they exist belongs here.</summary>
    /// <exception cref="RuleBrokenException">Decision.StateSecret.</exception>
    public static void Refuse(SecrecyMark mark) => RuleBrokenException.Unless(mark == SecrecyMark.Ordinary, "Decision.StateSecret");
}
