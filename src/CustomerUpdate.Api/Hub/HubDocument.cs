using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Api.Hub.Keys;
using CustomerUpdate.Api.Hub.Tenants;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using Microsoft.Net.Http.Headers;

namespace CustomerUpdate.Api.Hub;

/// <summary>What documents say of each of the hub's routes, by method and pattern.</summary>
internal static class HubDocument
{
    private const string Tenant = "/tenants/{tenantId}";
    private const string Customer = Tenant + "/customers/{customerId}";

    private static readonly ValueList<HeaderParameter> OfWrites = [CommonHeaders.IdempotencyKey, CommonHeaders.Prefer];
    private static readonly ValueList<HeaderParameter> OfUpdates = [CommonHeaders.IfMatch, .. OfWrites];

    private static readonly ValueList<QueryParameter> Pages =
    [
        new("limit", "The most items of a page.") { Range = (1, 100) },
        new("cursor", "What the page before gave as next; absent for the first page."),
    ];

    private static readonly ValueList<QueryParameter> TenantPages = [Pages[0] with { Range = (1, HubTenantPage.MaximumLimit) }, Pages[1]];

    private static readonly ValueList<QueryParameter> Search =
    [
        new("query", "A part of a name, an e-mail address, a phone number or another text that lists show."),
        new("email", "An e-mail address, whole."),
        new("phone", "A phone number, whole; national ones are read by the tenant's region."),
    ];

    private static readonly SentHeader Location = new(HeaderNames.Location, StatusCodes.Status201Created);

    private static readonly BodyDescription CustomerPart = new(HubJson.Default.HubCustomer) { IsPart = true };

    private static readonly Dictionary<string, HubRouteDescription> Routes = new()
    {
        ["POST /tenants"] = Made("Make a tenant", HubTenantJson.Default.HubTenantResponse) with
        {
            Body = HubBody.Describe(HubTenantJson.Default.HubTenantRequest, new HubTenantRequestValidator()),
            Headers = OfWrites,
            Sends = [Location],
            Also = [FailureKind.Taken],
        },
        ["GET /tenants"] = Shown("List tenants", HubTenantJson.Default.HubTenantsResponse) with { Query = TenantPages },
        [$"GET {Tenant}"] = Shown("Show a tenant", HubTenantJson.Default.HubTenantResponse),
        [$"PATCH {Tenant}"] = Shown("Change a tenant's name and settings", HubTenantJson.Default.HubTenantResponse) with
        {
            Body = HubBody.Describe(HubTenantJson.Default.HubTenantChangeRequest, new HubTenantChangeRequestValidator()) with
            {
                OtherMediaTypes = [CustomerPatch.MergePatchType],
            },
            Headers = OfWrites,
        },
        [$"DELETE {Tenant}"] = Gone("Delete a tenant with all that it has") with { Headers = OfWrites },
        [$"POST {Tenant}/inboxes"] = Made("Make an inbox", HubTenantJson.Default.HubInboxResponse) with
        {
            Body = HubBody.Describe(HubTenantJson.Default.HubInboxRequest, new HubInboxRequestValidator()),
            Headers = OfWrites,
        },
        [$"GET {Tenant}/inboxes"] = Shown("List a tenant's inboxes", HubTenantJson.Default.HubInboxesResponse),
        [$"POST {Tenant}/keys"] = Made("Make a key; its secret is shown this once", HubKeyJson.Default.HubIssuedKeyResponse) with
        {
            Body = HubBody.Describe(HubKeyJson.Default.HubKeyRequest, new HubKeyRequestValidator(TimeProvider.System)),
            Headers = [CommonHeaders.Prefer],
        },
        [$"GET {Tenant}/keys"] = Shown("List a tenant's keys, without their secrets", HubKeyJson.Default.HubKeysResponse),
        [$"DELETE {Tenant}/keys/{{keyId}}"] = Gone("Revoke a key") with { Headers = [CommonHeaders.Prefer] },
        [$"POST {Tenant}/keys/{{keyId}}/authorization-codes"] =
            Made("Make a code to spend once, within ten minutes, at POST /v2/oauth2/token with the grant type authorization_code", HubKeyJson.Default.HubAuthorizationCodeResponse) with
            {
                Headers = [CommonHeaders.Prefer],
            },
        [$"POST {Tenant}/customers"] = new("Make a customer")
        {
            Status = StatusCodes.Status201Created,
            ShowsCustomer = true,
            Body = CustomerPart,
            Headers = OfWrites,
            Sends = [Location],
        },
        [$"GET {Tenant}/customers"] = Shown("List customers, or find them", HubJson.Default.HubCustomerPage) with { Query = [.. Search, .. Pages] },
        [$"GET {Customer}"] = new("Show the canonical customer") { ShowsCustomer = true, Headers = [CommonHeaders.IfNoneMatch] },
        [$"PATCH {Customer}"] = new("Patch the canonical customer: a merge patch (RFC 7396) or a JSON Patch (RFC 6902)")
        {
            ShowsCustomer = true,
            Body = CustomerPart with
            {
                ContentType = CustomerPatch.MergePatchType,
                Others = [new(JsonPatchJson.Default.ValueListJsonPatchItem) { ContentType = CustomerPatch.JsonPatchType }],
            },
            Headers = OfUpdates,
            Sends = [new("Accept-Patch", StatusCodes.Status415UnsupportedMediaType)],
        },
        [$"DELETE {Customer}"] = Gone("Erase a customer, and the values in its history") with { Headers = OfUpdates },
        [$"GET {Customer}/history"] = Shown("What became of a customer, newest first", HubHistoryJson.Default.HistoryPage) with { Query = Pages },
        [$"POST {Customer}/revert"] = new("Write an earlier version's state as a new version")
        {
            ShowsCustomer = true,
            Body = HubBody.Describe(HubHistoryJson.Default.RevertRequest, new RevertRequestValidator()),
            Headers = OfUpdates,
        },
        [$"GET {Customer}/as/{{contract}}"] = new("The customer as a contract shows it")
        {
            ShowsLens = true,
            Path = [new("contract", [.. ContractCatalog.All.Select(contract => contract.Description.Name)])],
            Headers = [CommonHeaders.IfNoneMatch],
        },
        [$"POST {Tenant}/customers/merge"] = new("Make one customer of two")
        {
            ShowsCustomer = true,
            Body = HubBody.Describe(HubMergeJson.Default.MergeRequest, new MergeRequestValidator()),
            Headers = OfUpdates,
        },
        [$"POST {Customer}/otp"] = Shown("Send the customer a one-time password", HubOtpJson.Default.HubOtpResponse) with
        {
            Status = StatusCodes.Status202Accepted,
            Headers = [CommonHeaders.Prefer],
            Also = [FailureKind.OtpAddressMissing, FailureKind.OtpSenderMissing, FailureKind.OtpNotSent],
        },
        [$"POST {Tenant}/import"] = new("Bring customers in, one a line; answers a result a line as it goes")
        {
            ShowsLines = true,
            Headers = [CommonHeaders.Prefer],
        },
        [$"GET {Tenant}/export"] = new("All customers, one a line") { ShowsLines = true },
    };

    /// <summary>Gives each route of a group its description. Examples that a route brings itself come first.</summary>
    public static void Describe(this RouteGroupBuilder hub) => ((IEndpointConventionBuilder)hub).Finally(endpoint =>
    {
        var method = endpoint.Metadata.OfType<HttpMethodMetadata>().LastOrDefault()?.HttpMethods[0];
        var pattern = (endpoint as RouteEndpointBuilder)?.RoutePattern.RawText?[HubContract.Root.Length..].TrimEnd('/');
        if (method is null || !Routes.TryGetValue($"{method} {pattern}", out var route))
        {
            return;
        }

        endpoint.Metadata.Add(route.ToRoute(HttpMethods.IsGet(method)));
        object[] parameters = [.. route.Path, .. route.Query];
        foreach (var parameter in parameters)
        {
            endpoint.Metadata.Add(parameter);
        }
    });

    private static HubRouteDescription Shown(string summary, JsonTypeInfo answer) => new(summary) { Answer = answer };

    private static HubRouteDescription Made(string summary, JsonTypeInfo answer) => Shown(summary, answer) with { Status = StatusCodes.Status201Created };

    private static HubRouteDescription Gone(string summary) => new(summary) { Status = StatusCodes.Status204NoContent };
}
