using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using OrgManager.Common;
using OrgManager.Organisation;

namespace OrgManager.Restructuring.Playing;

/// <summary>Everything a scenario touches, as it becomes, in one short word: two runs that leave the same have the same.</summary>
internal static partial class ScenarioDigest
{
    public static string Of(ScenarioStage stage)
    {
        var lines = Lines(stage.Touched()).Select(line => Id().Replace(line, id => Code(stage, Guid.Parse(id.Value)) ?? id.Value))
            .Concat(stage.ChangedFunctions.Select(f => Told(stage, f))).Concat(stage.Positions.Changed.Select(p => $"{Code(stage, p.UnitId)} {p.PositionId} {Told(p.Told)}")).Concat(stage.Positions.Gone.Select(p => $"{p.Id}")).Order(StringComparer.Ordinal);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }

    private static IEnumerable<string> Lines(OrgLines touched) =>
    [
        .. touched.Units.Select(u => $"{u.Code} {Told(u.History)}"),
        .. touched.Successions.Select(s => $"{s.PredecessorId} {s.Kind} {s.SuccessorId} {s.On:O}"),
        .. touched.Quotas.Select(q => $"{q.UnitId} {q.Kind} {q.Category} {Told(q.History)}"),
        .. touched.Employments.Select(e => $"{e.PersonId} {string.Join(' ', e.Assignments.Select(a => $"{a.Kind} {Told(a.History)}"))}"),
        .. touched.Members.Select(m => $"{m.PersonId} {Told(m.History)} {string.Join(' ', m.Offices.Select(o => $"{o.UnitId} {Told(o.History)}").Order(StringComparer.Ordinal))}"),
        .. touched.Coverages.Select(c => $"{c.UnitId} {c.PersonId} {Told(c.History)}"),
    ];

    /// <summary>Who co-ordinates stands in the order of numbers, which are others each time.</summary>
    private static string Told(ScenarioStage stage, UnitFunction function) =>
        $"{function.Id} " + JsonSerializer.Serialize(Dated.Of(function.Versions).Select(span => new
        {
            span.From, span.Until, span.Facts.Name, span.Facts.Field, Lead = Code(stage, span.Facts.LeadId), Person = span.Facts.PersonId is { } person ? stage.Now.People.Find(person)?.Code : null, Coordinators = span.Facts.CoordinatorIds.Select(id => Code(stage, id)).Order(StringComparer.Ordinal),
        }));

    private static string? Code(ScenarioStage stage, Guid unit) => stage.Now.Units.Find(unit)?.Code;

    private static string Told<TFacts>(Dated<TFacts> history) where TFacts : class, IFacts<TFacts> =>
        JsonSerializer.Serialize(history.Select(span => new { span.From, span.Until, span.Facts }));

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();
}
