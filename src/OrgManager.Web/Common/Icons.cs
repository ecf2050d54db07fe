namespace OrgManager.Web.Common;

/// <summary>The shapes of our icons on a grid of 24, as the inside of an svg.</summary>
internal static class Icons
{
    public static IEnumerable<string> Names => Shapes.Keys;

    private static readonly Dictionary<string, string> Shapes = new()
    {
        ["arrow"] = """<path d="M4 12h15M14 7l5 5-5 5"/>""",
        ["cal"] = """<rect x="4" y="5" width="16" height="15" rx="1.5"/><path d="M4 10h16M8 3v4M16 3v4"/>""",
        ["clock"] = """<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.5l3.5 2"/>""",
        ["dash"] = """<circle cx="12" cy="12" r="8.5" stroke-dasharray="3 3"/>""",
        ["dl"] = """<path d="M12 4v11M7 11l5 5 5-5M5 20h14"/>""",
        ["doc"] = """<path d="M7 3h7l4 4v14H7zM14 3v4h4M10 12h5M10 16h5"/>""",
        ["down"] = """<path d="M6 9l6 6 6-6"/>""",
        ["edit"] = """<path d="M4 20l1-4L16 5l3 3L8 19zM14 7l3 3"/>""",
        ["exit"] = """<path d="M14 4H6v16h8M10 12h10M17 9l3 3-3 3"/>""",
        ["filter"] = """<path d="M4 6h16M7 12h10M10 18h4"/>""",
        ["going"] = """<circle cx="12" cy="12" r="8.5"/><path d="M8 12h8M13 9l3 3-3 3"/>""",
        ["half"] = """<circle cx="12" cy="12" r="8.5"/><path class="fill" d="M12 3.5a8.5 8.5 0 000 17z"/>""",
        ["help"] = """<circle cx="12" cy="12" r="8.5"/><path d="M9.6 9.6a2.5 2.5 0 114.2 1.8c-1 .8-1.8 1.3-1.8 2.6M12 16.8v.2"/>""",
        ["home"] = """<path d="M4 11l8-7 8 7v9h-5v-6H9v6H4z"/>""",
        ["inbox"] = """<path d="M4 13l3-8h10l3 8v6H4zM4 13h5l1 2h4l1-2h5"/>""",
        ["info"] = """<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5M12 8v.2"/>""",
        ["keys"] = """<rect x="3" y="6" width="18" height="12" rx="1.5"/><path d="M7 10v.2M12 10v.2M17 10v.2M8 14h8"/>""",
        ["key"] = """<circle cx="8" cy="15" r="4"/><path d="M11 12l8-8M16 7l3 3M14 9l2 2"/>""",
        ["lock"] = """<rect x="5" y="11" width="14" height="9" rx="1.5"/><path d="M8 11V8a4 4 0 018 0v3M12 15v2"/>""",
        ["merge"] = """<path d="M5 4v3c0 4 7 4 7 8v5M19 4v3c0 4-7 4-7 8M9 17l3 3 3-3"/>""",
        ["menu"] = """<path d="M4 7h16M4 12h16M4 17h16"/>""",
        ["moon"] = """<path d="M19 14.5A7.5 7.5 0 019.5 5 7.5 7.5 0 1019 14.5z"/>""",
        ["oct"] = """<path d="M8.5 3.5h7l5 5v7l-5 5h-7l-5-5v-7zM12 8v5M12 16v.2"/>""",
        ["ok"] = """<circle class="fill" cx="12" cy="12" r="9"/><path class="on" d="M7.5 12.3l3 3 6-6.5"/>""",
        ["party"] = """<path d="M5 21V4h13l-3 4 3 4H5"/>""",
        ["people"] = """<circle cx="9" cy="8" r="3.2"/><path d="M3 20c0-3.5 2.6-6 6-6s6 2.5 6 6M16 5.2a3.2 3.2 0 010 5.8M17.5 14.3c2.1.8 3.5 2.9 3.5 5.7"/>""",
        ["plus"] = """<path d="M12 5v14M5 12h14"/>""",
        ["right"] = """<path d="M9 6l6 6-6 6"/>""",
        ["save"] = """<path d="M5 4h11l3 3v13H5zM8 4v5h7V4M8 20v-6h8v6"/>""",
        ["scroll"] = """<path d="M6 4h12v16H6zM9 8h6M9 12h6M9 16h4"/>""",
        ["search"] = """<circle cx="11" cy="11" r="6.5"/><path d="M16 16l4.5 4.5"/>""",
        ["bell"] = """<path d="M6 17V11a6 6 0 0112 0v6l1.5 2h-15zM10 21h4"/>""",
        ["print"] = """<path d="M7 8V4h10v4M7 17H5v-7h14v7h-2M7 14h10v6H7z"/>""",
        ["review"] = """<path d="M8 4H6a1 1 0 00-1 1v15a1 1 0 001 1h12a1 1 0 001-1V5a1 1 0 00-1-1h-2M9 3h6v3H9zM9 14l2 2 4-5"/>""",
        ["seat"] = """<rect x="4" y="4" width="7" height="7" rx="1"/><rect x="13" y="4" width="7" height="7" rx="1"/><rect x="4" y="13" width="7" height="7" rx="1"/><path d="M13 16.5h7"/>""",
        ["shield"] = """<path d="M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6zM9 12l2 2 4-4"/>""",
        ["sun"] = """<circle cx="12" cy="12" r="4"/><path d="M12 3v2.5M12 18.5V21M3 12h2.5M18.5 12H21M5.6 5.6l1.8 1.8M16.6 16.6l1.8 1.8M5.6 18.4l1.8-1.8M16.6 7.4l1.8-1.8"/>""",
        ["target"] = """<circle cx="12" cy="12" r="8.5"/><circle cx="12" cy="12" r="4"/><path d="M12 12l6-6"/>""",
        ["tree"] = """<rect x="9" y="3" width="6" height="5" rx="1"/><rect x="3" y="16" width="6" height="5" rx="1"/><rect x="15" y="16" width="6" height="5" rx="1"/><path d="M12 8v4M6 16v-4h12v4"/>""",
        ["tri"] = """<path d="M12 4l9 16H3zM12 10v4.5M12 17v.2"/>""",
        ["up"] = """<path d="M6 15l6-6 6 6"/>""",
        ["user"] = """<circle cx="12" cy="8" r="3.6"/><path d="M5 20c0-4 3-6.5 7-6.5s7 2.5 7 6.5"/>""",
        ["wifi"] = """<path d="M3 9a13 13 0 0118 0M6.5 12.5a8 8 0 0111 0M10 16a3 3 0 014 0M12 19v.1"/>""",
        ["x"] = """<path d="M6 6l12 12M18 6L6 18"/>""",
    };

    public static string Shape(string name) => Shapes[name];
}
