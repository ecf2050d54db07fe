using System.Text;
using Microsoft.EntityFrameworkCore;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Data.Maintenance;
using OrgManager.Decisions;
using OrgManager.Tests.Data.Maintenance;

namespace OrgManager.Tests.Decisions;

/// <summary>What may be attached to a decision, how it is kept, and how it goes.</summary>
public class DecisionFilesTests : IAsyncLifetime
{
    private static readonly DecisionFacts Facts = new(DecisionKind.Decision, "12/QĐ-SCT", "Sở Công Thương", new(2026, 1, 5), new(2026, 1, 10), "Điều động công chức");
    private TestOrg _org = null!;
    private DecisionFiles Files => _org.Get<DecisionFiles>();

    public async Task InitializeAsync() => _org = await TestOrg.StartAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    public static TheoryData<string, byte[], FileKind, string> Kept => new()
    {
        { "qd 12.pdf", TestFiles.PdfBytes(1), FileKind.Pdf, "qd 12.pdf" },
        { "QD.PDF", TestFiles.PdfBytes(1), FileKind.Pdf, "QD.pdf" },
        { @"C:\Users\hr\Quyết định số 12.docx", TestFiles.Zip("[Content_Types].xml", "word/document.xml"), FileKind.Docx, "Quyết định số 12.docx" },
        { "anh.jpeg", [0xFF, 0xD8, 0xFF, 0xE0, 1], FileKind.Jpeg, "anh.jpg" },
        { "quet.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1], FileKind.Png, "quet.png" },
        { "setup.exe", TestFiles.PdfBytes(1), FileKind.Pdf, "setup.exe.pdf" },
        { "../../fdp.\u202Eexe", TestFiles.PdfBytes(1), FileKind.Pdf, "fdp.exe.pdf" },
        { "", TestFiles.PdfBytes(1), FileKind.Pdf, "van-ban.pdf" },
        { new('x', 300), TestFiles.PdfBytes(1), FileKind.Pdf, new string('x', 196) + ".pdf" },
    };

    public static TheoryData<string, string, byte[]> NotKept => new()
    {
        { "Attachment.KindUnknown", "quyet-dinh.pdf", [(byte)'M', (byte)'Z', 0x90, 0, 3] },
        { "Attachment.KindUnknown", "quyet-dinh.docx", TestFiles.Zip("xl/workbook.xml") },
        { "Attachment.KindUnknown", "co-macro.docx", TestFiles.Zip("word/document.xml", "word/vbaProject.bin") },
        { "Attachment.KindUnknown", "macro-ten-khac.docx", TestFiles.Document("application/vnd.ms-office.vba&#80;roject") },
        { "Attachment.KindUnknown", "dieu-khien.docx", TestFiles.Document("application/vnd.ms-office.activeX+xml") },
        { "Attachment.KindUnknown", "nho-ma-lon.docx", TestFiles.Document(new string('x', 2 * 1024 * 1024)) },
        { "Attachment.KindUnknown", "hong.docx", "PK\x03\x04 no zip"u8.ToArray() },
        { "Attachment.KindUnknown", "trang.pdf", Encoding.UTF8.GetBytes("<html><script>alert(1)</script>") },
        { "Attachment.Empty", "rong.pdf", [] },
    };

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task A_file_is_what_its_content_says_and_is_called_so(string given, byte[] content, FileKind kind, string name)
    {
        var id = await EnterAsync(TestFiles.Of(given, content));

        var file = Assert.Single((await CardAsync(id)).Files);
        Assert.Equal((name, kind, content.Length), (file.Name, file.Kind, file.Size));
        Assert.Equal(content, (await Files.DownloadAsync(file.Id)).Bytes);
    }

    [Theory]
    [MemberData(nameof(NotKept))]
    public async Task What_is_no_document_is_refused_and_the_decision_with_it(string code, string name, byte[] content)
    {
        await Refusal.IsAsync(code, () => EnterAsync(TestFiles.Pdf(), TestFiles.Of(name, content)));
        await AssertNothingAsync();
    }

    [Fact]
    public async Task Twenty_megabytes_are_kept_and_not_a_byte_more()
    {
        await Refusal.IsAsync("Attachment.TooLarge", () => EnterAsync(TestFiles.Of("to.pdf", [.. "%PDF-"u8, .. new byte[DecisionAttachment.MostBytes - 4]])));
        await AssertNothingAsync();
        var id = await EnterAsync(TestFiles.Of("to.pdf", [.. "%PDF-"u8, .. new byte[DecisionAttachment.MostBytes - 5]]));
        Assert.Equal(DecisionAttachment.MostBytes, (await CardAsync(id)).Files.Single().Size);
    }

    [Theory]
    [InlineData(SecrecyMark.Confidential), InlineData(SecrecyMark.Secret), InlineData(SecrecyMark.TopSecret)]
    public async Task A_state_secret_is_refused_and_nothing_of_it_is_stored(SecrecyMark mark)
    {
        await Refusal.IsAsync("Decision.StateSecret", () => _org.Get<DecisionService>().RegisterAsync(Facts with { Secrecy = mark }));
        await Refusal.IsAsync("Decision.StateSecret", () => Files.EnterAsync(Facts with { Secrecy = mark }, [TestFiles.Pdf()]));
        await Refusal.IsAsync("Decision.StateSecret", () => EnterAsync(TestFiles.Of("mat.pdf", TestFiles.PdfBytes(1), mark)));
        await AssertNothingAsync();

        var id = await EnterAsync();
        var unread = TestFiles.Of("mat.pdf", TestFiles.PdfBytes(1), mark);
        await Refusal.IsAsync("Decision.StateSecret", () => Files.AddAsync(id, unread));
        Assert.Equal(0, unread.Content.Position);
        var seen = (await CardAsync(id)).Details.Seen;
        await Refusal.IsAsync("Decision.StateSecret", () => _org.Get<DecisionService>().CorrectAsync(seen, Facts with { Secrecy = mark }, "Đóng dấu mật"));
        Assert.Empty((await CardAsync(id)).Files);
    }

    [Fact]
    public async Task The_trail_holds_name_and_hash_of_a_file_and_not_its_bytes()
    {
        var id = await EnterAsync(TestFiles.Pdf("qd.pdf", 77));

        var file = (await CardAsync(id)).Files.Single();
        var entries = await _org.Database.ReadAsync(db => db.Set<ChangeSetEntry>().ToListAsync());
        var told = entries.Single(e => e.EntityType == nameof(DecisionAttachment));
        Assert.Equal(("Decision", id), (told.OwnerType, told.OwnerId));
        Assert.Contains(file.Sha256, told.After!, StringComparison.Ordinal);
        Assert.Contains("qd.pdf", told.After!, StringComparison.Ordinal);
        Assert.DoesNotContain(entries, e => e.EntityType == nameof(AttachmentContent) || e.After!.Contains("JVBERi", StringComparison.Ordinal));
        Assert.Equal(("system", new DateTime(2026, 1, 15, 9, 0, 0)), (file.AddedBy, file.AddedAt));
    }

    [Fact]
    public async Task The_same_file_is_attached_once_and_its_bytes_are_kept_once()
    {
        var (first, second) = (await EnterAsync(TestFiles.Pdf()), await Files.EnterAsync(Facts with { Number = "13/QĐ-SCT" }, [TestFiles.Pdf("ban-sao.pdf")]));

        await Refusal.IsAsync("Attachment.Twice", () => Files.AddAsync(first, TestFiles.Pdf("khac-ten.pdf")));
        Assert.Equal(1, await ContentsAsync());

        await Files.WithdrawAsync((await CardAsync(first)).Files.Single().Id, "Nhầm tệp");
        Assert.Equal(TestFiles.PdfBytes(1), (await Files.DownloadAsync((await CardAsync(second)).Files.Single().Id)).Bytes);
        await _org.AssertSoundAsync();
    }

    [Fact]
    public async Task A_file_attached_wrongly_goes_with_its_bytes_and_the_reason_stays()
    {
        var id = await EnterAsync(TestFiles.Pdf(), TestFiles.Pdf("dung.pdf", 2));
        var file = (await CardAsync(id)).Files.Single(f => f.Name != "dung.pdf").Id;
        await Refusal.IsAsync("History.ReasonMissing", () => Files.WithdrawAsync(file, " "));

        await Files.WithdrawAsync(file, "Nhầm tệp");

        Assert.Equal("dung.pdf", (await CardAsync(id)).Files.Single().Name);
        await Assert.ThrowsAsync<NotFoundException>(() => Files.DownloadAsync(file));
        Assert.Equal(1, await ContentsAsync());
        var last = await _org.Database.ReadAsync(db => db.Set<ChangeSet>().OrderBy(c => c.Seq).LastAsync());
        Assert.Equal(("Decision.Detach", "Nhầm tệp"), (last.Verb, last.Reason));
        await _org.AssertSoundAsync();
    }

    [Fact]
    public async Task Bytes_changed_behind_the_program_s_back_are_found()
    {
        await EnterAsync(TestFiles.Pdf());
        await _org.Storage.ExecuteAsync("""UPDATE "AttachmentContent" SET "Bytes" = '\x00'""");
        Assert.Equal(["File.Changed"], (await _org.Get<Verifier>().VerifyAsync()).Problems.Select(p => p.Code));
    }

    private Task<Guid> EnterAsync(params NewFile[] files) => Files.EnterAsync(Facts, files);

    private Task<DecisionCard> CardAsync(Guid id) => _org.Get<DecisionRegister>().CardAsync(id);

    private Task<int> ContentsAsync() => _org.Database.ReadAsync(db => db.Set<AttachmentContent>().CountAsync());

    private async Task AssertNothingAsync()
    {
        Assert.Equal(0, await ContentsAsync());
        Assert.Equal(0, await _org.Database.ReadAsync(db => db.Set<Decision>().CountAsync()));
        Assert.Equal(0, await _org.Database.ReadAsync(db => db.Set<ChangeSet>().CountAsync()));
    }
}
