using OrgManager.Common;
using OrgManager.Establishment;
using OrgManager.Staff;

namespace OrgManager.Web.Staff;

/// <summary>What is to become of one or several posts; what is left open stays as it is for each of them.</summary>
public sealed class PostForm
{
    public Guid? UnitId { get; set; }
    public QuotaCategory? Category { get; set; }
    public Headship? Headship { get; set; }
    public int Order { get; set; } = 1;
    public string Position { get; set; } = "";

    /// <summary>Only leaders stand in an order.</summary>
    private int Rank => Headship is OrgManager.Staff.Headship.None ? 0 : Order;

    public bool IsEmpty => Edit.Sets == AssignmentFields.None;

    public AssignmentEdit Edit
    {
        get
        {
            var edit = new AssignmentEdit();
            if (UnitId is { } unit) edit = edit with { UnitId = unit };
            if (Category is { } category) edit = edit with { Category = category };
            if (Headship is { } headship) edit = edit with { Leads = (headship, Rank) };
            if (VietnameseText.Nfc(Position).Length > 0) edit = edit with { Position = Position };
            return edit;
        }
    }

    /// <summary>What another form says of these fields.</summary>
    public void Take(PostForm other, AssignmentFields fields)
    {
        if (fields.HasFlag(AssignmentFields.Unit)) UnitId = other.UnitId;
        if (fields.HasFlag(AssignmentFields.Category)) Category = other.Category;
        if (fields.HasFlag(AssignmentFields.Headship)) (Headship, Order) = (other.Headship, other.Order);
        if (fields.HasFlag(AssignmentFields.Position)) Position = other.Position;
    }

    /// <summary>What a post becomes.</summary>
    public AssignmentFacts On(AssignmentFacts was) => was with
    {
        UnitId = UnitId ?? was.UnitId, Category = Category ?? was.Category,
        Headship = Headship ?? was.Headship, Order = Headship is null ? was.Order : Rank,
        Position = VietnameseText.Nfc(Position) is { Length: > 0 } position ? position : was.Position,
    };
}
