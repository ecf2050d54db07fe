using System.Text;

namespace OrgManager.Search;

/// <summary>Many short texts laid end to end, so that one sweep over memory finds a part in all of them.</summary>
internal sealed class TextIndex
{
    private const char Edge = '\n';

    private readonly IReadOnlyList<string> _texts;
    private readonly string _all;
    private readonly int[] _starts;

    public TextIndex(IReadOnlyList<string> texts)
    {
        var all = new StringBuilder();
        (_texts, _starts) = (texts, new int[texts.Count]);
        foreach (var (number, text) in texts.Index())
        {
            _starts[number] = all.Length;
            all.Append(Edge).Append(text);
        }
        _all = all.Append(Edge).ToString();
    }

    /// <summary>Numbers of the texts with this in them, in order.</summary>
    public IEnumerable<int> Containing(string part)
    {
        for (var at = Next(part, 0); at >= 0;)
        {
            var number = Array.BinarySearch(_starts, at) is >= 0 and var begins ? begins : ~Array.BinarySearch(_starts, at) - 1;
            yield return number;
            at = number + 1 < _starts.Length ? Next(part, _starts[number + 1]) : -1;
        }
    }

    public IEnumerable<int> ContainingAll(SearchWords words) => Containing(words.Longest).Where(number => words.AreIn(_texts[number]));

    public IEnumerable<int> BeginningWith(string part) => Containing(Edge + part);

    public IEnumerable<int> Being(string text) => Containing(Edge + text + Edge);

    private int Next(string part, int from) => _all.IndexOf(part, from, StringComparison.Ordinal);
}
