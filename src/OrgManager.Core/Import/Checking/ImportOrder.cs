namespace OrgManager.Import;

/// <summary>Which rows are carried out: those of people known already, those of new ones, or both.</summary>
public enum ImportMode { Both, Add, Update }

/// <summary>What is to become of a sheet.</summary>
/// <param name="On">From this day on it is so; whoever is new begins on it.</param>
/// <param name="Partial">Rows in error are left out; else one of them stops everything.</param>
public sealed record ImportOrder(DateOnly On, Guid? DecisionId = null, ImportMode Mode = ImportMode.Both, bool Partial = false)
{
    /// <summary>For rows that leave open who is meant: by the number of the row the staff number chosen, or "" for somebody new.</summary>
    public IReadOnlyDictionary<int, string> Answers { get; init; } = new Dictionary<int, string>();
}
