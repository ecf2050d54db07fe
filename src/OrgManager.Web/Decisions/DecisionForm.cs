using Microsoft.Extensions.Localization;
using OrgManager.Common;
using OrgManager.Decisions;
using OrgManager.Web.Common;

namespace OrgManager.Web.Decisions;

/// <summary>An entry of the register while it is typed; of an entry that is corrected it knows what was kept when it was opened.</summary>
public sealed class DecisionForm
{
    private static readonly Part[] Parts =
    [
        new("Decision.Number", (_, f) => f.Number, (form, f) => form.Number = f.Number),
        new("Decision.Kind", (t, f) => t[$"DecisionKind.{f.Kind}"], (form, f) => form.Kind = f.Kind),
        new("Decision.SignedOn", (_, f) => Format.Day(f.SignedOn), (form, f) => form.SignedOn = f.SignedOn),
        new("Decision.EffectiveOn", (_, f) => Format.Day(f.EffectiveOn), (form, f) => form.EffectiveOn = f.EffectiveOn),
        new("Decision.Issuer", (_, f) => f.Issuer, (form, f) => form.Issuer = f.Issuer),
        new("Decision.Subject", (_, f) => f.Subject, (form, f) => form.Subject = f.Subject),
    ];

    private DecisionFacts? _was;

    public DecisionForm(DecisionFacts? kept)
    {
        _was = kept;
        if (kept is not null) foreach (var part in Parts) part.Take(this, kept);
    }

    public string Number { get; set; } = "";
    public DecisionKind Kind { get; set; }
    public string Issuer { get; set; } = "";
    public string Subject { get; set; } = "";
    public DateOnly? SignedOn { get; set; }
    public DateOnly? EffectiveOn { get; set; }
    public SecrecyMark Secrecy { get; set; }

    /// <summary>The facts as typed; null while no day of signature is.</summary>
    public DecisionFacts? Read => SignedOn is not { } signed ? null
        : new(Kind, VietnameseText.Nfc(Number), VietnameseText.Nfc(Issuer), signed, EffectiveOn ?? signed, VietnameseText.Nfc(Subject), Secrecy);

    /// <summary>Somebody else saved first: takes over what was not touched here and keeps what was typed.</summary>
    /// <returns>What they changed, in words; of what both changed both values.</returns>
    public IReadOnlyList<string> Follow(IStringLocalizer<Texts> t, DecisionFacts now)
    {
        if (_was is not { } was || Read is not { } typed) return [];
        _was = now;
        var told = new List<string>();
        foreach (var part in Parts)
        {
            var (before, after, here) = (part.Text(t, was), part.Text(t, now), part.Text(t, typed));
            if (before == after) continue;
            var touched = here != before && here != after;
            if (!touched) part.Take(this, now);
            told.Add(touched ? t["Change.Meanwhile", t[part.Name].Value, after, Or(here)] : t["Change.NowIs", t[part.Name].Value, before, after]);
        }
        return told;
    }

    private static string Or(string text) => text.Length == 0 ? Format.None : text;

    private sealed record Part(string Name, Func<IStringLocalizer<Texts>, DecisionFacts, string> Text, Action<DecisionForm, DecisionFacts> Take);
}
