using OrgManager.Common;

namespace OrgManager.Import;

public enum ImportBatchState { Applied, Undone }

/// <summary>How many rows a batch wrote, and how many it did not.</summary>
public sealed record ImportCounts(int New, int Changed, int Same, int LeftOut);

/// <summary>Đợt nhập: a sheet as it was carried out. What it did is in its change set; the file itself is not kept.</summary>
public sealed class ImportBatch : Aggregate
{
    public const int NameLength = 200;

    private ImportBatch() { }

    public string FileName { get; private init; } = "";
    public DateOnly On { get; private init; }
    public Guid? DecisionId { get; private init; }
    public int New { get; private init; }
    public int Changed { get; private init; }
    public int Same { get; private init; }
    public int LeftOut { get; private init; }
    public ImportBatchState State { get; private set; }

    /// <summary>By which a file of the same form is known again, and what its columns were taken for.</summary>
    public string Form { get; private init; } = "";
    public string TakenAs { get; private init; } = "";

    /// <summary>The change set that holds everything it did.</summary>
    public long AppliedIn { get; private init; }

    internal override FieldClass FieldClass => FieldClass.Work;

    internal static ImportBatch Applied(SheetColumns sheet, ImportOrder order, ImportCounts counts, long changeSet) => new()
    {
        FileName = sheet.Sheet.Name[..Math.Min(sheet.Sheet.Name.Length, NameLength)], Form = SheetForm.Of(sheet.Sheet), TakenAs = SheetForm.Told(sheet), On = order.On, DecisionId = order.DecisionId,
        New = counts.New, Changed = counts.Changed, Same = counts.Same, LeftOut = counts.LeftOut, AppliedIn = changeSet,
    };

    /// <exception cref="RuleBrokenException">Import.UndoneAlready.</exception>
    internal void Undo()
    {
        RuleBrokenException.Unless(State == ImportBatchState.Applied, "Import.UndoneAlready", FileName);
        State = ImportBatchState.Undone;
        Touch();
    }
}
