using OrgManager.Organisation;
using OrgManager.Reports.Documents;

namespace OrgManager.Restructuring.Annexes;

/// <summary>Whose decision a group of steps needs: the authority above, the party committee, the department on people, the department on posts.</summary>
public enum AnnexKind { State, Party, Personnel, Quota }

/// <summary>The draft of one of a scenario's decisions, with its lists as appendices.</summary>
internal sealed class AnnexDecision(ScenarioFile scenario, ScenarioSimulation tried, AnnexKind kind)
{
    private const string Blank = "………";
    private readonly AnnexRows _rows = new(tried);

    private ScenarioDecision? Decision => kind switch
    {
        AnnexKind.State => scenario.Decisions.State,
        AnnexKind.Party => scenario.Decisions.Party,
        AnnexKind.Personnel => scenario.Decisions.Personnel,
        _ => scenario.Decisions.Quota,
    };

    /// <summary>Whether the scenario has steps that such a decision is for.</summary>
    public bool IsNeeded => Steps().Any() || (kind == AnnexKind.Personnel && _rows.People.Count > 0);

    /// <summary>The staff numbers of those whom the paper names as members.</summary>
    public IEnumerable<string> Members => kind == AnnexKind.Party ? Steps().SelectMany(step => Playing.StepNames.People(step).Where(code => IsNamed(step, code))).Distinct() : [];

    public OfficialDocument Document()
    {
        var (root, ofParty) = (tried.Before.Roots(Branch.Government).FirstOrDefault(), kind == AnnexKind.Party);
        var own = (ofParty ? tried.Before.Roots(Branch.Party).FirstOrDefault() : root)?.Name ?? Blank;
        var issuer = Decision?.Issuer ?? (kind == AnnexKind.State ? "Ủy ban nhân dân tỉnh" : ofParty ? own.Replace("Đảng bộ", "Đảng ủy", StringComparison.Ordinal) : own);
        return new()
        {
            Layout = ofParty ? DocumentLayout.Party : DocumentLayout.State, Issuer = issuer, Number = Decision?.Number ?? (ofParty ? $"{Blank}-QĐ/ĐU" : $"{Blank}/QĐ-{(kind == AnnexKind.State ? "UBND" : Blank)}"),
            Place = Blank, Date = Decision?.SignedOn, Kind = "Quyết định", Subject = Subject(),
            Body = [.. Opening(issuer), .. Articles(issuer)],
            Signature = kind switch
            {
                AnnexKind.State => new("Chủ tịch", Authority: $"TM. {issuer}"),
                AnnexKind.Party => new("Bí thư", Authority: "T/M Đảng ủy"),
                _ => new("Giám đốc"),
            },
            Recipients = ofParty ? ["Như Điều 3", "Đảng ủy cấp trên", "Lưu Văn phòng"] : ["Như Điều 3", "Sở Nội vụ", "Lưu: VT, TCCB"],
            Appendices = [.. Appendices()],
        };
    }

    private string Subject() => Decision?.Subject ?? kind switch
    {
        AnnexKind.State => "Về việc sắp xếp, tổ chức lại các đơn vị",
        AnnexKind.Party => "về việc sắp xếp tổ chức đảng",
        AnnexKind.Personnel => "Về việc bố trí nhân sự sau sắp xếp tổ chức",
        _ => "Về việc giao, phân bổ biên chế sau sắp xếp tổ chức",
    };

    private static IEnumerable<DocumentBlock> Opening(string issuer) =>
    [
        new DocumentParagraph(issuer.ToUpper(System.Globalization.CultureInfo.GetCultureInfo("vi-VN")), Bold: true, Align: DocumentAlign.Centre),
        new DocumentParagraph($"Căn cứ {Blank};", Italic: true), new DocumentParagraph($"Theo đề nghị của {Blank}.", Italic: true),
        new DocumentParagraph("QUYẾT ĐỊNH:", Bold: true, Align: DocumentAlign.Centre),
    ];

    private IEnumerable<DocumentBlock> Articles(string issuer)
    {
        var lines = Steps().Select(step => new StepWords(code => NameOf(step, code)).Of(step)).ToList();
        if (kind == AnnexKind.Personnel) lines = ["Bố trí công tác đối với công chức, viên chức và người lao động có tên trong danh sách kèm theo."];
        yield return new DocumentParagraph(lines.Count == 1 ? lines[0] : "Thực hiện sắp xếp như sau:", Lead: "Điều 1.");
        if (lines.Count > 1)
            for (var i = 0; i < lines.Count; i++) yield return new DocumentParagraph($"{i + 1}. {lines[i]}");
        yield return new DocumentParagraph($"Quyết định này có hiệu lực thi hành kể từ {DocxHead.Day(scenario.EffectiveOn)}.", Lead: "Điều 2.");
        yield return new DocumentParagraph($"Thủ trưởng các đơn vị thuộc {issuer}, các đơn vị và cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này{(kind == AnnexKind.Party ? "." : "./.")}", Lead: "Điều 3.");
    }

    private IEnumerable<ScenarioStep> Steps() => scenario.Steps.Where(step => GroupOf(step) == kind);

    private AnnexKind GroupOf(ScenarioStep step) => step switch
    {
        SetCoverageStep => AnnexKind.Party,
        SetQuotaStep or ConvertPaySourceStep => AnnexKind.Quota,
        _ when IsOfParty(step) => AnnexKind.Party,
        MovePeopleStep or SetHeadStep => AnnexKind.Personnel,
        _ => AnnexKind.State,
    };

    private bool IsOfParty(ScenarioStep step) => Playing.StepNames.Units(step).Any(code => (tried.Before.Timeline.UnitByCode(code) ?? tried.After.Timeline.UnitByCode(code))?.Branch == Branch.Party);

    private IEnumerable<DocumentAppendix> Appendices()
    {
        var lists = new List<(string Title, DocumentTable Table, bool Landscape)>();
        if (kind == AnnexKind.Party) lists.Add(("Danh sách tổ chức đảng trước và sau sắp xếp", AnnexTables.PartyUnits(_rows.Units(Branch.Party)), false));
        else if (kind != AnnexKind.Personnel) lists.Add(("Danh sách đơn vị trước và sau sắp xếp", AnnexTables.Units(_rows.Units(Branch.Government)), false));
        if (kind is AnnexKind.State or AnnexKind.Personnel && _rows.People.Count > 0) lists.Add(("Danh sách nhân sự trước và sau sắp xếp", AnnexTables.People(_rows.People), true));
        if (kind is AnnexKind.State or AnnexKind.Personnel && _rows.Surplus.Count > 0) lists.Add(("Nhân sự dôi dư và chế độ bảo lưu", AnnexTables.Surplus(_rows.Surplus), true));
        var attached = $"Kèm theo Quyết định số {Decision?.Number ?? Blank} {DocxHead.Day(Decision?.SignedOn)}";
        return lists.Select((list, i) => new DocumentAppendix(lists.Count == 1 ? null : Roman(i), list.Title, attached, [list.Table], list.Landscape));
    }

    private static string Roman(int i) => new[] { "I", "II", "III" }[i];

    private string NameOf(ScenarioStep step, string code)
    {
        if ((tried.Before.Timeline.UnitByCode(code) ?? tried.After.Timeline.UnitByCode(code)) is { } unit) return UnitNames.On(unit, tried.Before.Timeline.UnitByCode(code) is null ? tried.After.Day : tried.Before.Day);
        return IsNamed(step, code) ? tried.Before.Timeline.PersonByCode(code)!.FullName : Blank;
    }

    /// <summary>People are named as far as they are shown: as members to who may see that they are, with an office to who may read their party record.</summary>
    private bool IsNamed(ScenarioStep step, string code)
    {
        if (tried.Before.Timeline.PersonByCode(code)?.Id is not { } person) return false;
        if (kind != AnnexKind.Party) return (tried.Before.Post(person) ?? tried.After.Post(person)) is not null;
        return (tried.Before.Member(person) ?? tried.After.Member(person)) is not null && (step is not SetHeadStep || tried.Before.ShowsOffices(person));
    }
}
