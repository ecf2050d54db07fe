namespace OrgManager.Search;

/// <summary>Many short texts by the words they are made of: what is sought is sought among the different words, of which there are few, however many texts there are.</summary>
internal sealed class TextIndex
{
    private readonly IReadOnlyList<string> _texts;
    private readonly string[] _words; // in order
    private readonly int[][] _having, _beginning; // of each word, numbers of the texts that have it, and of those that begin with it
    private readonly Lazy<Dictionary<(char, char), List<int>>> _pairs;

    public TextIndex(IReadOnlyList<string> texts)
    {
        var (having, beginning) = (new Dictionary<string, List<int>>(), new Dictionary<string, List<int>>());
        foreach (var (number, text) in texts.Index()) Add(number, text, having, beginning);
        (_texts, _words) = (texts, [.. having.Keys.Order(StringComparer.Ordinal)]);
        _having = Array.ConvertAll(_words, word => having[word].ToArray());
        _beginning = Array.ConvertAll(_words, word => beginning.TryGetValue(word, out var numbers) ? numbers.ToArray() : []);
        _pairs = new(Pairs);
    }

    /// <summary>Numbers of the texts with this somewhere in them, in order.</summary>
    public IEnumerable<int> Containing(string part) => part.Split(' ') is [var only]
        ? Merged(WordsWith(only), _having)
        : Least([WordsEndingWith(part[..part.IndexOf(' ', StringComparison.Ordinal)]), .. Inner(part).Select(Exactly), WordsBeginningWith(Last(part))], _having).Where(number => _texts[number].Contains(part, StringComparison.Ordinal));

    /// <summary>The same in any order, some perhaps twice.</summary>
    public IEnumerable<int> HavingSomewhere(string part) => part.Contains(' ', StringComparison.Ordinal) ? Containing(part) : WordsWith(part).SelectMany(at => _having[at]);

    /// <summary>Those that have each of the words somewhere.</summary>
    public IEnumerable<int> ContainingAll(SearchWords words) => Least([.. words.Words.Select(WordsWith)], _having).Where(number => words.AreIn(_texts[number]));

    public IEnumerable<int> BeginningWith(string part) => part.Split(' ') is [var only]
        ? Merged(WordsBeginningWith(only), _beginning)
        : Least([Exactly(part.Split(' ')[0])], _beginning).Where(number => _texts[number].StartsWith(part, StringComparison.Ordinal));

    /// <summary>Those of which a word after the first begins so.</summary>
    public IEnumerable<int> GoingOnWith(string part) =>
        Least([.. part.Split(' ')[..^1].Select(Exactly), WordsBeginningWith(Last(part))], _having).Where(number => _texts[number].Contains(' ' + part, StringComparison.Ordinal));

    public IEnumerable<int> Being(string text) => text.Contains(' ', StringComparison.Ordinal)
        ? BeginningWith(text).Where(number => _texts[number] == text)
        : Merged(Exactly(text), _beginning).Where(number => _texts[number].Length == text.Length);

    private static void Add(int number, string text, Dictionary<string, List<int>> having, Dictionary<string, List<int>> beginning)
    {
        foreach (var range in text.AsSpan().Split(' '))
        {
            var word = text.AsSpan(range);
            To(having, word);
            if (range.Start.Value == 0) To(beginning, word);
        }

        void To(Dictionary<string, List<int>> words, ReadOnlySpan<char> word)
        {
            var bySpan = words.GetAlternateLookup<ReadOnlySpan<char>>();
            if (!bySpan.TryGetValue(word, out var numbers)) bySpan[word] = numbers = [];
            if (numbers.Count == 0 || numbers[^1] != number) numbers.Add(number);
        }
    }

    private static string[] Inner(string part) => part.Split(' ')[1..^1];

    private static string Last(string part) => part[(part.LastIndexOf(' ') + 1)..];

    private IEnumerable<int> Exactly(string word) => Array.BinarySearch(_words, word, StringComparer.Ordinal) is >= 0 and var at ? [at] : [];

    private IEnumerable<int> WordsBeginningWith(string part)
    {
        var first = Array.BinarySearch(_words, part, StringComparer.Ordinal) is >= 0 and var exact ? exact : ~Array.BinarySearch(_words, part, StringComparer.Ordinal);
        for (var at = first; at < _words.Length && _words[at].StartsWith(part, StringComparison.Ordinal); at++) yield return at;
    }

    private IEnumerable<int> WordsEndingWith(string part) => WordsWith(part).Where(at => _words[at].EndsWith(part, StringComparison.Ordinal));

    private IEnumerable<int> WordsWith(string part)
    {
        if (part.Length < 2) return Enumerable.Range(0, _words.Length).Where(at => _words[at].Contains(part, StringComparison.Ordinal));
        List<int>? fewest = null;
        foreach (var pair in part.Zip(part.Skip(1)))
        {
            if (!_pairs.Value.TryGetValue(pair, out var words)) return [];
            if (fewest is null || words.Count < fewest.Count) fewest = words;
        }
        return fewest!.Where(at => _words[at].Contains(part, StringComparison.Ordinal));
    }

    /// <summary>The words by each two letters that stand beside each other in them.</summary>
    private Dictionary<(char, char), List<int>> Pairs()
    {
        var pairs = new Dictionary<(char, char), List<int>>();
        for (var at = 0; at < _words.Length; at++)
            foreach (var pair in _words[at].Zip(_words[at].Skip(1)))
            {
                if (!pairs.TryGetValue(pair, out var words)) pairs[pair] = words = [];
                if (words.Count == 0 || words[^1] != at) words.Add(at);
            }
        return pairs;
    }

    /// <summary>All texts of whichever of these has the fewest.</summary>
    private static IEnumerable<int> Least(IReadOnlyList<IEnumerable<int>> several, int[][] numbers) =>
        several.Count == 0 ? [] : Merged(several.Select(words => words.ToList()).MinBy(words => words.Sum(at => (long)numbers[at].Length))!, numbers);

    /// <summary>The texts of all these words in order, each once; read only as far as is asked for.</summary>
    private static IEnumerable<int> Merged(IEnumerable<int> words, int[][] numbers)
    {
        var lists = words.Select(at => numbers[at]).Where(list => list.Length > 0).ToList();
        return lists.Count switch { 0 => [], 1 => lists[0], _ => Merged(lists) };
    }

    private static IEnumerable<int> Merged(List<int[]> lists)
    {
        var (next, last) = (new PriorityQueue<(int[] List, int At), int>(lists.Select(list => ((list, 0), list[0]))), -1);
        while (next.TryDequeue(out var from, out var number))
        {
            if (from.At + 1 < from.List.Length) next.Enqueue((from.List, from.At + 1), from.List[from.At + 1]);
            if (number == last) continue;
            last = number;
            yield return number;
        }
    }
}
