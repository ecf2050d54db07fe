using Microsoft.Extensions.Localization;
using OrgManager.Establishment;
using OrgManager.Web.Common;

namespace OrgManager.Web.Establishment.Plans;

/// <summary>Names of what stands in plans.</summary>
internal static class PlanWords
{
    public static string NameOf(PlanLineDetails line) => line.OwnRow is null ? line.Unit.Name : Language.Pick(line.OwnRow, line.OwnRowEn ?? line.OwnRow);

    /// <summary>"Đã trình, 12/10/2026, Mè Thị Lan Hương".</summary>
    public static string What(this IStringLocalizer<Texts> t, PlanStep step) => t["Plan.StepOf", t[$"QuotaPlanState.{step.State}"], Format.Day(step.On), step.By];
}
