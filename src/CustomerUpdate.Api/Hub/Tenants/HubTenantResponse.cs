using System.ComponentModel.DataAnnotations;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Hub.Tenants;

/// <summary>A tenant, in the order in which its members are shown.</summary>
internal sealed record HubTenantResponse(
    Guid Id, string Name, string WorkspaceId, long AccountId, Guid OrganizationId, HubSettingsResponse Settings, [property: DataType(DataType.DateTime)] string CreatedAt);

/// <summary>A tenant's settings.</summary>
internal sealed record HubSettingsResponse(
    string? DefaultRegion,
    [property: AllowedValues(HubSettings.Ignored, HubSettings.WhenSent, HubSettings.Required)] string Otp,
    bool RequireIfMatch,
    [property: AllowedValues(HubSettings.Required, HubSettings.Optional)] string TrilletApiKey,
    ValueMap<int> RateLimits);

/// <summary>Some tenants.</summary>
/// <param name="Items">The tenants.</param>
/// <param name="Next">What to ask for the next ones with; null where these are the last.</param>
internal sealed record HubTenantsResponse(ValueList<HubTenantResponse> Items, string? Next);
