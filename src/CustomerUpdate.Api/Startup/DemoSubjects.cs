using CustomerUpdate.Api.Http;
using CustomerUpdate.Api.Storage.Demo;

namespace CustomerUpdate.Api.Startup;

/// <summary>The demo tenant's customer as each contract's example needs it.</summary>
internal static class DemoSubjects
{
    /// <summary>The subject of a contract's example.</summary>
    public static ExampleSubject Of(string contract) => new(
        DemoTenant.Keys[contract],
        DemoCustomer.Profile.ReferenceOf(contract)!,
        DemoTenant.WorkspaceId,
        DemoTenant.AccountId,
        DemoTenant.OrganizationId)
    {
        Client = DemoTenant.Clients.GetValueOrDefault(contract),
    };
}
