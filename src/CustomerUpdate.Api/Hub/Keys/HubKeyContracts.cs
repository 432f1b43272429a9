using System.ComponentModel.DataAnnotations;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Hub.Keys;

/// <summary>The contracts that keys can be made for: the vendors' and the hub's own.</summary>
internal static class HubKeyContracts
{
    private static readonly ValueList<ContractDescription> All =
        [.. ContractCatalog.All.Select(entry => entry.Description), HubContract.Description];

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => All.Select(contract => contract.Name);

    /// <summary>Whether there is a contract of that name.</summary>
    public static bool IsKnown(string name) => Names.Contains(name);

    /// <summary>The contract of a name.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static ContractDescription Get(string name) => All.Single(contract => contract.Name == name);
}

/// <summary>A member that names the contract of a key, for documents.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class KeyContractAttribute() : AllowedValuesAttribute([.. HubKeyContracts.Names]);
