using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Hub.Tenants;

/// <summary>A tenant that is to be made. An id that is null is as good as absent: one is made.</summary>
internal sealed record HubTenantRequest : HubRequest
{
    public Optional<string?> Name { get; init; }

    public Optional<string?> WorkspaceId { get; init; }

    public Optional<long?> AccountId { get; init; }

    [WireType(typeof(Guid))]
    public Optional<string?> OrganizationId { get; init; }

    public Optional<HubSettingsRequest> Settings { get; init; }
}

/// <summary>What is to change of a tenant.</summary>
internal sealed record HubTenantChangeRequest : HubRequest
{
    public Optional<string?> Name { get; init; }

    public Optional<HubSettingsRequest> Settings { get; init; }
}

/// <summary>Settings; what is absent stays, or is the default of a new tenant.</summary>
internal sealed record HubSettingsRequest : HubRequest
{
    public Optional<string?> DefaultRegion { get; init; }

    [AllowedValues(HubSettings.Ignored, HubSettings.WhenSent, HubSettings.Required)]
    public Optional<string?> Otp { get; init; }

    public Optional<bool> RequireIfMatch { get; init; }

    [AllowedValues(HubSettings.Required, HubSettings.Optional)]
    public Optional<string?> TrilletApiKey { get; init; }

    [WireType(typeof(ValueMap<int>))]
    public Optional<Dictionary<string, JsonElement>> RateLimits { get; init; }
}
