using OrgManager.Common;

namespace OrgManager.Search;

/// <summary>What somebody typed into the search, ready to be compared.</summary>
public sealed class SearchWords
{
    private readonly string _whole, _word;
    private readonly string[] _words;

    private SearchWords(string whole) => (_whole, _word, _words) = (whole, ' ' + whole, whole.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    public bool IsEmpty => _words.Length == 0;
    public bool IsOne => _words.Length == 1;

    /// <summary>Whether it may be initials from the middle of a name; one letter alone would be in most.</summary>
    public bool IsInitials => IsOne && _whole.Length > 1;
    public string Whole => _whole;
    public IReadOnlyList<string> Words => _words;
    public string Code => CodeKey(_whole);

    public static SearchWords Of(string text) => new(VietnameseText.SearchKey(text));

    /// <summary>Of something that has a name and no code.</summary>
    public int? Rank(string name) => Rank(VietnameseText.SearchKey(name), VietnameseText.Initials(name), "");

    /// <summary>How well it fits, 0 best: the code itself, the beginning of the name, the beginning of a word, the first initials, initials further on, any part of every word; null if not at all.</summary>
    public int? Rank(string key, string initials, string code)
    {
        if (IsEmpty) return null;
        if (code.Equals(_whole, StringComparison.OrdinalIgnoreCase)) return 0;
        if (key.StartsWith(_whole, StringComparison.Ordinal)) return 1;
        if (key.Contains(_word, StringComparison.Ordinal)) return 2;
        if (IsOne && initials.StartsWith(_whole, StringComparison.Ordinal)) return 3;
        if (IsInitials && initials.Contains(_whole, StringComparison.Ordinal)) return 4;
        return AreIn(key) ? 5 : null;
    }

    /// <summary>Whether each of the words is somewhere in it.</summary>
    public bool AreIn(string key)
    {
        foreach (var word in _words)
            if (!key.Contains(word, StringComparison.Ordinal)) return false;
        return true;
    }

    /// <summary>Codes are compared whatever their case.</summary>
    public static string CodeKey(string code) => code.ToUpperInvariant();
}
