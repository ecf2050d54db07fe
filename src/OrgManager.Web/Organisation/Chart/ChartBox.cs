namespace OrgManager.Web.Organisation.Chart;

/// <summary>How a box is drawn: as it is, or, beside another day, as one that is new, is gone or is other.</summary>
public enum ChartLook { Plain, New, Gone, Changed }

/// <summary>One unit of the chart, in the words it is drawn with.</summary>
public sealed record ChartBox
{
    public required string Code { get; init; }
    public required string Name { get; init; }

    /// <summary>The unit's page, or null where the drawing leaves the house.</summary>
    public string? Href { get; init; }
    public string? Head { get; init; }

    /// <summary>"9 phân bổ · 9 có mặt"; null where the reader may not see them.</summary>
    public string? Figures { get; init; }

    /// <summary>What is to be looked at: posts unused or over; beside another day, what is other.</summary>
    public string? Note { get; init; }
    public bool NoteIsOver { get; init; }

    /// <summary>Present of allocated, from 0 to 1.</summary>
    public double? Filled { get; init; }
    public ChartLook Look { get; init; }

    /// <summary>"Mới lập", "Kết thúc", "Đổi tên".</summary>
    public string? Badge { get; init; }

    /// <summary>Found by what was typed, or on the way from one found to the top.</summary>
    public bool IsFound { get; init; }
    public bool LeadsToFound { get; init; }

    /// <summary>How many stand right below, shown or not.</summary>
    public int Below { get; init; }
    public bool IsOpen { get; init; }
    public string? ToggleHref { get; init; }

    /// <summary>What is shown below: a wide row a page at a time.</summary>
    public IReadOnlyList<ChartBox> Children { get; init; } = [];
    public ChartPageOf? Page { get; init; }

    /// <summary>Beside another day: the units that became this one.</summary>
    public IReadOnlyList<ChartOrigin> Origins { get; init; } = [];
}

/// <summary>Which of the units right below are shown: "25–48 / 72".</summary>
public sealed record ChartPageOf(string Range, string? PreviousHref, string? NextHref);

/// <summary>A unit that is no more, and how it became the one it is drawn under: "hợp nhất 01/07/2020".</summary>
public sealed record ChartOrigin(ChartBox Box, string How);
