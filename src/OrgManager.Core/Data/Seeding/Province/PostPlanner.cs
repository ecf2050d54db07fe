using OrgManager.Establishment;
using OrgManager.Staff;

namespace OrgManager.Data.Seeding.Province;

/// <summary>The posts of every unit from the first day to the last, before anybody holds them: what merges and what is paid otherwise moves with them.</summary>
internal sealed class PostPlanner(ProvinceSize size, IReadOnlyList<PlannedUnit> units)
{
    /// <summary>Decree 107/2020: one deputy below 8 posts, two below 15, three from there.</summary>
    private const int PostsForDeputy = 4, PostsForTwoDeputies = 8, PostsForThreeDeputies = 15;
    private const double Vacant = 0.035, ContractsOfOffice = 0.25, ContractsOfService = 0.08;

    private readonly Dice _dice = new(size.Seed, "posts");
    private readonly List<PlannedPost> _posts = [];

    /// <summary>Posts there are to be on the last day.</summary>
    public int Last => size.People + Math.Max(1, (int)(size.People * Vacant));

    /// <param name="surplus">Posts beyond those of the last day, to be cut on the way.</param>
    public List<PlannedPost> Run(int surplus)
    {
        var sizes = Split.By([.. units.Select(Weight)], Last, 1);
        var extra = Split.By([.. sizes.Select(s => (double)s)], surplus, 0);
        for (var i = 0; i < units.Count; i++)
        {
            var count = sizes[i] + extra[i];
            if (units[i].Predecessors is not [var a, var b]) Fill(units[i], count);
            else Merge(units[i], Fill(a, (count + 1) / 2), Fill(b, count / 2));
        }
        return _posts;
    }

    private static double Weight(PlannedUnit unit) => unit.Kind switch
    {
        "Province" or "ServiceUnit" when !unit.IsLeaf => 5,
        "Department" => 4,
        "SubDepartment" => unit.IsLeaf ? 12 : 4,
        "Office" => 14,
        "ServiceUnit" => 20,
        "SubDepartmentDivision" => 8,
        _ => 10,
    };

    private List<PlannedPost> Fill(PlannedUnit unit, int count)
    {
        var deputies = count switch { < PostsForDeputy => 0, < PostsForTwoDeputies => 1, < PostsForThreeDeputies => 2, _ => 3 };
        var posts = Enumerable.Range(0, count).Select(at => new PlannedPost(at switch
        {
            0 => new(unit.From, unit, Paid(unit), Headship.Head, 0, null),
            _ when at <= deputies => new(unit.From, unit, Paid(unit), Headship.Deputy, at, null),
            _ => Staff(unit, (at - deputies - 1.0) / Math.Max(1, count - deputies - 1)),
        })).ToList();
        _posts.AddRange(posts);
        foreach (var change in unit.Changes.Where(c => c.Autonomy is not null)) PayOtherwise(posts, change.Autonomy!.Value, change.On);
        if (unit is { Kind: "ServiceUnitDivision", Service: { } service })
            foreach (var change in service.Changes.Where(c => c.Autonomy is not null && unit.From < c.On && c.On < unit.Until)) PayOtherwise(posts, change.Autonomy!.Value, change.On);
        return posts;
    }

    /// <summary>Who pays for those who lead.</summary>
    private static QuotaCategory Paid(PlannedUnit unit) => unit.Service is { } service
        ? service.Autonomy is 1 or 2 ? QuotaCategory.PublicEmployeeOwnRevenue : QuotaCategory.PublicEmployeeBudget
        : QuotaCategory.CivilServant;

    /// <param name="share">How far down the unit's list of posts this one stands, from 0 to 1.</param>
    private PostStretch Staff(PlannedUnit unit, double share)
    {
        if (share > 1 - (unit.Kind == "Office" ? ContractsOfOffice : unit.Kind == "ServiceUnit" ? ContractsOfService : 0))
            return new(unit.From, unit, QuotaCategory.SupportContract, Headship.None, 0, _dice.Pick<string>(["Lái xe", "Bảo vệ", "Phục vụ"]));
        if (unit.Service is not { } service) return new(unit.From, unit, QuotaCategory.CivilServant, Headship.None, 0, Position(unit));
        var earned = _dice.Share() < OwnShare(service.Autonomy ?? 4);
        return new(unit.From, unit, earned ? QuotaCategory.PublicEmployeeOwnRevenue : QuotaCategory.PublicEmployeeBudget, Headship.None, 0, Position(unit));
    }

    private string Position(PlannedUnit unit) => unit.Kind == "Inspectorate" ? "Thanh tra viên" : _dice.Share() switch
    {
        < 0.7 => "Chuyên viên",
        < 0.8 => "Chuyên viên chính",
        < 0.9 => "Kế toán viên",
        _ => "Cán sự",
    };

    private static double OwnShare(int autonomy) => autonomy switch { 1 => 1, 2 => 0.85, 3 => 0.4, _ => 0.12 };

    /// <summary>Chuyển nguồn lương: from a first of January on, more of the posts live off what the unit earns.</summary>
    private void PayOtherwise(List<PlannedPost> posts, int autonomy, DateOnly on)
    {
        foreach (var post in posts.Where(p => p.Now.Category == QuotaCategory.PublicEmployeeBudget))
        {
            if (!_dice.Chance(OwnShare(autonomy))) continue;
            post.Become(post.Stretches[^1] with { From = on, Category = QuotaCategory.PublicEmployeeOwnRevenue });
        }
    }

    /// <summary>Of those who led, the heads and the first deputies lead on; the others go on as staff.</summary>
    private static void Merge(PlannedUnit into, List<PlannedPost> first, List<PlannedPost> second)
    {
        var deputies = 0;
        foreach (var post in first.Concat(second.OrderBy(p => p.Now.Headship == Headship.Head ? 0 : 1)))
        {
            var was = post.Stretches[^1];
            var (leads, order) = was.Headship switch
            {
                Headship.Head when first.Contains(post) => (Headship.Head, 0),
                Headship.None => (Headship.None, 0),
                _ when deputies < 3 => (Headship.Deputy, ++deputies),
                _ => (Headship.None, 0),
            };
            post.Become(was with { From = into.From, Unit = into, Headship = leads, Order = order, Position = leads == Headship.None ? was.Position ?? "Chuyên viên" : null });
        }
    }
}
