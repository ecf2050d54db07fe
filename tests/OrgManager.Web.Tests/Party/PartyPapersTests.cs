using System.Net;
using DocumentFormat.OpenXml.Packaging;
using OrgManager.Party;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Party;

/// <summary>Papers of the party's work as files.</summary>
public class PartyPapersTests(ModelSite model) : IClassFixture<ModelSite>
{
    [Fact]
    public async Task A_letter_leaves_once_it_is_issued_for_the_side_that_sends()
    {
        await using var org = TestOrg.On(model.Site.Database, isOwner: false);
        var (transfers, register) = (org.Get<TransferService>(), org.Get<TransferRegister>());
        var id = await transfers.DraftAsync(await org.PersonIdAsync("CB013"), new(TransferKind.Official, await org.UnitIdAsync("CB-VP"), null, null, "Đảng bộ Văn phòng UBND tỉnh"));
        var clerk = await model.Site.VisitAsync("partyclerk");
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.GetAsync($"/cells/transfers/{id}.docx")).Status);

        await transfers.IssueAsync((await register.OfPersonAsync("CB013")).Single().Seen, "05-GGT/ĐU", org.Today);
        var paper = await TextAsync(await clerk.GetAsync($"/cells/transfers/{id}.docx"));
        Assert.Contains("Trương Bảo Kiên", paper, StringComparison.Ordinal);
        Assert.Contains("Đảng bộ Văn phòng UBND tỉnh", paper, StringComparison.Ordinal);
        foreach (var user in new[] { "hr", "unithead", "self", "admin" }) Assert.NotEqual(HttpStatusCode.OK, (await (await model.Site.VisitAsync(user)).GetAsync($"/cells/transfers/{id}.docx")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"/cells/transfers/{Guid.NewGuid()}.docx")).Status);
    }

    [Fact]
    public async Task The_list_of_fees_leaves_for_the_own_cell()
    {
        var cell = await model.Site.VisitAsync("cell1");
        Assert.Contains("DANH SÁCH ĐÓNG ĐẢNG PHÍ", await TextAsync(await cell.GetAsync("/cells/fees/CB-VP/2026-01.docx")), StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await cell.GetAsync("/cells/fees/CB-TM/2026-01.docx")).Status);
    }

    private static async Task<string> TextAsync(Answer answer)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(await answer.Response.Content.ReadAsByteArrayAsync()), isEditable: false);
        return file.MainDocumentPart!.Document!.Body!.InnerText;
    }
}
