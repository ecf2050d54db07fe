namespace OrgManager.Web;

/// <summary>Names the resource files Texts.vi.resx and Texts.en.resx.</summary>
public sealed class Texts;
