namespace OrgManager.Reports.Documents;

/// <summary>Whose paper it is: of an authority, by Decree 30/2020; or of the party, by HD 36-HD/VPTW and HD 05-HD/VPTW.</summary>
public enum DocumentLayout { State, Party }

/// <summary>Which guidance on papers of the party holds: HD 36-HD/VPTW of 3 April 2018, or HD 05-HD/VPTW of 27 May 2026.</summary>
public enum PartyGuidance { Hd36, Hd05 }

public static class PartyGuidances
{
    private static readonly DateOnly Since05 = new(2026, 5, 27);

    /// <summary>The guidance by which a paper of that day is laid out.</summary>
    public static PartyGuidance On(DateOnly day) => day < Since05 ? PartyGuidance.Hd36 : PartyGuidance.Hd05;
}

/// <summary>A document as it goes to be signed: head, title, text, signature, recipients, and its appendices.</summary>
public sealed record OfficialDocument
{
    public required DocumentLayout Layout { get; init; }
    public PartyGuidance Guidance { get; init; }

    /// <summary>Written across the sheet, for lists of many columns.</summary>
    public bool Landscape { get; init; }

    /// <summary>Number of the form, in the corner above everything ("Mẫu 02-HD KĐ.ĐG 2019").</summary>
    public string? Form { get; init; }

    /// <summary>The organisation above the one that issues it.</summary>
    public string? Superior { get; init; }
    public required string Issuer { get; init; }

    /// <summary>Without "Số": "12/QĐ-SCT", "01-QĐ/ĐU"; a dotted line stands for what the clerk fills in. Null where such a paper bears none.</summary>
    public required string? Number { get; init; }
    public required string Place { get; init; }

    /// <summary>Left to be filled in where it is null.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The day in words, in place of <see cref="Date"/>.</summary>
    public string? Dated { get; init; }

    /// <summary>"Quyết định", "Báo cáo"; written in capitals.</summary>
    public required string Kind { get; init; }

    /// <summary>Trích yếu.</summary>
    public required string Subject { get; init; }
    public required IReadOnlyList<DocumentBlock> Body { get; init; }
    public DocumentSignature? Signature { get; init; }

    /// <summary>Nơi nhận, each without its mark at the end; the last is where it is kept.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];
    public IReadOnlyList<DocumentAppendix> Appendices { get; init; } = [];
}

/// <summary>A piece of the text.</summary>
public abstract record DocumentBlock;

public enum DocumentAlign { Justified, Left, Centre, Right }

/// <param name="Lead">Bold words it begins with, "Điều 1.".</param>
public sealed record DocumentParagraph(string Text, string? Lead = null, bool Bold = false, bool Italic = false, DocumentAlign Align = DocumentAlign.Justified) : DocumentBlock;

/// <summary>A ruled table whose head is repeated on each page.</summary>
/// <param name="Columns">Their heads and how wide they are among each other.</param>
/// <param name="Rows">Cells are text, whole or decimal numbers, days or null.</param>
public sealed record DocumentTable(IReadOnlyList<DocumentColumn> Columns, IReadOnlyList<DocumentRow> Rows) : DocumentBlock
{
    /// <summary>Heads over several columns each; the head of a column under none goes through both lines.</summary>
    public IReadOnlyList<DocumentGroup> Groups { get; init; } = [];

    /// <summary>Each column bears its number below its head, "(1)".</summary>
    public bool Numbered { get; init; }

    /// <summary>Of its letters, in points.</summary>
    public int Size { get; init; } = 12;
}

/// <summary>Dotted lines to be written on.</summary>
public sealed record DocumentBlanks(int Lines) : DocumentBlock;

/// <summary>Several who sign beside each other; kept together.</summary>
public sealed record DocumentSignatures(IReadOnlyList<DocumentSignature> Columns) : DocumentBlock;

public sealed record DocumentColumn(string Head, int Width, DocumentAlign Align = DocumentAlign.Left);

/// <param name="First">The first of the columns it stands over, counted from 0.</param>
public sealed record DocumentGroup(string Head, int First, int Columns);

/// <param name="Bold">A sum, or the head of a group.</param>
/// <param name="Whole">Its first cell goes over the whole width.</param>
public sealed record DocumentRow(IReadOnlyList<object?> Cells, bool Bold = false, bool Whole = false);

/// <param name="Authority">"TM. ỦY BAN NHÂN DÂN", "T/M ĐẢNG ỦY", above the post.</param>
/// <param name="Hint">How to sign ("Ký, ghi rõ họ tên"), below the post, in brackets.</param>
public sealed record DocumentSignature(string Post, string? Name = null, string? Authority = null, string? Hint = null);

/// <summary>Phụ lục, on a page of its own.</summary>
/// <param name="Number">"I", "II"; none where there is only one.</param>
/// <param name="Attached">"Kèm theo Quyết định số … ngày …", without brackets.</param>
/// <param name="IsPart">A further page of the paper itself, which is no appendix.</param>
public sealed record DocumentAppendix(string? Number, string Title, string? Attached, IReadOnlyList<DocumentBlock> Body, bool Landscape = false, bool IsPart = false);
