using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Import;

/// <summary>Carries rows out on sketches of the aggregates and looks at what would be; what a rule refuses is an error of its row.</summary>
internal sealed class PlanTrial(OrgDbContext db, ImportOrder order)
{
    private readonly OrgLines _lines = new();

    public IReadOnlyList<ImportRow> Refuse(List<ImportRow> rows)
    {
        var tried = rows.ConvertAll(row => (Row: row, At: _lines.Employments.Count, Refusal: Try(row.Plan)));
        var after = db.Timeline.With(_lines, db.Timeline.Seq);
        return tried.ConvertAll(t => t.Refusal is { } rule ? Refused(t.Row, rule.Code, [.. rule.Args]) : t.Row.Plan is not null && Broken(after, t.At) is { } broken ? Refused(t.Row, broken.Code, broken.Args) : t.Row);
    }

    private RuleBrokenException? Try(RowPlan? plan)
    {
        try
        {
            switch (plan)
            {
                case RecruitPlan recruit: Keep(PlanRun.Begin(recruit, order)); break;
                case ChangePlan change:
                    var employment = Employment.Sketch(change.Employment);
                    PlanRun.Change(employment, change, order);
                    _lines.Add(employment);
                    break;
                default: break;
            }
            return null;
        }
        catch (RuleBrokenException rule)
        {
            return rule;
        }

        void Keep((Person Person, Employment Employment) both)
        {
            _lines.Add(both.Person);
            _lines.Add(both.Employment);
        }
    }

    private Violation? Broken(OrgTimeline after, int at)
    {
        var one = new OrgLines();
        one.Employments.Add(_lines.Employments[at]);
        return Invariants.Of(after, one).FirstOrDefault();
    }

    private static ImportRow Refused(ImportRow row, string code, object?[] args) => row with { State = ImportState.Error, Problems = [.. row.Problems, new(null, null, code, args)], Plan = null };
}
