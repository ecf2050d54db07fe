using OrgManager.Staff;

namespace OrgManager.Web.Staff;

/// <summary>What a post would be and from when until when, if what is typed were saved: later known changes keep what they set.</summary>
internal sealed record PostPreview(AssignmentFacts Was, IReadOnlyList<PostStretch> Becomes)
{
    /// <summary>Null where the person is not in post on the day.</summary>
    public static PostPreview? Of(EmploymentDetails details, PostForm form, DateOnly from)
    {
        var line = details.Posts.Where(p => p.Kind == AssignmentKind.Primary).OrderBy(p => p.From).ToList();
        if (line.FindLast(p => p.From <= from)?.Facts is not { } was) return null;
        var stretches = new List<PostStretch> { new(from, details.EndsOn, form.On(was)) };
        var mine = form.Edit.Sets;
        foreach (var later in line.Where(p => p.From > from))
        {
            mine &= ~later.Sets;
            stretches[^1] = stretches[^1] with { Until = later.From };
            stretches.Add(new(later.From, details.EndsOn, later.Facts.Overlay((int)mine, form.On(later.Facts))));
        }
        return new(was, stretches);
    }
}

/// <param name="Until">The first day it no longer holds, or null.</param>
internal sealed record PostStretch(DateOnly From, DateOnly? Until, AssignmentFacts Facts);
