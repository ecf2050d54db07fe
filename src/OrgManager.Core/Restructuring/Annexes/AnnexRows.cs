using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Restructuring.Annexes;

/// <summary>A unit before or after the restructuring; a line of one may have several of the other beside it.</summary>
/// <param name="What">Giữ nguyên, hợp nhất, đổi tên … in the words of the paper.</param>
internal sealed record AnnexUnit(UnitOn? Before, UnitOn? After, string What);

/// <summary>Somebody whose post is another one.</summary>
internal sealed record AnnexPerson(PostHolder Before, PostHolder? After, AllowanceKept? Kept);

/// <summary>What is too much: deputies above the cap, people above the posts, heads who step down.</summary>
internal sealed record AnnexSurplus(UnitOn Unit, string What, string Who, int? Count, DateOnly? Until, string Basis);

/// <summary>The lists of an annex, read off a scenario as it was tried out for its reader.</summary>
internal sealed class AnnexRows
{
    private static readonly Dictionary<SuccessionKind, string> Kinds = new()
    {
        [SuccessionKind.Merge] = "Hợp nhất", [SuccessionKind.Absorb] = "Sáp nhập", [SuccessionKind.Divide] = "Chia", [SuccessionKind.Separate] = "Tách",
    };

    private readonly ScenarioSimulation _tried;

    public AnnexRows(ScenarioSimulation tried)
    {
        _tried = tried;
        People = [.. PeopleOf()];
        Surplus = [.. SurplusOf()];
    }

    public IReadOnlyList<AnnexPerson> People { get; }
    public IReadOnlyList<AnnexSurplus> Surplus { get; }

    /// <summary>Every unit of the tree, those that end beside what they become; in the order of the tree after, then what is gone for good.</summary>
    public IReadOnlyList<AnnexUnit> Units(Branch branch)
    {
        var (before, rows) = (_tried.Before, new List<AnnexUnit>());
        foreach (var after in _tried.After.Tree(branch))
        {
            var from = _tried.Successions.Where(s => s.To == after.Code).Select(s => (Unit: before.Unit(s.From), s.Kind)).Where(s => s.Unit is not null).ToList();
            if (before.Unit(after.Id) is { } same) rows.Add(new(same, after, Changed(same, after)));
            else if (from.Count == 0) rows.Add(new(null, after, "Thành lập"));
            rows.AddRange(from.Where(s => s.Unit!.Id != after.Id && _tried.After.Unit(s.Unit.Id) is null).Select(s => new AnnexUnit(s.Unit, after, Kinds[s.Kind])));
            if (before.Unit(after.Id) is null && from.Exists(s => _tried.After.Unit(s.Unit!.Id) is not null)) rows.Add(new(null, after, Kinds[SuccessionKind.Separate]));
        }
        var became = _tried.Successions.Select(s => s.From).ToHashSet();
        rows.AddRange(before.Tree(branch).Where(u => _tried.After.Unit(u.Id) is null && !became.Contains(u.Code)).Select(u => new AnnexUnit(u, null, "Giải thể")));
        return rows;
    }

    private static string Changed(UnitOn before, UnitOn after) => string.Join("; ", new[]
    {
        before.Name != after.Name ? "Đổi tên" : null,
        before.Parent?.Code != after.Parent?.Code ? "Chuyển trực thuộc" : null,
        before.Facts.Autonomy != after.Facts.Autonomy ? "Đổi nhóm tự chủ" : null,
    }.OfType<string>().DefaultIfEmpty("Giữ nguyên"));

    private IEnumerable<AnnexPerson> PeopleOf()
    {
        var kept = PreservedAllowance.Of(_tried.Before, _tried.After, _tried.Before.Posts.Select(p => p.Person.Id)).ToDictionary(k => k.Person.Code);
        foreach (var before in _tried.Before.Posts.Where(p => p.Unit is not null))
        {
            var after = _tried.After.Post(before.Person.Id);
            if (after?.Unit?.Id == before.Unit!.Id && (after.Facts.Headship, after.Facts.Category) == (before.Facts.Headship, before.Facts.Category)) continue;
            yield return new(before, after, kept.GetValueOrDefault(before.Person.Code));
        }
    }

    private IEnumerable<AnnexSurplus> SurplusOf()
    {
        foreach (var finding in _tried.Findings)
        {
            if (_tried.After.Unit(finding.Unit.Id) is not { } unit) continue;
            if (finding.Kind == ScenarioFindingKind.TooManyDeputies)
                yield return new(unit, "Cấp phó vượt số lượng tối đa", string.Join(", ", unit.Deputies.Select(d => d.Person.FullName)), finding.Count - finding.Limit, finding.Until, finding.Article?.Vi ?? "");
            if (finding.Kind == ScenarioFindingKind.Over)
                yield return new(unit, $"Số có mặt vượt biên chế: {StepWords.Name(Enum.Parse<Establishment.QuotaCategory>(finding.What!))}", "", finding.Count - finding.Limit, null, "");
        }
        foreach (var person in People.Where(p => p.Kept is not null && p.After?.Unit is not null))
            yield return new(person.After!.Unit!, "Bảo lưu phụ cấp chức vụ", person.Before.Person.FullName, null, person.Kept!.Until, person.Kept.Confirmed ? person.Kept.Article : $"{person.Kept.Article} ¿");
    }
}
