using System.Globalization;
using Microsoft.AspNetCore.Components;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Targets;
using OrgManager.Web.Common;

namespace OrgManager.Web.Access;

/// <summary>Nhật ký thay đổi: every change the reader may see, the newest first; what narrows it stands in the address.</summary>
public sealed partial class AuditPage
{
    private readonly Latest _read = new(), _treeRead = new(), _chainRead = new(), _targetsRead = new(), _columnsRead = new();
    private TrailPage? _page;
    private UnitTree? _tree;
    private ChainState? _chain;
    private IReadOnlyList<TargetProgress> _targets = [];
    private IReadOnlySet<string>? _hidden;

    [Inject] public required TrailService Trail { get; init; }
    [Inject] public required TargetService Targets { get; init; }
    [Inject] public required OrganisationService Organisation { get; init; }
    [Inject] public required AccountService Accounts { get; init; }
    [Inject] public required OrgClock Clock { get; init; }
    [SupplyParameterFromQuery] public string? From { get; set; }
    [SupplyParameterFromQuery] public string? To { get; set; }
    [SupplyParameterFromQuery] public string? User { get; set; }
    [SupplyParameterFromQuery] public string? Area { get; set; }
    [SupplyParameterFromQuery] public string? Unit { get; set; }
    [SupplyParameterFromQuery] public string? Person { get; set; }
    [SupplyParameterFromQuery] public string? Account { get; set; }
    [SupplyParameterFromQuery(Name = "class")] public string? Class { get; set; }
    [SupplyParameterFromQuery] public string? Open { get; set; }
    [SupplyParameterFromQuery] public string? SignIns { get; set; }

    /// <summary>Pages begin below the number of a change set: new ones on top move nothing.</summary>
    [SupplyParameterFromQuery(Name = AsOf.Page)] public string? Below { get; set; }

    private TrailQuery Query => TrailAddress.Of(name => name switch
    {
        "from" => From, "to" => To, "user" => User, "area" => Area, "unit" => Unit, "person" => Person, "account" => Account, "class" => Class, "signins" => SignIns, _ => null,
    }, Actor);

    private long? Before => Number(Below);
    private long? OpenSeq => Number(Open);
    private int Active => Query is var q ? new object?[] { q.From, q.To, q.Area, q.Unit, q.Person, q.Account, q.Class }.Count(used => used is not null) : 0;

    private bool OffersSignIns => TrailAddress.OffersSignIns(Actor, Account);
    private bool OffersUnits => TrailAddress.OffersUnits(Actor);

    private IEnumerable<(string, string)> Areas => Enum.GetValues<TrailArea>().Select(area => (area.ToString(), T[$"TrailArea.{area}"].Value));
    private IEnumerable<(string, string)> Classes => (_page?.Classes ?? []).Select(one => (one.ToString(), T[$"FieldClass.{one}"].Value));

    private IEnumerable<(string, string)> Units
    {
        get
        {
            var units = _tree is null ? [] : _tree.Government.Concat(_tree.Party).Select(unit => (unit.Code, new string('\u2003', unit.Depth) + unit.Name));
            return Query.Unit is { } code && _tree is not null && !_tree.Government.Concat(_tree.Party).Any(unit => unit.Code == code) ? units.Prepend((code, code)) : units;
        }
    }

    protected override async Task ReadAsync()
    {
        if (_hidden is null) await LoadAsync(_columnsRead, ct => Accounts.HiddenColumnsAsync(TrailHidable.List, ct), hidden => _hidden = hidden);
        var (query, before) = (Query, Before);
        await LoadAsync(_read, ct => Trail.ListAsync(query, before, ct: ct), page => _page = page);
        if (Problem is not null) return;
        if (_targets.Count == 0 && _page?.Rows.Any(row => row.Area == TrailArea.Targets) == true) await LoadAsync(_targetsRead, ct => Targets.ProgressAsync(AsOf.Today, ct), targets => _targets = targets);
        if (_tree is null && OffersUnits) await LoadAsync(_treeRead, ct => Organisation.TreeAsync(AsOf.Today, ct), tree => _tree = tree);
        await LoadAsync(_chainRead, Trail.ChainAsync, chain => _chain = chain);
    }

    private void Go(string name, string? value) => Navigation.NavigateTo(AsOf.LinkWith(name, value), replace: true);

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
