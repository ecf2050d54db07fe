using OrgManager.Organisation;

namespace OrgManager.Data.Seeding.Province;

internal sealed record WeightedWord(string Text, int Weight);

/// <summary>A department's field of work, and those of its units.</summary>
internal sealed record DepartmentWords(
    string Code, string Field, IReadOnlyList<string> Divisions, IReadOnlyList<string> SubDepartments, IReadOnlyList<string> Services);

/// <summary>What a made-up province is named from: <c>seed/province.json</c>.</summary>
internal sealed record ProvinceWords(
    IReadOnlyList<UnitKindFacts> RootKinds, string Province,
    IReadOnlyList<WeightedWord> FamilyNames, IReadOnlyList<WeightedWord> MiddleNamesMale, IReadOnlyList<WeightedWord> MiddleNamesFemale,
    IReadOnlyList<WeightedWord> GivenNamesMale, IReadOnlyList<WeightedWord> GivenNamesFemale,
    IReadOnlyList<string> InnerDivisions, IReadOnlyList<string> SubDivisions, IReadOnlyList<string> Places, IReadOnlyList<DepartmentWords> Departments);
