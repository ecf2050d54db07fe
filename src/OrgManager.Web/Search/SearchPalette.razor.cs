using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Organisation;
using OrgManager.Search;
using OrgManager.Web.Common;

namespace OrgManager.Web.Search;

/// <summary>Ctrl+K: units, people, cells, decisions and pages by any part of their name, opened with the keyboard.</summary>
public sealed partial class SearchPalette
{
    private readonly Latest _read = new();
    private ElementReference _dialog;
    private SearchHits? _hits;
    private string _text = "";
    private int _at;
    private bool _open, _show;

    [Inject] public required SearchService Search { get; init; }
    [Inject] public required AsOf AsOf { get; init; }
    [Inject] public required NavigationManager Navigation { get; init; }
    [Inject] public required IJSRuntime JS { get; init; }
    [Parameter, EditorRequired] public Actor? Actor { get; set; }

    private List<SearchChoice> Choices { get; set; } = [];

    private void OpenAsync() => (_open, _show, _hits, _text, _at, Choices) = (true, true, null, "", 0, []);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_show) return;
        _show = false;
        await JS.InvokeVoidAsync("OrgManager.openDialog", _dialog);
    }

    private async Task CloseAsync() => await JS.InvokeVoidAsync("OrgManager.closeDialog", _dialog);

    private Task FindAsync(string typed)
    {
        _text = typed;
        var text = _text;
        return LoadAsync(_read, ct => Search.FindAsync(text, AsOf.Day, ct: ct), hits => (_hits, _at, Choices) = (text.Trim().Length == 0 ? null : hits, 0, [.. Pages(text, help: false), .. Found(hits), .. Pages(text, help: true)]));
    }

    private void Move(KeyboardEventArgs key)
    {
        var step = key.Key switch { "ArrowDown" => 1, "ArrowUp" => -1, _ => 0 };
        if (step != 0 && Choices.Count > 0) _at = (_at + step + Choices.Count) % Choices.Count;
    }

    private async Task GoToChosen()
    {
        if (_at >= Choices.Count) return;
        var href = Choices[_at].Href;
        await CloseAsync();
        Navigation.NavigateTo(href);
    }

    /// <summary>Pages and acts stand before what is found in the data, the help after it.</summary>
    private IEnumerable<SearchChoice> Pages(string text, bool help) =>
        SearchPage.Find(T, Actor, text).Where(page => page.Group == "Help" == help).Select(page => new SearchChoice(page.Group, page.Icon, page.Text, "", AsOf.Link(page.Path)));

    private IEnumerable<SearchChoice> Found(SearchHits hits) =>
    [
        .. hits.People.Select(p => new SearchChoice("People", "people", p.FullName, p.Post is null ? p.Place : $"{Language.Pick(p.Post, p.PostEn)} · {p.Place}", AsOf.Link($"/{(p.OpensStaff ? "staff" : "members")}/{Uri.EscapeDataString(p.Code)}"))),
        .. hits.Units.Select(u => new SearchChoice(u.Branch == Branch.Party ? "Cells" : "Units", u.Branch == Branch.Party ? "party" : "tree", u.Name, Detail(u), AsOf.Link($"/{(u.IsCell ? "cells" : "units")}/{Uri.EscapeDataString(u.Code)}"))).OrderBy(c => c.Group == "Cells"),
        .. hits.Decisions.Select(d => new SearchChoice("Decisions", "doc", d.Number, $"{Format.Day(d.SignedOn)} · {d.Subject}", AsOf.Link($"/decisions/{d.Id}"))),
    ];

    private string Detail(UnitHit unit) => (unit.Former, unit.IsThere) switch
    {
        ({ } former, true) => T["Search.Former", former],
        ({ } former, false) => $"{T["Search.Former", former]} · {T["Search.NotThere"]}",
        (null, false) => T["Search.NotThere"],
        _ => unit.Code,
    };
}
