using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using OrgManager.Data;

namespace OrgManager.Web.Setup;

/// <summary>Keys in the database: what one node signed, the others accept.</summary>
internal sealed class SharedKeys(ProtectionKeys keys) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.All().Select(xml => XElement.Parse(xml))];

    public void StoreElement(XElement element, string friendlyName) => keys.Add(friendlyName, element.ToString(SaveOptions.DisableFormatting));
}

internal static class KeyStorage
{
    /// <summary>Beside a SQLite file, which one process serves; in a PostgreSQL database, which several do.</summary>
    public static IServiceCollection AddKeys(this IServiceCollection services, Storage storage)
    {
        var protection = services.AddDataProtection().SetApplicationName("OrgManager");
        if (storage.Provider == StorageProvider.Sqlite) return protection.PersistKeysToFileSystem(Storage.EnsureDirectory(Path.Combine(storage.Directory, "keys"))).Services;
        services.AddOptions<KeyManagementOptions>().Configure<ProtectionKeys>((options, keys) => options.XmlRepository = new SharedKeys(keys));
        return services;
    }
}
