using System.CommandLine;
using OrgManager.Data.Seeding;

namespace OrgManager.Web.CommandLine;

internal static class SampleVerb
{
    public static Command Create(Invocation call)
    {
        var model = new Option<bool>("--model") { Description = "The model organisation of seed/; required." };
        var until = Options.Day("--until", "Tell only what happened until this day.", required: false);
        var verb = new Command("sample", "Fills an empty database with a sample; its accounts have known passwords.") { model, until };
        verb.Validators.Add(given =>
        {
            if (!given.GetValue(model)) given.AddError("Say which sample: --model.");
        });
        verb.SetAction((parsed, ct) => call.AloneAsync(
            services => services.GetRequiredService<SampleFiller>().FillAsync(SeedFiles.BesideTheProgram, parsed.GetValue(until), call.Say, ct), ct));
        return verb;
    }
}
