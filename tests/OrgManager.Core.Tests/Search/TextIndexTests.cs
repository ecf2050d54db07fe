using CsCheck;
using OrgManager.Search;

namespace OrgManager.Tests.Search;

/// <summary>Looking among the words finds what looking into each text finds.</summary>
public class TextIndexTests
{
    private static readonly Gen<string> Text = Gen.Char["abc "].Array[0, 7].Select(letters => new string(letters));

    [Fact]
    public void It_finds_what_looking_into_each_text_finds() => Gen.Select(Text.Array[0, 20], Text.Where(part => part.Length > 0)).Sample((texts, part) =>
    {
        var index = new TextIndex(texts);
        int[] Those(Func<string, bool> which) => [.. texts.Index().Where(t => which(t.Item)).Select(t => t.Index)];
        Assert.Equal(Those(t => t.Contains(part, StringComparison.Ordinal)), index.Containing(part));
        Assert.Equal(Those(t => t.StartsWith(part, StringComparison.Ordinal)), index.BeginningWith(part));
        Assert.Equal(Those(t => t == part), index.Being(part));
        Assert.Equal(Those(t => t.Contains(' ' + part, StringComparison.Ordinal)), index.GoingOnWith(part));
        if (SearchWords.Of(part) is { IsEmpty: false } words) Assert.Equal(Those(words.AreIn), index.ContainingAll(words));
    });
}
