using System.Globalization;
using System.Security.Cryptography;
using OrgManager.Common;

namespace OrgManager.Decisions;

/// <summary>A file somebody hands in. What it is called and marked as is their word, what it is will be seen.</summary>
public sealed record NewFile(string Name, Stream Content, SecrecyMark Secrecy = SecrecyMark.Ordinary);

/// <summary>The same, read and found fit to be kept.</summary>
internal sealed record ReceivedFile(string Name, FileKind Kind, byte[] Bytes, string Sha256)
{
    /// <summary>Reads no more than may be kept.</summary>
    /// <exception cref="RuleBrokenException">Decision.StateSecret, before anything is read; Attachment.TooLarge, Attachment.Unreadable, Attachment.Empty, Attachment.KindUnknown.</exception>
    public static async Task<ReceivedFile> ReadAsync(NewFile file, CancellationToken ct)
    {
        Secrecy.Refuse(file.Secrecy);
        var bytes = await BytesAsync(file, ct);
        RuleBrokenException.Unless(bytes.Length > 0, "Attachment.Empty", file.Name);
        var kind = FileKinds.Of(bytes) ?? throw new RuleBrokenException("Attachment.KindUnknown", file.Name);
        return new(NameOf(file.Name, kind), kind, bytes, Convert.ToHexString(SHA256.HashData(bytes)));
    }

    private static async Task<byte[]> BytesAsync(NewFile file, CancellationToken ct)
    {
        using var kept = new MemoryStream();
        var part = new byte[81920];
        try
        {
            for (int read; (read = await file.Content.ReadAsync(part, ct)) > 0; kept.Write(part, 0, read))
                RuleBrokenException.Unless(kept.Length + read <= DecisionAttachment.MostBytes, "Attachment.TooLarge", file.Name, DecisionAttachment.MostBytes / 1024 / 1024);
            return kept.ToArray();
        }
        catch (Exception e) when (e is not RuleBrokenException && !ct.IsCancellationRequested)
        {
            throw new RuleBrokenException("Attachment.Unreadable", file.Name); // the browser is gone, or the file moved under it
        }
    }

    /// <summary>Without folders and unseen characters, ending as its kind does, so that no system takes it for anything else.</summary>
    private static string NameOf(string given, FileKind kind)
    {
        var visible = string.Concat(given.Where(c => char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format)));
        var name = VietnameseText.Nfc(visible[(visible.LastIndexOfAny(['/', '\\']) + 1)..]).Trim('.', ' ');
        var ending = kind.Extension();
        if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) name = name[..^ending.Length];
        else if (kind == FileKind.Jpeg && name.EndsWith(".jpeg", StringComparison.OrdinalIgnoreCase)) name = name[..^5];
        if (name.Length == 0) name = "van-ban";
        return name[..Math.Min(name.Length, DecisionAttachment.NameLength - ending.Length)] + ending;
    }
}
