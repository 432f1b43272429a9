using CustomerUpdate.Api.Http;
using CustomerUpdate.Api.Hub.Keys;
using CustomerUpdate.Api.Hub.Tenants;

namespace CustomerUpdate.Api.Hub;

/// <summary>The project's own contract: it sets things up, and shows the one customer that all the others see.</summary>
internal static class HubContract
{
    /// <summary>What all its paths start with.</summary>
    public const string Root = "/hub/v1";

    /// <summary>What it is called.</summary>
    public static ContractDescription Description { get; } = new(
        "hub",
        "CustomerUpdate hub",
        "The one customer behind the five contracts. Authorise with a bearer token: the operator key, or a tenant's hub key.",
        "https://www.rfc-editor.org/rfc/rfc9457",
        ["/hub"],
        ReferenceForm.Text)
    {
        KeyForm = KeyForm.Letters("cu_", 43),
    };

    /// <summary>Maps the routes.</summary>
    public static void MapHub(this IEndpointRouteBuilder endpoints)
    {
        var metadata = new ContractMetadata(Description, (failure, _) => HubErrors.ToAnswer(failure));
        var hub = endpoints.MapGroup(Root).WithMetadata(metadata).WithGroupName(Description.Name);
        hub.Describe();
        HubTenants.Map(hub);
        HubInboxes.Map(hub);
        HubKeys.Map(hub);
        HubCustomers.Map(hub);
        HubHistory.Map(hub);
        HubLenses.Map(hub);
        HubMerges.Map(hub);
        HubOneTimePasswords.Map(hub);
        HubTransfers.Map(hub);
        endpoints.Map("/hub/{**path}", HubFallback.Answer).WithMetadata(metadata).ExcludeFromDescription();
    }
}
