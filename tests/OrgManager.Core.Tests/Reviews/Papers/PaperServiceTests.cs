using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Reviews;
using OrgManager.Reviews.Papers;

namespace OrgManager.Tests.Reviews.Papers;

/// <summary>The papers of the model organisation's 2019, read back. ORGMANAGER_DOCUMENTS names a folder to keep them in, to be looked at.</summary>
public class PaperServiceTests : IAsyncLifetime
{
    private TestOrg _org = null!;
    private PaperService Papers => _org.Get<PaperService>();

    public async Task InitializeAsync() => _org = await TestOrg.StartModelAsync();
    public async Task DisposeAsync() => await _org.DisposeAsync();

    public static TheoryData<PaperKind, bool> All
    {
        get
        {
            var all = new TheoryData<PaperKind, bool>();
            foreach (var kind in Enum.GetValues<PaperKind>())
            {
                if (kind.IsOfCell()) all.Add(kind, false);
                if (kind.IsOfCommittee()) all.Add(kind, true);
            }
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_paper_is_sound_and_nothing_is_left_to_be_filled_in_by_name(PaperKind kind, bool ofCommittee)
    {
        await _org.SignInAsync("partyclerk");
        var text = Text(await WriteAsync(kind, ofCommittee));
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        Assert.Contains("ĐẢNG CỘNG SẢN VIỆT NAM", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_self_review_knows_the_member_and_asks_leaders_for_more()
    {
        await _org.SignInAsync("partyclerk");
        var leader = Lines((await Papers.OfMemberAsync(2019, "CB033", PaperKind.SelfReview)).Bytes);
        Assert.Contains("Mẫu 02-HD KĐ.ĐG 2019", leader);
        Assert.Contains("Họ và tên: Lục Đình Vạn", leader);
        Assert.Contains(leader, l => l.StartsWith("Chức vụ Đảng: ", StringComparison.Ordinal) && l.Contains("Bí thư Chi bộ", StringComparison.Ordinal));
        Assert.Contains("Chức vụ chính quyền: Trưởng phòng", leader);
        Assert.Contains("Đơn vị công tác: Phòng Quản lý công nghiệp", leader);
        Assert.Contains("Chi bộ: Chi bộ Công nghiệp", leader);
        Assert.Contains(leader, l => l.StartsWith("3. Kết quả lãnh đạo", StringComparison.Ordinal));
        Assert.Contains(leader, l => l.StartsWith("6. Việc thực hiện cam kết", StringComparison.Ordinal));
        Assert.Contains(leader, l => l.Contains("☐ Xuất sắc   ☐ Tốt   ☐ Trung bình   ☐ Kém", StringComparison.Ordinal));

        var other = Lines((await Papers.OfMemberAsync(2019, "CB035", PaperKind.SelfReview)).Bytes);
        Assert.DoesNotContain(other, l => l.StartsWith("3. Kết quả lãnh đạo", StringComparison.Ordinal));
        Assert.Contains(other, l => l.StartsWith("3. Việc thực hiện cam kết", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_box_of_the_head_of_the_unit_is_ticked_by_the_head_and_not_by_what_the_member_claims()
    {
        await FullFiles.OpenAsync(_org);
        await FullFiles.SubmitAsync(_org, "self", "CB035", said: form => FullFiles.Whole(form, grade: "HTXSNV"));
        await _org.SignInAsync("partyclerk");
        async Task<string> WorkAsync() => Lines((await Papers.OfMemberAsync(FullFiles.Year, "CB035", PaperKind.SelfReview)).Bytes).First(l => l.StartsWith("Mức xếp loại: ", StringComparison.Ordinal));
        Assert.DoesNotContain("☒", await WorkAsync(), StringComparison.Ordinal);

        await _org.SignInAsync("unithead");
        var comments = _org.Get<StaffCommentService>();
        await comments.CommentAsync((await comments.ListAsync()).Single(r => r.Person.Code == "CB035").Seen, "Làm việc tốt", "HTTNV");

        await _org.SignInAsync("partyclerk");
        Assert.Contains("☒ Hoàn thành tốt nhiệm vụ", (await WorkAsync()).Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_file_holds_the_forms_of_a_whole_cell()
    {
        await _org.SignInAsync("cell1");
        using var file = Open((await Papers.OfCellAsync(2019, "CB-VP", PaperKind.SelfReview)).Bytes);
        var body = file.MainDocumentPart!.Document!.Body!;
        Assert.Equal(11, body.Descendants<Paragraph>().Count(p => p.InnerText == "BẢN KIỂM ĐIỂM CÁ NHÂN"));
        Assert.Equal(11, body.Descendants<SectionProperties>().Count());
    }

    [Theory]
    [InlineData("124-2023", "CB033", "Mẫu 02B-HD KĐ.ĐG 2023"), InlineData("124-2023", "CB035", "Mẫu 02A-HD KĐ.ĐG 2023"), InlineData("366-2025", "CB033", "Mẫu 2A"), InlineData("366-2025", "CB035", "Mẫu 2B")]
    public async Task The_form_is_that_of_the_rules_of_the_year(string rules, string person, string form)
    {
        await _org.Get<ReviewCycleService>().OpenAsync(2025, await _org.UnitIdAsync("DB-SCT"), rules, new(2025, 12, 1));
        var written = (await Papers.OfMemberAsync(2025, person, PaperKind.SelfReview)).Bytes;
        await KeepAsync(written, $"self-{rules}-{person}");
        var lines = Lines(written);
        Assert.Contains(form, lines);
        Assert.Equal(rules == "366-2025", lines.Contains("Bảng điểm tự đánh giá"));
    }

    [Fact]
    public async Task What_a_member_pasted_never_stops_a_paper_and_stands_on_the_lines_it_was_written_on()
    {
        await FullFiles.OpenAsync(_org);
        await FullFiles.SubmitAsync(_org, "self", "CB035", said: form => FullFiles.Whole(form) is var whole ? whole with { Texts = whole.Texts.ToDictionary(t => t.Key, _ => "Một\u0002\r\n\r\nHai") } : whole);
        await _org.SignInAsync("partyclerk");

        using var file = Open((await Papers.OfMemberAsync(FullFiles.Year, "CB035", PaperKind.SelfReview)).Bytes);
        var written = file.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().First(p => p.InnerText.Contains("MộtHai", StringComparison.Ordinal));
        Assert.Contains("Một\n\nHai", string.Concat(written.Descendants().Select(e => e switch { Text text => text.Text, Break => "\n", _ => "" })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ballots_are_told_in_the_minutes_and_on_the_tally_sheet_with_shares_of_those_convened()
    {
        await EnterBallotAsync();
        var tally = Lines(await WriteAsync(PaperKind.Tally, false, "CB-CN"));
        Assert.Contains("3. Số phiếu phát ra: 7; thu về: 7; không hợp lệ: 0.", tally);
        Assert.Contains("6 (85,71 %)", tally);
        var minutes = Lines(await WriteAsync(PaperKind.Minutes, false, "CB-CN"));
        Assert.Contains("Số 09-BB/CB", minutes);
        Assert.Contains(minutes, l => l.Contains("ngày 03 tháng 12 năm 2019", StringComparison.Ordinal));
        Assert.Contains(minutes, l => l.StartsWith("2. Thành phần: Tổng số đảng viên của chi bộ: 7, trong đó chính thức 7, dự bị 0. Đảng viên chính thức được triệu tập: 7", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_came_is_told_in_the_minutes_where_it_is_known_and_left_to_the_clerk_where_it_is_not()
    {
        await ReopenAsync();
        await _org.SignInAsync("partyclerk");
        Assert.Contains(Lines(await WriteAsync(PaperKind.Minutes, false, "CB-CN")), l => l.Contains("triệu tập: ……; có mặt: 7; vắng mặt: 0", StringComparison.Ordinal)); // entered among the cell's meetings
        await _org.Get<ReviewCycleService>().OpenAsync(2020, await _org.UnitIdAsync("DB-SCT"), "132-2018", new(2020, 12, 1));
        Assert.Contains(Lines((await Papers.OfCellAsync(2020, "CB-CN", PaperKind.Minutes)).Bytes), l => l.Contains("có mặt: ………; vắng mặt: ………", StringComparison.Ordinal));
        var sheets = _org.Get<CellReviewService>();
        await sheets.EnterAsync(new("09-BB/CB", new(2019, 12, 3), new((await sheets.SheetAsync(2019, "CB-CN")).Own.Seen, "HTTNV", null, null), []) { Attendance = new(6, 0) });

        Assert.Contains(Lines(await WriteAsync(PaperKind.Minutes, false, "CB-CN")), l => l.Contains("triệu tập: 7; có mặt: 6; vắng mặt: 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Points_that_a_member_gave_stand_in_the_table_of_the_form_with_their_sums()
    {
        await FullFiles.OpenAsync(_org, rules: "366-2025");
        await FullFiles.SubmitAsync(_org, "self", "CB035", said: form => FullFiles.Whole(form, points: 25));
        await _org.SignInAsync("partyclerk");
        var written = (await Papers.OfMemberAsync(FullFiles.Year, "CB035", PaperKind.SelfReview)).Bytes;
        await KeepAsync(written, "self-366-2025-scored");

        using var file = Open(written);
        var rows = file.MainDocumentPart!.Document!.Body!.Descendants<TableRow>().Select(r => r.Elements<TableCell>().Select(c => c.InnerText).ToList()).Where(r => r.Count == 5).ToList();
        Assert.Equal([("1", "30", "25"), ("2", "70", "25"), ("", "100", "50")], rows.Skip(1).Select(r => (r[0], r[2], r[3])));
    }

    [Fact]
    public async Task The_grade_of_a_year_before_the_program_is_told_as_the_members_papers_have_it()
    {
        await _org.SignInAsync("partyclerk");
        await _org.Get<GradeYearService>().EnterAsync("CB035", new(2017, "27-2014", "DTC-HTTNV"));
        await _org.Get<ReviewCycleService>().OpenAsync(2018, await _org.UnitIdAsync("DB-SCT"), "132-2018", new(2018, 12, 1));

        Assert.Contains("Mức xếp loại năm 2017: Đủ tư cách, hoàn thành tốt nhiệm vụ.", Lines((await Papers.OfMemberAsync(2018, "CB035", PaperKind.SelfReview)).Bytes));
        Assert.Contains("Đủ tư cách, hoàn thành tốt nhiệm vụ", Lines((await Papers.OfCellAsync(2018, "CB-CN", PaperKind.Proposed)).Bytes));
    }

    [Fact]
    public async Task What_the_cell_means_by_a_criterion_is_printed_on_the_form_also_where_only_results_are_kept()
    {
        await _org.SignInAsync("partyclerk");
        await _org.Get<ReviewCycleService>().OpenAsync(2020, await _org.UnitIdAsync("DB-SCT"), "132-2018", new(2020, 12, 1));
        await _org.Get<CellCriteriaService>().SetAsync(2020, "CB-CN", "CB035", 0, new Dictionary<string, string> { ["M1.1"] = "Dự đủ các buổi học nghị quyết" });

        Assert.Contains(Lines((await Papers.OfMemberAsync(2020, "CB035", PaperKind.SelfReview)).Bytes), l => l.StartsWith("- ", StringComparison.Ordinal) && l.EndsWith(": Dự đủ các buổi học nghị quyết", StringComparison.Ordinal));
        Assert.DoesNotContain("Tiêu chí cụ thể của chi bộ", Lines((await Papers.OfMemberAsync(2020, "CB036", PaperKind.SelfReview)).Bytes));
    }

    [Fact]
    public async Task What_the_head_and_the_cell_say_stands_on_the_form_and_the_member_reads_the_cells_word_once_told()
    {
        await FullFiles.OpenAsync(_org);
        await _org.SignInAsync("unithead");
        var comments = _org.Get<StaffCommentService>();
        await comments.CommentAsync((await comments.ListAsync()).Single(r => r.Person.Code == "CB035").Seen, "Chủ động trong công việc", "HTTNV");
        await FullFiles.SubmitAsync(_org, "self", "CB035");
        await FullFiles.MoveAsync(_org, "partyclerk", "CB035", ReviewAct.Gather);
        await FullFiles.EnterAsync(_org, "CB035", "CB-CN", "HTTNV", comment: "Gương mẫu, được tín nhiệm");

        var clerks = Lines((await Papers.OfMemberAsync(FullFiles.Year, "CB035", PaperKind.SelfReview)).Bytes);
        Assert.Contains("Chủ động trong công việc", clerks);
        Assert.Contains("Gương mẫu, được tín nhiệm", clerks);
        await _org.SignInAsync("self");
        var own = Lines((await Papers.OfMemberAsync(FullFiles.Year, "CB035", PaperKind.SelfReview)).Bytes);
        Assert.Contains("Chủ động trong công việc", own);
        Assert.DoesNotContain("Gương mẫu, được tín nhiệm", own);
    }

    [Theory]
    [InlineData("132-2018", "Mẫu 01", false), InlineData("366-2025", "Mẫu 01", true)]
    public async Task A_cells_own_review_has_the_parts_of_its_form_and_what_the_cell_wrote(string rules, string form, bool named)
    {
        await FullFiles.OpenAsync(_org, rules: rules);
        await _org.SignInAsync("partyclerk");
        var blank = Lines((await Papers.OfCellAsync(FullFiles.Year, "CB-CN", PaperKind.CellReview)).Bytes);
        Assert.Equal(named, blank.Contains(form));
        Assert.Contains(blank, l => l.StartsWith("☐ Hoàn thành xuất sắc nhiệm vụ", StringComparison.Ordinal));

        var file = await _org.Get<ReviewFileService>().OfCellAsync(FullFiles.Year, "CB-CN");
        await _org.Get<SelfReviewService>().SubmitAsync(file.Seen.Id, 0, FullFiles.Whole(file.Form));
        var written = Lines((await Papers.OfCellAsync(FullFiles.Year, "CB-CN", PaperKind.CellReview)).Bytes);
        Assert.Contains(written, l => l.Contains("- Còn chậm báo cáo. Khắc phục: Lập lịch báo cáo", StringComparison.Ordinal));
        Assert.Contains(written, l => l.Contains("☒ Hoàn thành tốt nhiệm vụ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_decision_counts_what_was_decided_and_lists_everybody_by_cell()
    {
        await _org.SignInAsync("secretary");
        var lines = Lines(await WriteAsync(PaperKind.Decision, true));
        Assert.Contains(lines, l => l.StartsWith("Điều 1. Công nhận kết quả đánh giá, xếp loại chất lượng năm 2019 đối với 74 đảng viên và 9 chi bộ trực thuộc Đảng bộ Sở Công Thương tỉnh Mẫu", StringComparison.Ordinal));
        Assert.Contains("1. Đảng viên: Hoàn thành xuất sắc nhiệm vụ: 12; Hoàn thành tốt nhiệm vụ: 60; Hoàn thành nhiệm vụ: 2; Không hoàn thành nhiệm vụ: 0 (Phụ lục I).", lines);
        Assert.Contains("2. Chi bộ: Hoàn thành xuất sắc nhiệm vụ: 1; Hoàn thành tốt nhiệm vụ: 7; Hoàn thành nhiệm vụ: 1; Không hoàn thành nhiệm vụ: 0 (Phụ lục II).", lines);
        Assert.Contains("T/M ĐẢNG ỦY", lines);
        Assert.Contains("Trịnh Hữu Thuyên", lines);
        Assert.Equal(3, lines.Count(l => l.StartsWith("PHỤ LỤC", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_report_says_whether_its_figures_are_confirmed_and_holds_them_against_the_cap()
    {
        await _org.SignInAsync("partyclerk");
        var lines = Lines(await WriteAsync(PaperKind.Summary, true));
        Assert.Contains("(Số liệu đã chốt)", lines);
        Assert.Contains("Số đảng viên xếp loại hoàn thành xuất sắc nhiệm vụ là 12, giới hạn 12 (20 % của 60 đảng viên xếp loại hoàn thành tốt nhiệm vụ).", lines);
        Assert.Contains("- Được miễn công tác và sinh hoạt đảng: 2 đảng viên.", lines);
        await ReopenAsync();
        Assert.Contains("(Số liệu tạm tính)", Lines(await WriteAsync(PaperKind.Summary, true)));
    }

    [Fact]
    public async Task Who_is_not_graded_is_listed_with_the_reason()
    {
        await _org.SignInAsync("partyclerk");
        Assert.Contains("Đảng viên mới kết nạp dưới 6 tháng: tự kiểm điểm, chưa xếp loại", Lines(await WriteAsync(PaperKind.NotGraded, true)));
        var sheet = await Papers.ListOfCommitteeAsync(2019, "DB-SCT", PaperKind.NotGraded);
        Assert.Equal(3, sheet.Rows.Count);
        Assert.Contains("Không có đảng viên chưa kiểm điểm, chưa xếp loại.", Lines((await Papers.OfCellAsync(2019, "CB-TM", PaperKind.NotGraded)).Bytes));
    }

    [Fact]
    public async Task The_second_ballot_has_everybody_whom_their_cells_graded_good_or_better_and_says_how_many_may_be_chosen()
    {
        await _org.SignInAsync("partyclerk");
        Assert.Contains(Lines(await WriteAsync(PaperKind.SecondBallot, true)), l => l.Contains("không quá 12 đồng chí", StringComparison.Ordinal));
        Assert.Equal(72, (await Papers.ListOfCommitteeAsync(2019, "DB-SCT", PaperKind.SecondBallot)).Rows.Count);
    }

    [Fact]
    public async Task A_cell_secretary_prints_for_the_own_cell_alone_a_member_the_own_form_alone()
    {
        await _org.SignInAsync("cell1");
        await Papers.OfCellAsync(2019, "CB-VP", PaperKind.Minutes);
        await Assert.ThrowsAsync<AccessDeniedException>(() => Papers.OfCellAsync(2019, "CB-TM", PaperKind.Minutes));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Papers.OfMemberAsync(2019, "CB036", PaperKind.SelfReview));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Papers.OfCommitteeAsync(2019, "DB-SCT", PaperKind.Summary));

        File.Delete(Log);
        await _org.SignInAsync("self");
        Assert.Contains("Họ và tên:", Text((await Papers.OfMemberAsync(2019, "CB035", PaperKind.SelfReview)).Bytes), StringComparison.Ordinal);
        await Assert.ThrowsAsync<AccessDeniedException>(() => Papers.OfMemberAsync(2019, "CB036", PaperKind.SelfReview));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Papers.OfCellAsync(2019, "CB-CN", PaperKind.SelfReview));
        Assert.Equal("CB035", (await Papers.PageAsync(2019)).Own);
        Assert.False(File.Exists(Log));
    }

    [Theory]
    [InlineData("admin"), InlineData("hr"), InlineData("inspector"), InlineData("unithead")]
    public async Task Others_print_nothing_of_others(string user)
    {
        await _org.SignInAsync(user);
        await Assert.ThrowsAsync<AccessDeniedException>(() => Papers.OfCellAsync(2019, "CB-TTR", PaperKind.Proposed));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Papers.OfMemberAsync(2019, "CB056", PaperKind.SelfReview));
    }

    [Fact]
    public async Task Each_print_of_others_reviews_is_in_the_read_log()
    {
        await _org.SignInAsync("partyclerk"); // CB008, of CB-VP
        await Papers.OfCellAsync(2019, "CB-VP", PaperKind.SelfReview);
        var line = JsonDocument.Parse(Assert.Single(await File.ReadAllLinesAsync(Log))).RootElement;
        var people = line.GetProperty("people").EnumerateArray().Select(p => p.GetString()).ToList();
        Assert.Equal(("ReviewPaper", "Review", 10), (line.GetProperty("what").GetString(), line.GetProperty("fieldClass").GetString(), people.Count));
        Assert.DoesNotContain("CB008", people);
    }

    [Fact]
    public async Task A_paper_that_a_cell_or_committee_does_not_make_is_not_found()
    {
        await Assert.ThrowsAsync<NotFoundException>(() => Papers.OfCellAsync(2019, "CB-VP", PaperKind.Decision));
        await Assert.ThrowsAsync<NotFoundException>(() => Papers.OfCommitteeAsync(2019, "DB-SCT", PaperKind.Tally));
        await Assert.ThrowsAsync<NotFoundException>(() => Papers.OfCellAsync(2018, "CB-VP", PaperKind.Minutes));
    }

    private string Log => Path.Combine(_org.Storage.Directory, "read-log.jsonl");

    private async Task EnterBallotAsync()
    {
        await ReopenAsync();
        await _org.SignInAsync("partyclerk");
        var sheets = _org.Get<CellReviewService>();
        var sheet = await sheets.SheetAsync(2019, "CB-CN");
        await sheets.EnterAsync(new("09-BB/CB", new(2019, 12, 3), new(sheet.Own.Seen, "HTTNV", null, null),
            [.. sheet.Members.Select(m => new MemberEntry(m.Seen, "HTTNV", null, new(7, 7, 7, 0, new Dictionary<string, int> { ["HTXSNV"] = 1, ["HTTNV"] = 6 })))]));
    }

    private async Task ReopenAsync()
    {
        await _org.SignInAsync("secretary");
        await _org.Get<ReviewCycleService>().ReopenAsync((await _org.Get<ReviewCycleService>().BoardsAsync(2019)).Boards[0].Cycle, "Xem lại");
    }

    private async Task<byte[]> WriteAsync(PaperKind kind, bool ofCommittee, string cell = "CB-XT")
    {
        var file = ofCommittee ? await Papers.OfCommitteeAsync(2019, "DB-SCT", kind) : await Papers.OfCellAsync(2019, cell, kind);
        await KeepAsync(file.Bytes, $"{kind}-{(ofCommittee ? "DB" : cell)}");
        using var document = Open(file.Bytes);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        return file.Bytes;
    }

    private static async Task KeepAsync(byte[] file, string name)
    {
        if (Environment.GetEnvironmentVariable("ORGMANAGER_DOCUMENTS") is { } folder) await File.WriteAllBytesAsync(Path.Combine(folder, $"review-{name}.docx"), file);
    }

    private static string Text(byte[] file) => string.Join('\n', Lines(file));

    private static List<string> Lines(byte[] file)
    {
        using var document = Open(file);
        return [.. document.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(p => p.InnerText.Replace('\u00A0', ' ')).Where(t => t.Length > 0)];
    }

    private static WordprocessingDocument Open(byte[] file) => WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
}
