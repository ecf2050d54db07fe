using System.Globalization;
using OrgManager.Establishment;

namespace OrgManager.Web.Establishment.Ledger;

/// <summary>Which levels the address asks for; the page shows them and its file holds them, both from here.</summary>
internal static class LedgerAddress
{
    public const string Kind = "kind", Allocated = "allocated", Same = "same";

    public static LedgerQuery Of(Func<string, string?> address, DateOnly on) => new(on,
        address("unit") is { Length: > 0 } unit ? unit : null, address(Kind) == Allocated ? QuotaKind.Allocated : QuotaKind.Assigned, ShownEstablishment.CategoryOf(address("category")),
        int.TryParse(address("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null, address(Same) == "1");
}
