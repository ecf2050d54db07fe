using System.Net;
using DocumentFormat.OpenXml.Packaging;
using OrgManager.Restructuring;
using OrgManager.Tests;

namespace OrgManager.Web.Tests.Restructuring;

/// <summary>The papers of an approved scenario as files.</summary>
public class AnnexDownloadsTests(ModelSite model) : IClassFixture<ModelSite>
{
    [Fact]
    public async Task Papers_leave_for_those_who_may_take_them_out_and_only_once_approved()
    {
        await using var org = TestOrg.On(model.Site.Database, isOwner: false);
        var (drafts, life, view) = (org.Get<ScenarioDraftService>(), org.Get<ScenarioLifeService>(), org.Get<ScenarioViewService>());
        var id = await drafts.ImportAsync(new() { Name = "Phương án", EffectiveOn = new(2026, 7, 1), Decisions = new(), Steps = [new RenameStep("VP", "Văn phòng Sở")] });
        await life.SubmitAsync((await view.GetAsync(id)).Seen);
        var hr = await model.Site.VisitAsync("hr");
        Assert.Equal(HttpStatusCode.Conflict, (await hr.GetAsync($"/scenarios/{id}/state.docx")).Status);

        await life.ApproveAsync((await view.GetAsync(id)).Seen, (await view.SimulateAsync(id)).Outcome);
        using var paper = WordprocessingDocument.Open(new MemoryStream(await (await hr.GetAsync($"/scenarios/{id}/state.docx")).Response.Content.ReadAsByteArrayAsync()), isEditable: false);
        Assert.Contains("Đổi tên Văn phòng thành Văn phòng Sở.", paper.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
        var lists = await hr.GetAsync($"/scenarios/{id}/annexes.xlsx");
        Assert.Contains($"annexes-{id:N}.xlsx", lists.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await hr.GetAsync($"/scenarios/{id}/nothing.docx")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await (await model.Site.VisitAsync("unithead")).GetAsync($"/scenarios/{id}/annexes.xlsx")).Status);
    }
}
