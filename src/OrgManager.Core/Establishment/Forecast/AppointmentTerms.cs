using System.Text.Json;

namespace OrgManager.Establishment;

/// <summary>For how long heads and deputies are appointed (thời hạn giữ chức vụ): a figure that is data.</summary>
internal static class AppointmentTerms
{
    private static readonly int Years = Read();

    /// <summary>The day an appointment that began on another runs out, if it is not renewed.</summary>
    public static DateOnly EndOf(DateOnly appointed) => appointed.AddYears(Years);

    private static int Read()
    {
        using var stream = typeof(AppointmentTerms).Assembly.GetManifestResourceStream("appointment-terms.json")!;
        return JsonSerializer.Deserialize<File>(stream, JsonSerializerOptions.Web)!.Years;
    }

    private sealed record File(int Years);
}
