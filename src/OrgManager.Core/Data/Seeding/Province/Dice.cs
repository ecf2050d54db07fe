namespace OrgManager.Data.Seeding.Province;

/// <summary>Numbers drawn from a seed and a purpose (SplitMix64): the same on every machine, and no purpose disturbs another.</summary>
internal sealed class Dice
{
    private ulong _state;

    public Dice(int seed, string purpose, int index = 0)
    {
        _state = (ulong)(uint)seed * 0x9E3779B97F4A7C15 + (ulong)(uint)index * 0xD1B54A32D192ED03;
        foreach (var c in purpose) _state = (_state ^ c) * 0x100000001B3;
        Draw();
    }

    /// <summary>At least 0, under 1.</summary>
    public double Share() => (Draw() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Share() < probability;

    /// <summary>Both ends included.</summary>
    public int Between(int from, int to) => from + (int)(Draw() % (ulong)(to - from + 1));

    public T Pick<T>(IReadOnlyList<T> among) => among[Between(0, among.Count - 1)];

    public string Pick(IReadOnlyList<WeightedWord> among)
    {
        var at = Between(1, among.Sum(w => w.Weight));
        foreach (var word in among)
            if ((at -= word.Weight) <= 0) return word.Text;
        return among[^1].Text;
    }

    private ulong Draw()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
