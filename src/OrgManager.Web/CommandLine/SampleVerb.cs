using System.CommandLine;
using System.CommandLine.Parsing;
using OrgManager.Data.Seeding;
using OrgManager.Data.Seeding.Province;

namespace OrgManager.Web.CommandLine;

/// <summary>One of two samples: the model organisation as it is told, or a made-up province of a size.</summary>
internal sealed class SampleVerb
{
    private const int YearsUnlessSaid = 30, SeedUnlessSaid = 1;

    private readonly Option<bool> _model = new("--model") { Description = "The model organisation of seed/." };
    private readonly Option<DateOnly?> _until = Options.Day("--until", "Of the model: tell only what happened until this day.", required: false);
    private readonly Option<bool> _bare = new("--without-scenarios") { Description = "Of the model: leave its restructurings of seed/scenarios/ to be tried out and applied." };
    private readonly Option<int?> _people = Number("--people", "A made-up province with so many people in post on its last day.");
    private readonly Option<int?> _units = Number("--units", "Its government units; unless said, three for forty people.");
    private readonly Option<int?> _cells = Number("--cells", "Its party cells; unless said, three for ten people.");
    private readonly Option<int?> _years = Number("--years", $"The years its history reaches back; unless said, {YearsUnlessSaid}.");
    private readonly Option<int?> _seed = Number("--seed", $"What it is drawn from: the same seed gives the same province; unless said, {SeedUnlessSaid}.");

    private SampleVerb() { }

    public static Command Create(Invocation call) => new SampleVerb().For(call);

    private Command For(Invocation call)
    {
        var verb = new Command("sample", "Fills an empty database with a sample; its accounts have known passwords.") { _model, _until, _bare, _people, _units, _cells, _years, _seed };
        verb.Validators.Add(Demand);
        verb.SetAction((parsed, ct) => call.AloneAsync(services => FillAsync(services.GetRequiredService<SampleFiller>(), parsed, call.Say, ct), ct));
        return verb;
    }

    private Task FillAsync(SampleFiller filler, ParseResult parsed, Action<string> say, CancellationToken ct) => SizeOf(parsed) is { } size
        ? filler.FillProvinceAsync(size, say, ct)
        : filler.FillAsync(SeedFiles.BesideTheProgram, parsed.GetValue(_until), scenarios: !parsed.GetValue(_bare), say, ct);

    private ProvinceSize? SizeOf(ParseResult parsed) => parsed.GetValue(_people) is { } people
        ? new(people, parsed.GetValue(_units) ?? (int)(people * 3L / 40), parsed.GetValue(_cells) ?? (int)(people * 3L / 10), parsed.GetValue(_years) ?? YearsUnlessSaid, parsed.GetValue(_seed) ?? SeedUnlessSaid)
        : null;

    /// <summary>Exactly one of the two forms.</summary>
    private void Demand(CommandResult given)
    {
        var isModel = given.GetValue(_model);
        Option[] strange = isModel ? [_people, _units, _cells, _years, _seed] : [_until, _bare];
        if (!isModel && given.GetResult(_people) is null) given.AddError("Say which sample: --model, or --people N.");
        else if (strange.FirstOrDefault(o => given.GetResult(o) is not null) is { } option) given.AddError($"{option.Name} does not go with {(isModel ? "--model" : "--people")}.");
    }

    private static Option<int?> Number(string name, string description) => new(name) { Description = description, HelpName = "N" };
}
