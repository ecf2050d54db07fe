using Microsoft.Extensions.Localization;
using OrgManager.Party;
using OrgManager.Web.Common;

namespace OrgManager.Web.Party;

/// <summary>The columns of the list of cells: which a reader sees, and which of them may be hidden.</summary>
public sealed class CellHidable(CellList list)
{
    public const string List = "cells", Covers = "covers", Official = "official", Probationary = "probationary", Exempt = "exempt", Committee = "committee", Secretary = "secretary", Term = "term", LastMeeting = "meeting", Findings = "findings";

    /// <summary>A secretary and a deputy alone are no committee (chi ủy).</summary>
    public const int Few = 3;

    private bool ShowsRecord => list.Cells.Any(cell => cell.Committee is not null || cell.Secretary is not null);

    public bool Exists(string column) => column switch
    {
        Exempt => list.Cells.Any(cell => cell.Exempt is not null),
        Committee or Secretary or Term or LastMeeting => ShowsRecord,
        Findings => list.Cells.Any(cell => cell.Findings.Count > 0),
        _ => true,
    };

    public IReadOnlyList<(string Name, string Text)> Of(IStringLocalizer<Texts> t) => [.. new (string Name, string Text)[]
    {
        (Covers, t["Cell.Covers"]), (Official, t["Members.Official"]), (Probationary, t["Members.Probationary"]), (Exempt, t["Members.Exempt"]),
        (Committee, t["Cell.Committee"]), (Secretary, t["Cell.Secretary"]), (Term, t["Cell.Term"]), (LastMeeting, t["Cell.LastMeeting"]), (Findings, t["Cell.Findings"]),
    }.Where(column => Exists(column.Name))];
}
