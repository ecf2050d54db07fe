using CsCheck;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Restructuring;

namespace OrgManager.Tests.Restructuring;

/// <summary>Steps drawn by chance over the units, cells and people of a day; many of them cannot be done, as in life.</summary>
internal sealed class RandomScenario(OrgSnapshot day)
{
    /// <summary>The numbers one step is drawn from.</summary>
    public static readonly Gen<int[][]> Any = Gen.Int[0, 1_000_000].Array[8].Array[1, 6];

    private readonly List<string> _units = [.. day.Tree(Branch.Government).Select(u => u.Code)];
    private readonly List<string> _cells = [.. day.Tree(Branch.Party).Where(u => u.Kind.Cell).Select(u => u.Code)];
    private readonly List<string> _people = [.. day.Posts.Select(p => p.Person.Code).Order(StringComparer.Ordinal)];
    private int _founded;

    public ScenarioFile Of(int[][] drawn) => new() { Name = "Phương án", EffectiveOn = day.Day, Decisions = new(State: new("1/QĐ-UBND", "UBND", day.Day, "Sắp xếp")), Steps = [.. drawn.Select(Step)] };

    private ScenarioStep Step(int[] n) => (n[0] % 17) switch
    {
        0 => new FoundStep(New(n, "Division", Unit(n[1]))),
        1 => new MergeStep([Unit(n[1]), Unit(n[2])], New(n, "Division", Unit(n[3]))),
        2 => new MergeStep([Cell(n[1]), Cell(n[2])], New(n, "Cell", day.Roots(Branch.Party).First().Code)),
        3 => new AbsorbStep([Unit(n[1])], Unit(n[2])),
        4 => new AbsorbStep([Cell(n[1])], Cell(n[2])),
        5 => new DivideStep(Unit(n[1]), [Part(n, Unit(n[1]), Unit(n[2])), Part([.. n.Reverse()], Unit(n[1]), Unit(n[2]))]),
        6 => new SeparateStep(Unit(n[1]), [Part(n, Unit(n[1]), Unit(n[2]))]),
        7 => new MoveStep(Unit(n[1]), Unit(n[2])),
        8 => new RenameStep(Unit(n[1]), $"Phòng {n[2]}", n[3] % 2 == 0 ? $"P{n[3]}" : null),
        9 => new DissolveStep(Unit(n[1])),
        10 => new SetAutonomyStep(Unit(n[1]), n[2] % 5 is 0 ? null : n[2] % 5),
        11 => new SetQuotaStep(Unit(n[1]), (QuotaKind)(n[2] % 2), (QuotaCategory)(n[3] % 4), n[4] % 20),
        12 => new ConvertPaySourceStep(Unit(n[1]), 1 + n[2] % 2, (QuotaCategory)(n[3] % 4), (QuotaCategory)(n[4] % 4)),
        13 => new MovePeopleStep([Person(n[1]), Person(n[2])], n[3] % 3 == 0 ? Cell(n[4]) : Unit(n[4])),
        14 => LeaderOf(n),
        15 => new MoveFunctionsStep(Unit(n[1]), [FunctionOf(Unit(n[n[2] % 3 == 0 ? 3 : 1]))], Unit(n[4])),
        _ => new SetCoverageStep(Cell(n[1]), [Unit(n[2]), Unit(n[3])]),
    };

    /// <summary>What the function is called that a unit is given in these tests.</summary>
    public static string FunctionOf(string unit) => $"Nhiệm vụ của {unit}";

    /// <summary>Mostly somebody of the unit itself.</summary>
    private SetHeadStep LeaderOf(int[] n)
    {
        var unit = Unit(n[1]);
        var person = day.Unit(unit)?.Posts is { Count: > 0 } posts ? posts[n[2] % posts.Count].Person.Code : Person(n[2]);
        return new(unit, person, (Leadership)(n[3] % 3), n[4] % 4);
    }

    private SplitPart Part(int[] n, string of, string parent)
    {
        var unit = New(n, "Division", parent);
        var people = day.Unit(of)?.Posts.Where((_, i) => (n[5] >> (i % 20)) % 2 == 1).Take(3).Select(p => p.Person.Code).ToList() ?? [];
        return new(unit.Code, unit.Name, unit.Kind, unit.Parent, n[6] % 4 == 0 ? null : people, n[6] % 3 == 0 ? new Dictionary<QuotaCategory, int> { [QuotaCategory.CivilServant] = n[7] % 3 } : null);
    }

    private UnitToFound New(int[] n, string kind, string? parent)
    {
        var code = $"M{++_founded}";
        (kind == "Cell" ? _cells : _units).Add(code);
        return new(code, $"Đơn vị {code}", kind, parent, Order: n[^1] % 10);
    }

    private string Unit(int n) => _units[n % _units.Count];

    private string Cell(int n) => _cells[n % _cells.Count];

    private string Person(int n) => _people[n % _people.Count];
}
