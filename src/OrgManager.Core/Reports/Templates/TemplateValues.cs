namespace OrgManager.Reports.Templates;

/// <summary>What a template may say, by name: texts, and lists of more of the same. A list also answers whether there is anything in it, a text whether it says anything.</summary>
public sealed class TemplateValues
{
    private readonly Dictionary<string, object> _known = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<string> Names => _known.Keys;

    public TemplateValues With(string name, string? text)
    {
        _known[name] = text ?? "";
        return this;
    }

    public TemplateValues With(string name, int? number) => With(name, number is { } known ? known.ToString(System.Globalization.CultureInfo.InvariantCulture) : "");

    /// <summary>A question a template may ask.</summary>
    public TemplateValues With(string name, bool holds) => With(name, holds ? "✓" : "");

    public TemplateValues With(string name, IEnumerable<TemplateValues> items)
    {
        _known[name] = items.ToList();
        return this;
    }

    /// <summary>Everything the other says, too.</summary>
    public TemplateValues And(TemplateValues other)
    {
        foreach (var (name, value) in other._known) _known[name] = value;
        return this;
    }

    /// <summary>The same names with nothing under them: what is written where there is nothing.</summary>
    internal TemplateValues Emptied()
    {
        var empty = new TemplateValues();
        foreach (var (name, value) in _known) empty._known[name] = value is string ? "" : new List<TemplateValues>();
        return empty;
    }

    internal object? Find(string name) => _known.GetValueOrDefault(name);
}

/// <summary>Where a template stands while it is filled: an item of a list within what is around it.</summary>
/// <param name="List">The list it is an item of.</param>
internal sealed record TemplateScope(TemplateValues Values, TemplateScope? Around = null, string? List = null)
{
    /// <summary>Whether it stands within an item of this list.</summary>
    public bool IsWithin(string list) => list.Equals(List, StringComparison.OrdinalIgnoreCase) || Around?.IsWithin(list) == true;

    /// <summary>The innermost that knows the name.</summary>
    public object? Find(string name) => Values.Find(name) ?? Around?.Find(name);

    /// <summary>The scopes in which a section is written: one for each item of a list, one or none for a question; null for a name that nobody knows.</summary>
    public IReadOnlyList<TemplateScope>? Of(TemplateTag section) => (Find(section.Name), section.Kind) switch
    {
        (null, _) => null,
        (IReadOnlyList<TemplateValues> items, TagKind.Begin) => [.. items.Select(item => new TemplateScope(item, this, section.Name))],
        (IReadOnlyList<TemplateValues> items, _) => items.Count == 0 ? [this] : [],
        (var text, TagKind.Begin) => (string)text! is "" ? [] : [this],
        (var text, _) => (string)text! is "" ? [this] : [],
    };
}
