using OrgManager.Common;
using OrgManager.Organisation;
using OrgManager.Staff;

namespace OrgManager.Benchmarks;

/// <summary>A record as it was seen, and what it is to be called from a day on.</summary>
internal sealed record Renaming(Seen Seen, string Name, DateOnly From);

/// <summary>Posts of one person after another, each to be called otherwise from today on, or once all were, from the day after.</summary>
internal sealed class Posts(Province province)
{
    private List<Guid>? _people;
    private int _next;

    public async Task<Renaming> NextAsync()
    {
        _people ??= await province.AskAsync(timeline => timeline.On(province.Today).Posts
            .Where(p => p.Facts.Headship == Headship.None && p.Span.IsOpen && p.Span.From < province.Today).Select(p => p.Person.Id).ToList());
        var (from, person) = (province.Today.AddDays(_next / _people.Count), _people[_next++ % _people.Count]);
        return new((await province.Get<StaffService>().EmploymentOnAsync(person, province.Today)).Seen, $"Chuyên viên {_next}", from);
    }

    public Task ChangeAsync(Renaming post) => province.Get<StaffService>().ChangeAsync([(post.Seen, new() { Position = post.Name })], post.From);
}

/// <summary>The same for units.</summary>
internal sealed class Names(Province province)
{
    private List<Guid>? _units;
    private int _next;

    public async Task<Renaming> NextAsync()
    {
        _units ??= await province.AskAsync(timeline => timeline.On(province.Today).Tree(Branch.Government)
            .Where(u => u.Parent is not null && u.Span.IsOpen && u.Span.From < province.Today).Select(u => u.Id).ToList());
        var (from, unit) = (province.Today.AddDays(_next / _units.Count), _units[_next++ % _units.Count]);
        return new((await province.Get<OrgUnitService>().GetAsync(unit)).Seen, $"Phòng {_next}", from);
    }

    public Task ChangeAsync(Renaming unit) => province.Get<OrgUnitService>().ChangeAsync(unit.Seen, unit.From, new() { Name = unit.Name });
}
