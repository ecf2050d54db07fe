using OrgManager.Establishment;
using OrgManager.Restructuring;

namespace OrgManager.Web.Restructuring;

/// <summary>The kinds of steps in the order they are offered: units first, then posts, people, functions, cells.</summary>
public static class StepOps
{
    public static readonly IReadOnlyList<string> All =
    [
        "merge", "absorb", "divide", "separate", "found", "dissolve", "move", "rename", "set-autonomy",
        "set-quota", "convert-pay-source", "move-people", "set-head", "move-functions", "set-coverage",
    ];
}

/// <summary>A unit that a step founds, as it is typed.</summary>
public sealed class NewUnitForm
{
    public string Code { get; set; } = "";
    public string Name { get; set; } = "";
    public string ShortName { get; set; } = "";
    public string Kind { get; set; } = "";
    public string? Parent { get; set; }
    public int Order { get; set; }
    public IReadOnlyList<string> People { get; set; } = [];
    public Dictionary<QuotaCategory, int> Quota { get; } = [];

    /// <summary>As long as nothing else is said, it is of the kind of the unit it comes from, and stands where that stood.</summary>
    public NewUnitForm Like(NamedUnit? from)
    {
        if (from is null) return this;
        if (Kind.Length == 0) Kind = from.Kind;
        Parent ??= from.Parent;
        return this;
    }

    /// <summary>The first thing that is missing, as a key of the texts.</summary>
    public string? Lacks => Code.Trim().Length == 0 ? "StepLacks.Code" : Name.Trim().Length == 0 ? "StepLacks.Name" : Kind.Length == 0 ? "Unit.ChooseKind" : null;

    public UnitToFound Unit => new(Code.Trim(), Name.Trim(), Kind, Parent, Short, Order);

    public SplitPart Part => new(Code.Trim(), Name.Trim(), Kind, Parent, People.Count == 0 ? null : People, Quota.Values.Any(posts => posts > 0) ? Quota.Where(q => q.Value > 0).ToDictionary() : null, Short, Order);

    private string? Short => ShortName.Trim().Length == 0 ? null : ShortName.Trim();

    public static NewUnitForm Of(UnitToFound unit) => new() { Code = unit.Code, Name = unit.Name, Kind = unit.Kind, Parent = unit.Parent, ShortName = unit.ShortName ?? "", Order = unit.Order };

    public static NewUnitForm Of(SplitPart part)
    {
        var form = new NewUnitForm { Code = part.Code, Name = part.Name, Kind = part.Kind, Parent = part.Parent, ShortName = part.ShortName ?? "", Order = part.Order, People = part.People ?? [] };
        foreach (var (category, posts) in part.Quota ?? new Dictionary<QuotaCategory, int>()) form.Quota[category] = posts;
        return form;
    }
}

/// <summary>What somebody typed of a step, whichever kind it is: what one kind shares with another stays when the kind is changed.</summary>
public sealed class StepForm
{
    public string Op { get; set; } = "merge";

    /// <summary>The units that are merged or absorbed, or that a cell serves.</summary>
    public IReadOnlyList<string> Units { get; set; } = [];

    /// <summary>The one unit that the step is about.</summary>
    public string? Unit { get; set; }

    /// <summary>Where units or people go to.</summary>
    public string? To { get; set; }
    public NewUnitForm New { get; private set; } = new();
    public List<NewUnitForm> Parts { get; } = [];
    public IReadOnlyList<string> People { get; set; } = [];

    /// <summary>Names of functions, as the register words them.</summary>
    public IReadOnlyList<string> Functions { get; set; } = [];
    public string Name { get; set; } = "";
    public string ShortName { get; set; } = "";
    public int? Autonomy { get; set; }
    public QuotaKind Quota { get; set; } = QuotaKind.Allocated;
    public QuotaCategory Category { get; set; }
    public QuotaCategory OtherCategory { get; set; } = QuotaCategory.PublicEmployeeOwnRevenue;
    public int? Posts { get; set; }
    public Leadership Leadership { get; set; }
    public int Order { get; set; }

    /// <summary>The first thing that is missing, as a key of the texts; null where the step can be tried.</summary>
    public string? Lacks => Op switch
    {
        "found" => New.Lacks,
        "merge" => Units.Count < 2 ? "StepLacks.TwoUnits" : New.Lacks,
        "absorb" => Units.Count == 0 ? "StepLacks.Units" : To is null ? "StepLacks.To" : null,
        "divide" => Unit is null ? "StepLacks.Unit" : Parts.Count < 2 ? "StepLacks.TwoParts" : PartsLack,
        "separate" => Unit is null ? "StepLacks.Unit" : Parts.Count == 0 ? "StepLacks.Part" : PartsLack,
        "rename" => Unit is null ? "StepLacks.Unit" : Name.Trim().Length == 0 ? "StepLacks.Name" : null,
        "set-quota" => Unit is null ? "StepLacks.Unit" : Posts is null or < 0 ? "StepLacks.Posts" : null,
        "convert-pay-source" => Unit is null ? "StepLacks.Unit" : Posts is null or <= 0 ? "StepLacks.Posts" : Category == OtherCategory ? "StepLacks.OtherSource" : null,
        "move-people" => People.Count == 0 ? "StepLacks.People" : To is null ? "StepLacks.To" : null,
        "set-head" => Unit is null ? "StepLacks.Unit" : People.Count != 1 ? "StepLacks.Person" : null,
        "move-functions" => Unit is null ? "StepLacks.Unit" : Functions.Count == 0 ? "StepLacks.Functions" : To is null ? "StepLacks.To" : null,
        "set-coverage" => Unit is null ? "StepLacks.Cell" : null,
        _ => Unit is null ? "StepLacks.Unit" : null,
    };

    public ScenarioStep Step => Op switch
    {
        "found" => new FoundStep(New.Unit),
        "merge" => new MergeStep(Units, New.Unit),
        "absorb" => new AbsorbStep(Units, To!),
        "divide" => new DivideStep(Unit!, [.. Parts.Select(part => part.Part)]),
        "separate" => new SeparateStep(Unit!, [.. Parts.Select(part => part.Part)]),
        "move" => new MoveStep(Unit!, To),
        "rename" => new RenameStep(Unit!, Name.Trim(), ShortName.Trim().Length == 0 ? null : ShortName.Trim()),
        "dissolve" => new DissolveStep(Unit!),
        "set-autonomy" => new SetAutonomyStep(Unit!, Autonomy),
        "set-quota" => new SetQuotaStep(Unit!, Quota, Category, Posts!.Value),
        "convert-pay-source" => new ConvertPaySourceStep(Unit!, Posts!.Value, Category, OtherCategory, People.Count == 0 ? null : People),
        "move-people" => new MovePeopleStep(People, To!),
        "set-head" => new SetHeadStep(Unit!, People[0], Leadership, Order),
        "move-functions" => new MoveFunctionsStep(Unit!, Functions, To!),
        "set-coverage" => new SetCoverageStep(Unit!, Units),
        _ => throw new NotSupportedException(Op),
    };

    public static StepForm Of(ScenarioStep step)
    {
        var form = new StepForm { Op = step.Op };
        switch (step)
        {
            case FoundStep found: form.New = NewUnitForm.Of(found.Unit); break;
            case MergeStep merge: (form.Units, form.New) = (merge.Units, NewUnitForm.Of(merge.Into)); break;
            case AbsorbStep absorb: (form.Units, form.To) = (absorb.Units, absorb.Into); break;
            case DivideStep divide: form.Split(divide.Unit, divide.Into); break;
            case SeparateStep separate: form.Split(separate.Unit, separate.Into); break;
            case MoveStep move: (form.Unit, form.To) = (move.Unit, move.Parent); break;
            case RenameStep rename: (form.Unit, form.Name, form.ShortName) = (rename.Unit, rename.Name, rename.ShortName ?? ""); break;
            case DissolveStep dissolve: form.Unit = dissolve.Unit; break;
            case SetAutonomyStep autonomy: (form.Unit, form.Autonomy) = (autonomy.Unit, autonomy.Group); break;
            case SetQuotaStep quota: (form.Unit, form.Quota, form.Category, form.Posts) = (quota.Unit, quota.Quota, quota.Category, quota.Posts); break;
            case ConvertPaySourceStep convert: (form.Unit, form.Posts, form.Category, form.OtherCategory, form.People) = (convert.Unit, convert.Posts, convert.From, convert.To, convert.People ?? []); break;
            case MovePeopleStep people: (form.People, form.To) = (people.People, people.To); break;
            case SetHeadStep lead: (form.Unit, form.People, form.Leadership, form.Order) = (lead.Unit, [lead.Person], lead.Headship, lead.Order); break;
            case MoveFunctionsStep functions: (form.Unit, form.Functions, form.To) = (functions.Unit, functions.Functions, functions.To); break;
            case SetCoverageStep coverage: (form.Unit, form.Units) = (coverage.Cell, coverage.Units); break;
        }
        return form;
    }

    private void Split(string unit, IReadOnlyList<SplitPart> parts)
    {
        Unit = unit;
        Parts.AddRange(parts.Select(NewUnitForm.Of));
    }

    private string? PartsLack => Parts.Select(part => part.Lacks).FirstOrDefault(lacks => lacks is not null);
}
