using OrgManager.Establishment;
using OrgManager.Staff;

namespace OrgManager.Data.Seeding.Province;

/// <summary>What a post is from a day on.</summary>
internal sealed record PostStretch(DateOnly From, PlannedUnit Unit, QuotaCategory Category, Headship Headship, int Order, string? Position);

/// <summary>One post of the establishment: whoever holds it is where it is. So nobody is present without a post allocated.</summary>
internal sealed class PlannedPost(PostStretch first)
{
    /// <summary>Oldest first.</summary>
    public List<PostStretch> Stretches { get; } = [first];
    public DateOnly From => Stretches[0].From;
    public DateOnly Until { get; set; } = DateOnly.MaxValue;
    public PostStretch Now { get; set; } = first;
    public PlannedPerson? Holder { get; set; }
    public bool Leads => Now.Headship != Headship.None;

    public void Become(PostStretch next)
    {
        if (Stretches[^1].From == next.From) Stretches[^1] = next;
        else Stretches.Add(next);
    }
}
