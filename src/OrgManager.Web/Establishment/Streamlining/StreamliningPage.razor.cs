using System.Globalization;
using Microsoft.AspNetCore.Components;
using OrgManager.Access;
using OrgManager.Establishment;
using OrgManager.Web.Common;

namespace OrgManager.Web.Establishment.Streamlining;

/// <summary>Hồ sơ tinh giản biên chế: who is planned, approved, carried out, and the acts that lead from one to the next.</summary>
public sealed partial class StreamliningPage
{
    private readonly Latest _read = new();
    private StreamliningList? _list;
    private (Act Act, StreamliningRow? Case)? _open;

    [Inject] public required StreamliningService Streamlining { get; init; }
    [SupplyParameterFromQuery(Name = "state")] public string? StateAsked { get; set; }
    [SupplyParameterFromQuery(Name = "year")] public string? YearAsked { get; set; }
    [SupplyParameterFromQuery(Name = AsOf.Act)] public string? ActAsked { get; set; }
    [SupplyParameterFromQuery(Name = "person")] public string? PersonAsked { get; set; }

    internal static StreamliningQuery QueryOf(string? state, string? year) => new(
        Enum.TryParse<StreamliningState>(state, ignoreCase: true, out var asked) && Enum.IsDefined(asked) ? asked : null,
        int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null);

    private StreamliningQuery Query => QueryOf(StateAsked, YearAsked);
    private StreamliningState? State => Query.State;
    private int? Year => Query.Year;
    private IEnumerable<(string, string)> States => Enum.GetValues<StreamliningState>().Select(state => (state.ToString(), $"{StreamliningWords.State(T, state)} ({Format.Number(_list!.States.GetValueOrDefault(state))})"));
    private IEnumerable<(string, string)> Years => _list!.Years.Select(year => (year.ToString(CultureInfo.InvariantCulture), year.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The page of a person opens the dialog here.</summary>
    protected override void OnInitialized() => _open = ActAsked == "plan" ? (Act.Plan, null) : null;

    protected override Permission? Lists => Permission.ViewStaffWork;

    protected override Task ReadAsync() => LoadAsync(_read, ct => Streamlining.ListAsync(Query, ct), list => _list = list);

    private string Of(string act, StreamliningRow row) => $"{T[act]}: {row.Person.FullName}";

    private void Choose(string filter, string? value) => Navigation.NavigateTo(AsOf.LinkWith(filter, value), replace: true);

    private void Close()
    {
        _open = null;
        ForgetAct();
    }

    private Task SavedAsync(SavedChange change)
    {
        Close();
        Saved(change);
        return ReadAsync();
    }

    public enum Act { Plan, Approve, Execute, CallOff, Revoke }
}
