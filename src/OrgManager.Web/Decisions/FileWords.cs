using Microsoft.AspNetCore.Components.Forms;
using OrgManager.Decisions;
using OrgManager.Web.Common;

namespace OrgManager.Web.Decisions;

internal static class FileWords
{
    private const decimal Kilobyte = 1024, Megabyte = Kilobyte * Kilobyte;

    /// <summary>"340 KB", "1,2 MB".</summary>
    public static string Size(long bytes) => bytes < Megabyte ? $"{Format.Number(Math.Ceiling(bytes / Kilobyte))} KB" : $"{Format.Number(Math.Round(bytes / Megabyte, 1))} MB";

    /// <summary>A chosen file as the use case takes it; the browser sends it while it is read, and no more than may be kept.</summary>
    public static NewFile ToHandIn(this IBrowserFile file, SecrecyMark secrecy) => new(file.Name, file.OpenReadStream(DecisionAttachment.MostBytes), secrecy);
}
