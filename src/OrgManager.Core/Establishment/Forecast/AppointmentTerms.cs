using OrgManager.Common;

namespace OrgManager.Establishment;

/// <summary>For how long heads and deputies are appointed (thời hạn giữ chức vụ): a figure that is data.</summary>
public static class AppointmentTerms
{
    private static readonly File Data = RuleFiles.Read<File>("appointment-terms.json");

    public static int Years => Data.Years;

    /// <summary>False where it is believed but was not seen confirmed.</summary>
    public static bool Confirmed => Data.Confirmed;

    /// <summary>The day an appointment that began on another runs out, if it is not renewed.</summary>
    public static DateOnly EndOf(DateOnly appointed) => appointed.AddYears(Years);

    internal sealed record File(int Years, bool Confirmed, string? Source = null, string? Note = null);
}
