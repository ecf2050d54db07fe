using Microsoft.AspNetCore.Components.Forms;
using OrgManager.Common;
using OrgManager.Import;

namespace OrgManager.Web.Import;

/// <summary>A file that was chosen in the browser, read as a sheet.</summary>
internal static class SheetUpload
{
    /// <inheritdoc cref="SheetReader.Read" path="/exception"/>
    public static async Task<ReadSheet> ReadAsync(IBrowserFile file, CancellationToken ct = default)
    {
        RuleBrokenException.Unless(file.Size <= SheetReader.MostBytes, "Import.TooLarge", file.Name, SheetReader.MostBytes / 1024 / 1024);
        using var bytes = new MemoryStream();
        await using var content = file.OpenReadStream(SheetReader.MostBytes, ct);
        await content.CopyToAsync(bytes, ct);
        return await Task.Run(() => SheetReader.Read(file.Name, bytes.ToArray()), ct);
    }
}
