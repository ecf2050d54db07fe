using System.Globalization;
using OrgManager.Benchmarks;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return await Options.Command(Run.AllAsync).Parse(args).InvokeAsync();
