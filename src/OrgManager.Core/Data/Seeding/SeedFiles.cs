using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsvHelper;
using OrgManager.Common;
using OrgManager.Data.Seeding.Province;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Restructuring;
using OrgManager.Reviews;
using OrgManager.Staff;
using OrgManager.Targets;

namespace OrgManager.Data.Seeding;

internal sealed record SeedUnit(string Code, string Kind, string Name, string? ShortName, string? Parent, int Order, int? Autonomy, DateOnly From, string? Decision);

internal sealed record SeedUnitSet(int? Autonomy);

internal sealed record SeedUnitChange(string Unit, DateOnly From, SeedUnitSet Set, string? Decision);

internal sealed record SeedMerger(DateOnly On, IReadOnlyList<string> Units, UnitToFound Into, string Decision);

internal sealed record SeedUnits(string Organisation, IReadOnlyList<SeedUnit> Units, IReadOnlyList<SeedUnitChange> Changes, IReadOnlyList<SeedMerger> Mergers);

internal sealed record SeedKinds(IReadOnlyList<UnitKindFacts> Kinds);

internal sealed record SeedFunction(string Name, string? Field, string Lead, IReadOnlyList<string> Coordinators, DateOnly From, string Decision);

internal sealed record SeedFunctions(IReadOnlyList<SeedFunction> Functions);

internal sealed record SeedDecisions(IReadOnlyList<Decisions.DecisionFacts> Decisions);

internal sealed record SeedQuota(DateOnly From, string Unit, QuotaKind Kind, QuotaCategory Category, int Posts, string Decision);

internal sealed record SeedPerson(
    string Code, string Name, string Sex, DateOnly Born, DateOnly EmployedFrom, string Unit, QuotaCategory Category, Headship Headship, int? Order,
    string Position, string Rank, int? Step, decimal? Coefficient, DateOnly? SalaryFrom, string Decision);

internal sealed record SeedMember(string Person, DateOnly AdmittedOn, DateOnly CeremonyOn, DateOnly? OfficialOn, string Cell, DateOnly CellFrom, string Decision);

internal sealed record SeedMeeting(
    string Cell, DateOnly On, Party.MeetingKind Kind, int Convened, int Official, int Probationary, int? Minutes, string Chair, bool Prepared, bool? CommitteeMet, string MinutesNumber, string Resolution, DateOnly? ResolutionOn, string Topic);

internal sealed record SeedTerm(string Unit, string Name, DateOnly HeldOn);

internal sealed record SeedRegulation(string Unit, string Number, DateOnly IssuedOn, string Name, DateOnly From, DateOnly? Until);

internal sealed record SeedPapers(IReadOnlyList<SeedTerm> Terms, IReadOnlyList<SeedRegulation> Regulations);

internal sealed record SeedEvent(DateOnly On, string Verb, string Person, string Unit, string Value, string Decision, string Note);

internal sealed record SeedReview(string Person, string? Proposed, string? Grade, string? NotGraded, bool DecidedAbove);

internal sealed record SeedCellReview(string Cell, string Grade, string MinutesNumber, DateOnly MeetingOn, IReadOnlyList<SeedReview> Members);

internal sealed record SeedReviews(int Year, string RuleSet, string Committee, DateOnly ClosedOn, string Decision, IReadOnlyList<SeedCellReview> Cells);

internal sealed record SeedTarget(
    string Code, string Name, string ShortName, string Wording, string WordingEn, string? LegalBasis, bool Binding, TargetMetric Metric,
    IReadOnlyList<string> Set, string? Scope, DateOnly StartsOn, DateOnly? BaselineOn, decimal? BaselineValue, TargetDirection Direction,
    decimal GoalPercent, DateOnly Due, IReadOnlyList<Milestone> Milestones, bool Sample);

internal sealed record SeedTargets(IReadOnlyList<SeedTarget> Targets);

internal sealed record SeedAccount(string User, string? Person, Access.Role Role, string? Scope);

internal sealed record SeedAccounts(IReadOnlyList<SeedAccount> Accounts);

/// <summary>The files of <c>seed/</c>, read strictly: an unknown key or a missing column is an error.</summary>
public sealed class SeedFiles(string directory)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = false,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The folder beside the program.</summary>
    public static SeedFiles BesideTheProgram => new(Path.Combine(AppContext.BaseDirectory, "seed"));

    internal SeedKinds Kinds => Json<SeedKinds>("unit-kinds.json");
    internal SeedUnits Units => Json<SeedUnits>("units.json");
    internal SeedFunctions Functions => Json<SeedFunctions>("functions.json");
    internal SeedDecisions Decisions => Json<SeedDecisions>("decisions.json");
    internal SeedReviews Reviews => Json<SeedReviews>("reviews-2019.json");
    internal SeedTargets Targets => Json<SeedTargets>("targets.json");
    internal SeedAccounts Accounts => Json<SeedAccounts>("accounts.json");
    internal ProvinceWords Province => Json<ProvinceWords>("province.json");
    internal IReadOnlyList<SeedQuota> Quotas => Csv<SeedQuota>("quotas.csv");
    internal IReadOnlyList<SeedPerson> People => Csv<SeedPerson>("people.csv");
    internal IReadOnlyList<SeedMember> Members => Csv<SeedMember>("party.csv");
    internal IReadOnlyList<SeedMeeting> Meetings => Csv<SeedMeeting>("party-meetings.csv");
    internal SeedPapers Papers => Json<SeedPapers>("party-papers.json");
    internal IReadOnlyList<SeedEvent> Events => Csv<SeedEvent>("events.csv");
    internal IEnumerable<RuleSetFacts> RuleSets => Files("rules").Select(Json<RuleSetFacts>);
    internal IEnumerable<ScenarioFile> Scenarios => Files("scenarios").Select(Scenario);

    private T Json<T>(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Text(file), Strict) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"seed/{file}: {e.Message}", e);
        }
    }

    private ScenarioFile Scenario(string file)
    {
        try
        {
            return ScenarioFile.Read(Text(file));
        }
        catch (RuleBrokenException e)
        {
            throw new InvalidDataException($"seed/{file}: {string.Join(": ", e.Args)}", e);
        }
    }

    private List<T> Csv<T>(string file)
    {
        using var reader = new StringReader(Text(file));
        using var csv = new CsvReader(reader, new CsvHelper.Configuration.CsvConfiguration(CultureInfo.InvariantCulture)
        {
            PrepareHeaderForMatch = header => header.Header.ToUpperInvariant(),
        });
        csv.Context.TypeConverterOptionsCache.GetOptions<QuotaKind>().EnumIgnoreCase = true;
        try
        {
            return [.. csv.GetRecords<T>()];
        }
        catch (CsvHelperException e)
        {
            throw new InvalidDataException($"seed/{file}, row {csv.Context.Parser?.Row}: {e.Message.Split('\n')[0].TrimEnd()}", e);
        }
    }

    private string Text(string file) => File.ReadAllText(Path.Combine(directory, file));

    private IEnumerable<string> Files(string folder) =>
        Directory.GetFiles(Path.Combine(directory, folder), "*.json").Order(StringComparer.Ordinal).Select(f => Path.GetRelativePath(directory, f));
}
