using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Core.Tenancy;

/// <summary>What is to change of a tenant. What is absent stays; the ids never change, since others point at them.</summary>
public sealed record TenantChange
{
    /// <summary>See <see cref="Tenant.Name"/>.</summary>
    public Optional<string> Name { get; init; }

    /// <summary>What is to change of the settings.</summary>
    public SettingsChange Settings { get; init; } = new();

    /// <summary>The tenant with the change.</summary>
    public Tenant Apply(Tenant tenant) => tenant with { Name = Name.Or(tenant.Name), Settings = Settings.Apply(tenant.Settings) };
}

/// <summary>What is to change of a tenant's settings, member by member; see <see cref="TenantSettings"/>.</summary>
public sealed record SettingsChange
{
    /// <summary>See <see cref="TenantSettings.DefaultRegion"/>.</summary>
    public Optional<string?> DefaultRegion { get; init; }

    /// <summary>See <see cref="TenantSettings.Otp"/>.</summary>
    public Optional<OtpPolicy> Otp { get; init; }

    /// <summary>See <see cref="TenantSettings.RequireIfMatch"/>.</summary>
    public Optional<bool> RequireIfMatch { get; init; }

    /// <summary>See <see cref="TenantSettings.KeyOptionalFor"/>; replaced whole.</summary>
    public Optional<ValueList<string>> KeyOptionalFor { get; init; }

    /// <summary>See <see cref="TenantSettings.RateLimits"/>; replaced whole.</summary>
    public Optional<ValueMap<int>> RateLimits { get; init; }

    /// <summary>The settings with the change.</summary>
    public TenantSettings Apply(TenantSettings settings) => settings with
    {
        DefaultRegion = DefaultRegion.Or(settings.DefaultRegion),
        Otp = Otp.Or(settings.Otp),
        RequireIfMatch = RequireIfMatch.Or(settings.RequireIfMatch),
        KeyOptionalFor = KeyOptionalFor.Or(settings.KeyOptionalFor),
        RateLimits = RateLimits.Or(settings.RateLimits),
    };
}
