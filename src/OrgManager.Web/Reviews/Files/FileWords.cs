using Microsoft.Extensions.Localization;
using OrgManager.Reviews;
using OrgManager.Web.Common;

namespace OrgManager.Web.Reviews.Files;

/// <summary>A full file in words.</summary>
public static class FileWords
{
    /// <summary>What an address asks for where the file is not the cell's own.</summary>
    internal const string Collective = "collective";

    /// <summary>Where the file of a cell is shown, or of those who lead it.</summary>
    internal static string Address(int year, string unit, bool ofCollective = false) => $"/reviews/{year}/{Uri.EscapeDataString(unit)}/file{(ofCollective ? $"?of={Collective}" : "")}";

    /// <summary>Whose file it is.</summary>
    public static string Name(this IStringLocalizer<Texts> t, ReviewFileDetails file) =>
        file.Person?.FullName ?? (file.Subject == ReviewSubject.Collective ? $"{t["ReviewSubject.Collective"].Value}, {file.Cell.Name}" : file.Cell.Name);

    public static string Step(this IStringLocalizer<Texts> t, ReviewStep step) => t[$"ReviewStep.{step}"].Value;

    public static string Act(this IStringLocalizer<Texts> t, ReviewAct act) => t[$"ReviewAct.{act}"].Value;

    public static string Heading(FormPart part) => $"{part.Code}. {Language.Pick(part.Heading, part.HeadingEn)}";

    /// <summary>"II. Hạn chế …: còn thiếu người chịu trách nhiệm".</summary>
    public static string Missing(this IStringLocalizer<Texts> t, MissingPart missing) => t[$"FormGap.{missing.Gap}", missing.Part, missing.What ?? ""].Value;

    /// <summary>Why a grade is not advised: figures as people read them.</summary>
    public static string Objection(this IStringLocalizer<Texts> t, GradeObjection objection) =>
        t[objection.Code, [.. objection.Args.Select(arg => arg is decimal figure ? Format.Exact(figure) : arg ?? "")]] is { ResourceNotFound: false } told ? told.Value : objection.Source;
}
