using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Customers.Json;
using CustomerUpdate.Core.Tenancy;

namespace CustomerUpdate.Api.Storage.Documents;

/// <summary>The <c>settings</c> column: what a tenant chose, as one JSON document. Members that are missing mean the default.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(ValueListConverter<string>), typeof(ValueMapConverter<int>)])]
[JsonSerializable(typeof(SettingsDocument))]
internal sealed partial class SettingsJson : JsonSerializerContext
{
    /// <summary>The document of settings.</summary>
    public static string Write(TenantSettings settings) =>
        JsonSerializer.Serialize(
            new SettingsDocument(settings.DefaultRegion, settings.Otp, settings.KeyOptionalFor, settings.RequireIfMatch, settings.RateLimits),
            Default.SettingsDocument);

    /// <summary>The settings in a document.</summary>
    public static TenantSettings Read(string json)
    {
        var document = JsonSerializer.Deserialize(json, Default.SettingsDocument)!;
        var defaults = new TenantSettings();
        return new TenantSettings
        {
            DefaultRegion = document.DefaultRegion,
            Otp = document.Otp ?? defaults.Otp,
            KeyOptionalFor = document.KeyOptionalFor ?? defaults.KeyOptionalFor,
            RequireIfMatch = document.RequireIfMatch ?? defaults.RequireIfMatch,
            RateLimits = document.RateLimits ?? defaults.RateLimits,
        };
    }
}

/// <summary>The form in which <see cref="TenantSettings"/> are stored.</summary>
internal sealed record SettingsDocument(
    string? DefaultRegion, OtpPolicy? Otp, ValueList<string>? KeyOptionalFor, bool? RequireIfMatch, ValueMap<int>? RateLimits);
