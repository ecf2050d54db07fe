using Microsoft.AspNetCore.Components;
using OrgManager.Decisions;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Web.Common;

namespace OrgManager.Web.Party;

/// <summary>Kết nạp, or a member taken over from another party organisation: in a cell from a day on.</summary>
public sealed partial class AdmitSheet
{
    private readonly Latest _placesRead = new();
    private IReadOnlyList<PartyPlace> _places = [];
    private PartyPerson? _person;
    private Guid? _cell;
    private readonly AdmissionForm _form = new();
    private DateOnly? _admitted, _ceremony, _from;
    private DecisionRef? _decision;
    private bool _loaded, _comes;

    [Inject] public required PartyService Party { get; init; }
    [Inject] public required CellService Cells { get; init; }

    /// <summary>The cell it is about, if it is about one: most likely the one to belong to.</summary>
    [Parameter] public UnitRef? Cell { get; set; }

    /// <summary>Gets the staff number of whoever is a member now.</summary>
    [Parameter] public EventCallback<string> OnAdmitted { get; set; }

    /// <summary>Who is admitted counts from the decision; who comes, from the day of coming.</summary>
    private DateOnly? From => _comes ? _from : _admitted;
    private PartyPlace? Chosen => _places.FirstOrDefault(p => p.Id == _cell);
    private bool IsOfficial => _comes && _form.Official?.First <= _from;

    /// <summary>Of who comes as much as the papers give; of who is admitted here the days.</summary>
    private AdmissionFacts? Facts => _comes ? _form.Facts : _admitted is { } admitted && _ceremony is { } ceremony ? new(admitted, ceremony, null) : null;

    protected override async Task OnInitializedAsync()
    {
        (_admitted, _from, _cell) = (AsOf.Day, AsOf.Day, Cell?.Id);
        await ReadPlacesAsync();
        _loaded = true;
    }

    private Task AdmitOnAsync(DateOnly? day)
    {
        _admitted = day;
        return _comes ? Task.CompletedTask : ReadPlacesAsync();
    }

    private Task ComeOnAsync(DateOnly? day)
    {
        _from = day;
        return ReadPlacesAsync();
    }

    private Task ReadPlacesAsync() => From is { } on ? LoadAsync(_placesRead, ct => Cells.PlacesAsync(on, ct), places => _places = places) : Task.CompletedTask;

    private void Choose(PartyPerson? person)
    {
        _person = person;
        _cell ??= _places.FirstOrDefault(p => p.Id == person?.CellId)?.Id;
    }

    private async Task SaveAsync()
    {
        if (_person is not { } person) { Trouble = T["Member.PersonMissing"]; return; }
        if (_cell is not { } cell) { Trouble = T["Member.ChooseCell"]; return; }
        if (Facts is not { } facts || From is not { } from) { Trouble = T["Member.DaysMissing"]; return; }
        await SaveAsync(() => Party.JoinAsync(person.Id, facts, cell, from, _decision?.Id), () => OnAdmitted.InvokeAsync(person.Code));
    }
}
