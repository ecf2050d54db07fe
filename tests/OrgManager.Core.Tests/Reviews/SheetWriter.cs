using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Reviews;
using OrgManager.Tests.Data;

namespace OrgManager.Tests.Reviews;

/// <summary>The test assembly as a program that enters the minutes of one cell again and again until it is killed: every row otherwise each time, under a number that counts up and is told once it is saved.</summary>
internal static class SheetWriter
{
    public const int Year = 2020, Voters = 9;
    public const string Cell = "CB-KC";

    private static readonly DateOnly Met = new(Year, 12, 5);

    public static async Task<int> RunAsync(string[] words)
    {
        if (words is not [var provider, var connection, var directory]) return 2;
        await using var services = new ServiceCollection().AddLogging().AddSingleton<ICurrentActor, WritingProgram>()
            .AddOrgDatabase(new(Enum.Parse<StorageProvider>(provider), connection, directory)).AddOrgFeatures().BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var sheets = scope.ServiceProvider.GetRequiredService<CellReviewService>();
        await sheets.SheetAsync(Year, Cell);
        Console.WriteLine("ready");
        if (Console.ReadLine() is null) return 0;
        await Task.WhenAny(SaveAsync(sheets), Task.Run(Console.ReadLine)); // whoever started it is gone
        return 0;
    }

    /// <summary>0 where nothing was entered yet.</summary>
    public static int NumberOf(CellReview sheet) => sheet.MinutesNumber is { } minutes ? int.Parse(minutes.Split('-')[0], CultureInfo.InvariantCulture) : 0;

    public static string Grade(int number) => number % 2 == 0 ? "HTTNV" : "HTNV";

    public static int Votes(int number) => number % (Voters + 1);

    private static async Task SaveAsync(CellReviewService sheets)
    {
        while (true)
        {
            var sheet = await sheets.SheetAsync(Year, Cell);
            var number = NumberOf(sheet) + 1;
            await sheets.EnterAsync(Entry(sheet, number));
            Console.WriteLine(number.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static CellEntry Entry(CellReview sheet, int number)
    {
        var ballot = new Ballot(Voters, Voters, Voters, 0, new Dictionary<string, int> { ["HTTNV"] = Votes(number), ["HTNV"] = Voters - Votes(number) });
        return new(string.Create(CultureInfo.InvariantCulture, $"{number}-BB/{Cell}"), Met, new(sheet.Own.Seen, Grade(number), null, null),
            [.. sheet.Members.Where(m => m.NotGraded is null).Select(m => new MemberEntry(m.Seen, Grade(number), null, ballot))]);
    }
}
