using OrgManager.Organisation;
using OrgManager.Reviews;

namespace OrgManager.Web.Reviews.Groups;

/// <summary>The groups of a year while they are set: names, and which unit is in which.</summary>
public sealed class GroupForm
{
    public GroupForm(GroupDetails details)
    {
        Details = details;
        Groups = [.. details.Names.Select(name => new GroupLine { Name = name })];
        Units = [.. details.Units.Select(u => new UnitLine(u.Unit) { Group = Groups.Find(g => g.Name == u.Group) })];
    }

    public GroupDetails Details { get; }
    public List<GroupLine> Groups { get; }
    public IReadOnlyList<UnitLine> Units { get; }

    public IReadOnlyList<TaskGroup> Entered => [.. Groups.Select(g => new TaskGroup(g.Name, [.. Units.Where(u => u.Group == g).Select(u => u.Unit.Id)]))];

    public void Add() => Groups.Add(new());

    /// <summary>Its units are in no group from now on.</summary>
    public void Remove(GroupLine group)
    {
        Groups.Remove(group);
        foreach (var unit in Units.Where(u => u.Group == group)) unit.Group = null;
    }

    public void Put(UnitLine unit, int place) => unit.Group = place >= 0 && place < Groups.Count ? Groups[place] : null;

    public sealed class GroupLine
    {
        public string Name { get; set; } = "";
    }

    public sealed class UnitLine(UnitRef unit)
    {
        public UnitRef Unit => unit;
        public GroupLine? Group { get; set; }
    }
}
