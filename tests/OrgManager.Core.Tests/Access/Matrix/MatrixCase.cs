using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Restructuring;
using OrgManager.Staff;

namespace OrgManager.Tests.Access.Matrix;

/// <summary>How one use case is called for one place: what is looked up beforehand by the machine's owner, and the call itself.</summary>
/// <param name="Aims">What it is about; each is tried.</param>
internal sealed record MatrixCase(Aim[] Aims, Func<MatrixCall, Task<Func<Task>>> Prepare)
{
    /// <summary>It may be done again on the same data, with another <see cref="MatrixCall.Number"/>.</summary>
    public bool Repeats { get; init; }

    /// <summary>For a list: which places it showed.</summary>
    public Func<MatrixCall, Task<IEnumerable<MatrixPlace>>>? List { get; init; }

    public static MatrixCase Of(Aim aim, Func<MatrixCall, Task> call) => new([aim], c => Task.FromResult<Func<Task>>(() => call(c)));

    public static MatrixCase Of(Aim aim, Func<MatrixCall, Task<Func<Task>>> prepare) => new([aim], prepare);

    /// <summary>About reviews of members, and about those of staff.</summary>
    public static MatrixCase OfBoth(Aim members, Aim staff, Func<MatrixCall, Task<Func<Task>>> prepare) => new([members, staff], prepare);

    public static MatrixCase Listing(Aim aim, Func<MatrixCall, Task<IEnumerable<MatrixPlace>>> list) =>
        new([aim], c => Task.FromResult<Func<Task>>(() => list(c))) { List = list };

    /// <summary>About a unit of either tree: the place's small unit, or that of its cell.</summary>
    public static MatrixCase OfUnit(Func<string, string> which, Func<MatrixCall, OrgUnitDetails, Task> call) => new([Aim.Unit, Aim.Cell], async c =>
    {
        var unit = await c.Org.Units.GetAsync(await c.Org.UnitIdAsync(which(c.Aim == Aim.Cell ? c.Place.Cell : c.Place.Unit)));
        return () => call(c, unit);
    });

    /// <summary>About a function of a unit of either tree, begun for each call, with a change ahead.</summary>
    public static MatrixCase OfFunction(Func<MatrixCall, UnitFunctionDetails, Task> call) => new([Aim.Unit, Aim.Cell], async c =>
    {
        var functions = c.Get<UnitFunctionService>();
        var id = await functions.BeginAsync(new($"Việc {c.Number}", await (c.Aim == Aim.Cell ? c.CellAsync() : c.UnitAsync())), MatrixOrg.Lately);
        await functions.ChangeAsync((await functions.GetAsync(id)).Seen, MatrixOrg.Planned, new() { Name = $"Việc khác {c.Number}" });
        var function = await functions.GetAsync(id);
        return () => call(c, function);
    });

    /// <summary>About a person's employment (the newcomer's, or that of the one who has been there for long).</summary>
    public static MatrixCase OfWorker(bool newcomer, Func<MatrixCall, EmploymentDetails, Task> call) => Of(Aim.Worker, async c =>
    {
        var employment = await c.Get<StaffService>().EmploymentOnAsync(await c.PersonAsync(newcomer), c.Org.Today);
        return () => call(c, employment);
    });

    /// <summary>About a person's membership.</summary>
    public static MatrixCase OfMember(bool newcomer, Func<MatrixCall, Seen, Task> call) => Of(Aim.Member, async c =>
    {
        var member = await c.Get<PartyService>().MemberOnAsync(await c.PersonAsync(newcomer), c.Org.Today);
        return () => call(c, member.Seen);
    });

    /// <summary>About a scenario with one step about the place's unit, brought to this state for each call; HR and the party's clerk are named as its readers.</summary>
    /// <param name="aside">Whether a step of it was set aside.</param>
    public static MatrixCase OfScenario(Aim aim, ScenarioState state, Func<MatrixCall, ScenarioDetails, Task> call, bool aside = false) => Of(aim, async c =>
    {
        var (drafts, life, view) = (c.Get<ScenarioDraftService>(), c.Get<ScenarioLifeService>(), c.Get<ScenarioViewService>());
        var id = await drafts.ImportAsync(new() { Name = $"Phương án {c.Number}", EffectiveOn = MatrixOrg.Far.AddDays(c.Number), Decisions = new(), Steps = [new RenameStep(aside ? "KHONG-CO" : c.Place.Unit, $"Tên {c.Number}")] });
        await drafts.SetReadersAsync((await view.GetAsync(id)).Seen, ["CB009", "CB008"]);
        if (aside) await life.RebaseAsync((await view.GetAsync(id)).Seen);
        if (state != ScenarioState.Draft) await life.SubmitAsync((await view.GetAsync(id)).Seen);
        if (state == ScenarioState.Approved) await life.ApproveAsync((await view.GetAsync(id)).Seen, (await view.SimulateAsync(id)).Outcome);
        var scenario = await view.GetAsync(id);
        return () => call(c, scenario);
    });

    /// <summary>About the posts allocated to the place's unit.</summary>
    public static MatrixCase OfQuota(Func<MatrixCall, QuotaDetails, Task> call) => Of(Aim.Unit, async c =>
    {
        var quotas = await c.Get<QuotaService>().OfUnitAsync(await c.UnitAsync());
        var quota = quotas.Single(q => q is { Kind: QuotaKind.Allocated, Category: QuotaCategory.CivilServant });
        return () => call(c, quota);
    });

    /// <summary>About a quota plan of the place's unit, drafted for each call.</summary>
    public static MatrixCase OfPlan(bool submitted, Func<MatrixCall, Seen, Task> call) => Of(Aim.Unit, async c =>
    {
        var plan = await PlanAsync(c, submitted);
        return () => call(c, plan);
    });

    public static async Task<Seen> PlanAsync(MatrixCall c, bool submitted)
    {
        var plans = c.Get<QuotaPlanService>();
        var id = await plans.DraftAsync(await c.UnitAsync(), 2027);
        if (submitted) await plans.SubmitAsync((await plans.GetAsync(id)).Seen);
        return (await plans.GetAsync(id)).Seen;
    }
}

/// <summary>Where a use case is called.</summary>
/// <param name="Number">Another one for each call.</param>
internal sealed record MatrixCall(TestOrg Org, MatrixPlace Place, Aim Aim, int Number)
{
    public DateOnly OwnDay => MatrixOrg.Later.AddDays(Number);

    public T Get<T>() where T : notnull => Org.Get<T>();

    public Task<Guid> UnitAsync() => Org.UnitIdAsync(Place.Unit);

    public Task<Guid> CellAsync() => Org.UnitIdAsync(Place.Cell);

    public Task<Guid> CommitteeAsync() => Org.UnitIdAsync(Place.Committee);

    /// <summary>Where a year of reviews is kept: the committee, of staff the department.</summary>
    public Task<Guid> KeeperAsync() => Aim is Aim.Department ? Org.UnitIdAsync(Place.Department) : CommitteeAsync();

    public Task<Guid> PersonAsync(bool newcomer = false) => Org.PersonIdAsync(newcomer ? MatrixOrg.Newcomer(Place) : Place.Person);
}
