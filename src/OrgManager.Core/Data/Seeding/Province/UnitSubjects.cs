namespace OrgManager.Data.Seeding.Province;

/// <summary>Gives the units of one department their fields of work, each name once under one parent.</summary>
internal sealed class UnitSubjects(ProvinceWords words, DepartmentWords department)
{
    private readonly Dictionary<string, int> _given = [];

    /// <summary>What a unit of a kind is called after its kind: "Phòng", "Chi cục", "Trung tâm".</summary>
    public static string Prefix(string kind) => kind switch
    {
        "Office" => "Văn phòng",
        "Inspectorate" => "Thanh tra",
        "SubDepartment" => "Chi cục",
        "ServiceUnit" => "Trung tâm",
        _ => "Phòng",
    };

    public static string Name(string kind, string subject) => subject.Length == 0 ? Prefix(kind) : $"{Prefix(kind)} {subject}";

    public string Next(string kind, PlannedUnit parent) => kind switch
    {
        "Office" or "Inspectorate" => "",
        "Division" => Of(department.Divisions, parent),
        "SubDepartment" => Of(department.SubDepartments, parent),
        "SubDepartmentDivision" => Of(words.SubDivisions, parent),
        "ServiceUnit" => Service(parent),
        _ => Of(words.InnerDivisions, parent),
    };

    private string Of(IReadOnlyList<string> among, PlannedUnit parent)
    {
        var at = Count(parent.Code + among[0]);
        return at < among.Count ? among[at] : $"{among[at % among.Count]} {at / among.Count + 1}";
    }

    /// <summary>The first of a service is the province's own, the others serve a place.</summary>
    private string Service(PlannedUnit parent)
    {
        var at = Count(parent.Code + "ServiceUnit");
        var (service, round) = (department.Services[at % department.Services.Count], at / department.Services.Count);
        if (round == 0) return service;
        var (place, again) = (words.Places[(round - 1) % words.Places.Count], (round - 1) / words.Places.Count);
        return again == 0 ? $"{service} {place}" : $"{service} số {again + 1} {place}";
    }

    private int Count(string of) => (_given[of] = _given.GetValueOrDefault(of) + 1) - 1;
}
