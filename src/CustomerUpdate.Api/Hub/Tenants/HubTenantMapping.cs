using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;

namespace CustomerUpdate.Api.Hub.Tenants;

/// <summary>Between tenants and their wire models, which have been validated.</summary>
internal static class HubTenantMapping
{
    /// <summary>The contract whose key a tenant may make optional.</summary>
    private const string KeyOptionalContract = "trillet";

    public static NewTenant ToNewTenant(HubTenantRequest request) => new(request.Name.Value!)
    {
        WorkspaceId = request.WorkspaceId.Or(null),
        AccountId = request.AccountId.Or(null),
        OrganizationId = request.OrganizationId.Or(null) is { } id ? Guid.ParseExact(id, "D") : null,
        Settings = ToChange(request.Settings).Apply(new TenantSettings()),
    };

    public static TenantChange ToChange(HubTenantChangeRequest request) => new()
    {
        Name = request.Name.Select(name => name!),
        Settings = ToChange(request.Settings),
    };

    public static HubTenantResponse ToResponse(Tenant tenant) => new(
        tenant.Id, tenant.Name, tenant.WorkspaceId, tenant.AccountId, tenant.OrganizationId, ToResponse(tenant.Settings), HubMapping.TimeOf(tenant.CreatedAt));

    private static HubSettingsResponse ToResponse(TenantSettings settings) => new(
        settings.DefaultRegion,
        HubSettings.WordFor(settings.Otp),
        settings.RequireIfMatch,
        settings.KeyOptionalFor.Contains(KeyOptionalContract) ? HubSettings.Optional : HubSettings.Required,
        settings.RateLimits);

    private static SettingsChange ToChange(Optional<HubSettingsRequest> sent)
    {
        var request = sent.Or(new HubSettingsRequest());
        return new SettingsChange
        {
            DefaultRegion = request.DefaultRegion.Select(region => region?.ToUpperInvariant()),
            Otp = request.Otp.Select(word => HubSettings.PolicyOf(word!)!.Value),
            RequireIfMatch = request.RequireIfMatch,
            KeyOptionalFor = request.TrilletApiKey.Select<ValueList<string>>(word => word == HubSettings.Optional ? [KeyOptionalContract] : []),
            RateLimits = request.RateLimits.Select(limits =>
                ValueMap<int>.Of(limits.Select(limit => KeyValuePair.Create(limit.Key, limit.Value.GetInt32())))),
        };
    }
}
