using OrgManager.Import;
using OrgManager.Reports;

namespace OrgManager.Benchmarks;

/// <summary>A list of 5,000 people: every second one gets another position, one in ten is new.</summary>
internal static class ImportRows
{
    private const int People = 5_000, Rounds = 7;
    private static readonly string[] Header = ["Số hiệu cán bộ", "Họ và tên", "Ngày sinh", "Giới tính", "Đơn vị", "Chức vụ", "Nhóm chỉ tiêu"];

    public static async Task<IEnumerable<Row>> OfAsync(Province province)
    {
        var (file, order) = (await province.AskAsync(timeline => File(timeline.On(province.Today))), new ImportOrder(province.Today, Partial: true));
        var imports = province.Get<ImportService>();
        ImportResult? done = null;
        return
        [
            new("import of 5,000 rows, read and checked", new(2000), () => Measure.Async(() => imports.CheckAsync(Read(), order))),
            new("import of 5,000 rows, write lock held", new(3000), HeldAsync),
        ];

        SheetColumns Read() => SheetColumns.Of(SheetReader.Read("do.xlsx", file));

        async Task<Figure> HeldAsync()
        {
            var held = new List<double>();
            for (var round = 0; round < Rounds; round++) // each is taken back before the next, which takes longer than it
            {
                done = await imports.ApplyAsync(await UndoneAsync());
                held.Add(done.Held.TotalMilliseconds);
            }
            return Measure.Of(held);
        }

        async Task<CheckedImport> UndoneAsync()
        {
            if (done?.Batch is { } batch) await province.AsOwnerAsync(() => imports.UndoAsync(batch, "measured"));
            var sheet = Read();
            return CheckedImport.Of(sheet, order, await imports.CheckAsync(sheet, order));
        }
    }

    private static byte[] File(Organisation.OrgSnapshot day)
    {
        var posts = day.Posts.Where(p => p.Facts.Headship == Staff.Headship.None && p.Unit is not null).Take(People * 9 / 10).ToList();
        var known = posts.Select((p, i) => (object?[])[p.Person.Code, p.Person.FullName, p.Person.Born, null, p.Unit!.Code, i % 2 == 0 ? "Chuyên viên đo đạc" : null, null]);
        var added = posts.Take(People / 10).Select((p, i) => (object?[])[$"DO{i:D6}", $"Trần Văn Đo {i}", new DateOnly(1990, 1, 1), "Nam", p.Unit!.Code, "Chuyên viên", "Công chức"]);
        return XlsxFile.Write(new ExportTable("Đo", [], Header, [.. known, .. added]));
    }
}
