using OrgManager.Establishment;
using OrgManager.Restructuring;

namespace OrgManager.Web.Restructuring;

/// <summary>
/// Who and what of the units that a scenario merges, splits or ends goes where, read off its steps; a move is an edit of the steps, which stay the only truth.
/// </summary>
public sealed class BoardPlan(IReadOnlyList<ScenarioStep> steps)
{
    /// <summary>The units that a step merges, absorbs, divides, separates or dissolves, and those that absorb or stay: whose people have a card.</summary>
    public IReadOnlyList<string> Sources => [.. steps.SelectMany(Sourced).Distinct().Where(code => !Founded.Contains(code))];

    /// <summary>Where people may come to: what the steps found, absorb into or leave standing, and wherever a step sends somebody.</summary>
    public IReadOnlyList<string> Targets
    {
        get
        {
            var ended = steps.SelectMany(StepNames.Ended).ToHashSet();
            return [.. steps.SelectMany(Reached).Distinct().Where(code => !ended.Contains(code))];
        }
    }

    /// <summary>Where somebody of a unit stands when all steps are done: the unit itself where it is dissolved around them.</summary>
    public string Place(string person, string source)
    {
        var at = source;
        foreach (var step in steps) at = After(step, person, at);
        return at;
    }

    /// <summary>Whether a step says where somebody goes, or their unit goes whole: in a unit that is divided or dissolved, each is to be named.</summary>
    public bool IsPlaced(string person, string source)
    {
        var at = source;
        foreach (var step in steps)
        {
            if (step is DivideStep divide && divide.Unit == at && !divide.Into.Any(part => Names(part, person))) return steps.OfType<MovePeopleStep>().Any(move => move.People.Contains(person));
            if (step is DissolveStep dissolve && dissolve.Unit == at) return false;
            at = After(step, person, at);
        }
        return true;
    }

    /// <summary>What somebody leads in the end by a step; null where no step says so.</summary>
    public Leadership? Leads(string person, string source) =>
        Place(person, source) is var at ? steps.OfType<SetHeadStep>().LastOrDefault(lead => lead.Person == person && lead.Unit == at)?.Headship : null;

    /// <summary>What a unit has become when all steps are done, and who leads its functions if no step says otherwise; null where it is dissolved.</summary>
    public string? Becomes(string unit)
    {
        var at = unit;
        foreach (var step in steps)
        {
            if (step is DissolveStep dissolve && dissolve.Unit == at) return null;
            at = step switch
            {
                MergeStep merge when merge.Units.Contains(at) => merge.Into.Code,
                AbsorbStep absorb when absorb.Units.Contains(at) => absorb.Into,
                DivideStep divide when divide.Unit == at => divide.Into[0].Code,
                _ => at,
            };
        }
        return at;
    }

    /// <summary>Another unit leads a function of a unit in the end: said once all units stand, or before the unit is dissolved.</summary>
    public IReadOnlyList<ScenarioStep> Hand(string function, string source, string target)
    {
        var left = new List<ScenarioStep>();
        foreach (var step in steps)
            if (step is not MoveFunctionsStep move || !move.Functions.Contains(function) || (move.Unit != source && move.Unit != Becomes(source))) left.Add(step);
            else if (move.Functions.Count > 1) left.Add(move with { Functions = [.. move.Functions.Where(other => other != function)] });
        var becomes = new BoardPlan(left).Becomes(source);
        if (becomes == target) return left;
        var (from, at) = becomes is null ? (source, left.FindIndex(step => step is DissolveStep dissolve && dissolve.Unit == source)) : (becomes, left.Count);
        if (at < 0) at = left.Count;
        var known = left.FindIndex(step => step is MoveFunctionsStep move && move.Unit == from && move.To == target);
        if (known >= 0 && left[known] is MoveFunctionsStep same) left[known] = same with { Functions = [.. same.Functions, function] };
        else left.Insert(at, new MoveFunctionsStep(from, [function], target));
        return left;
    }

    /// <summary>Somebody of a unit goes to another; what they were to lead elsewhere is taken back.</summary>
    public IReadOnlyList<ScenarioStep> Move(string person, string source, string target)
    {
        var without = new List<ScenarioStep>();
        foreach (var step in steps)
            if (Without(step, person, source, target) is { } left) without.Add(left);
        var plan = new BoardPlan(without);
        if (plan.Place(person, source) == target && plan.IsPlaced(person, source)) return without;
        return plan.Named(person, source, target) ?? plan.Sent(person, source, target);
    }

    /// <summary>Somebody leads the unit where they come to stand, or with null no more; a unit is led by one.</summary>
    public IReadOnlyList<ScenarioStep> Lead(string person, string source, Leadership? leadership)
    {
        var at = Place(person, source);
        var left = steps.Where(step => step is not SetHeadStep lead || lead.Unit != at || (lead.Person != person && (leadership != Leadership.Head || lead.Headship != Leadership.Head))).ToList();
        if (leadership is not { } post) return left;
        var alike = left.OfType<SetHeadStep>().Count(lead => lead.Unit == at && lead.Headship == post);
        var after = left.FindLastIndex(step => step is SetHeadStep lead && lead.Unit == at && lead.Headship <= post);
        if (after < 0) after = left.FindLastIndex(step => step is MovePeopleStep or MergeStep or AbsorbStep or DivideStep or SeparateStep or FoundStep);
        left.Insert(post == Leadership.Head ? FirstPlace(left, at, after) : after + 1, new SetHeadStep(at, person, post, alike + 1));
        return left;
    }

    /// <summary>So many posts for a unit: in the part that founds it, or as a step of its own.</summary>
    public IReadOnlyList<ScenarioStep> Allocate(string unit, QuotaCategory category, int posts)
    {
        var found = steps.Any(step => PartsOf(step).Any(part => part.Code == unit));
        if (found) return [.. steps.Select(step => WithParts(step, part => part.Code == unit ? part with { Quota = With(part.Quota, category, posts) } : part))];
        var changed = steps.ToList();
        var at = changed.FindIndex(step => step is SetQuotaStep { Quota: QuotaKind.Allocated } set && set.Unit == unit && set.Category == category);
        var set = new SetQuotaStep(unit, QuotaKind.Allocated, category, posts);
        if (at >= 0) changed[at] = set;
        else changed.Add(set);
        return changed;
    }

    private HashSet<string> Founded => [.. steps.SelectMany(step => step switch
    {
        FoundStep found => [found.Unit.Code], MergeStep merge => [merge.Into.Code], _ => PartsOf(step).Select(part => part.Code),
    })];

    private static IEnumerable<string> Sourced(ScenarioStep step) => step switch
    {
        AbsorbStep absorb => [.. absorb.Units, absorb.Into], SeparateStep separate => [separate.Unit], _ => StepNames.Ended(step),
    };

    private static IEnumerable<string> Reached(ScenarioStep step) => step switch
    {
        FoundStep found => [found.Unit.Code], MergeStep merge => [merge.Into.Code], AbsorbStep absorb => [absorb.Into], SeparateStep separate => [separate.Unit, .. separate.Into.Select(part => part.Code)],
        DivideStep divide => divide.Into.Select(part => part.Code), MovePeopleStep move => [move.To], _ => [],
    };

    private static string After(ScenarioStep step, string person, string at) => step switch
    {
        MergeStep merge when merge.Units.Contains(at) => merge.Into.Code,
        AbsorbStep absorb when absorb.Units.Contains(at) => absorb.Into,
        DivideStep divide when divide.Unit == at => (divide.Into.FirstOrDefault(part => Names(part, person)) ?? divide.Into[0]).Code,
        SeparateStep separate when separate.Unit == at => separate.Into.FirstOrDefault(part => Names(part, person))?.Code ?? at,
        MovePeopleStep move when move.People.Contains(person) => move.To,
        _ => at,
    };

    /// <summary>The step as it is without a word of where somebody goes; null where it said nothing else.</summary>
    private static ScenarioStep? Without(ScenarioStep step, string person, string source, string target) => step switch
    {
        MovePeopleStep move when move.People.Contains(person) => move.People.Count == 1 ? null : move with { People = [.. move.People.Where(other => other != person)] },
        SetHeadStep lead when lead.Person == person && lead.Unit != target => null,
        DivideStep or SeparateStep when StepNames.UnitsOf(step).First() == source =>
            WithParts(step, part => Names(part, person) ? part with { People = [.. part.People!.Where(other => other != person)] } : part),
        _ => step,
    };

    /// <summary>Named in the part of the very unit they come from; null where the target is no part of it.</summary>
    private List<ScenarioStep>? Named(string person, string source, string target)
    {
        var split = steps.FirstOrDefault(step => step is DivideStep or SeparateStep && StepNames.UnitsOf(step).First() == source && PartsOf(step).Any(part => part.Code == target));
        return split is null ? null : [.. steps.Select(step => step == split ? WithParts(step, part => part.Code == target ? part with { People = [.. part.People ?? [], person] } : part) : step)];
    }

    /// <summary>Sent by a step: before the unit is dissolved around them, else once all units stand.</summary>
    private List<ScenarioStep> Sent(string person, string source, string target)
    {
        var sent = steps.ToList();
        var end = sent.FindIndex(step => step is DissolveStep dissolve && dissolve.Unit == source);
        var known = sent.FindIndex(step => step is MovePeopleStep move && move.To == target);
        if (known >= 0 && (end < 0 || known < end))
        {
            var move = (MovePeopleStep)sent[known];
            sent[known] = move with { People = [.. move.People, person] };
            return sent;
        }
        var at = end >= 0 ? end : sent.FindLastIndex(step => step is FoundStep or MergeStep or AbsorbStep or DivideStep or SeparateStep or MovePeopleStep) + 1;
        sent.Insert(at, new MovePeopleStep([person], target));
        return sent;
    }

    private static int FirstPlace(List<ScenarioStep> left, string unit, int after)
    {
        var first = left.FindIndex(step => step is SetHeadStep lead && lead.Unit == unit);
        return first >= 0 ? first : after + 1;
    }

    private static IReadOnlyList<SplitPart> PartsOf(ScenarioStep step) => step switch { DivideStep divide => divide.Into, SeparateStep separate => separate.Into, _ => [] };

    private static ScenarioStep WithParts(ScenarioStep step, Func<SplitPart, SplitPart> change) => step switch
    {
        DivideStep divide => divide with { Into = [.. divide.Into.Select(change)] },
        SeparateStep separate => separate with { Into = [.. separate.Into.Select(change)] },
        _ => step,
    };

    private static bool Names(SplitPart part, string person) => part.People?.Contains(person) == true;

    private static Dictionary<QuotaCategory, int> With(IReadOnlyDictionary<QuotaCategory, int>? quota, QuotaCategory category, int posts)
    {
        var changed = (quota ?? new Dictionary<QuotaCategory, int>()).ToDictionary();
        changed[category] = posts;
        return changed;
    }
}
