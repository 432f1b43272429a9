using System.Text.Json.Serialization;
using CustomerUpdate.Core.OneTimePasswords;

namespace CustomerUpdate.Api.Otp;

/// <summary>What the configured sender is told.</summary>
internal sealed record OtpDelivery(Guid TenantId, Guid CustomerId, OtpChannel Channel, string To, string Code, DateTimeOffset ExpiresAt)
{
    /// <summary>A message on the wire.</summary>
    public static OtpDelivery Of(OtpMessage message) => new(
        message.TenantId, message.CustomerId, message.Address.Channel, message.Address.Value, message.Code, message.ExpiresAt);

    /// <summary>Nothing of what it says.</summary>
    public override string ToString() => nameof(OtpDelivery);
}

/// <summary>The JSON of it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(ChannelConverter)])]
[JsonSerializable(typeof(OtpDelivery))]
internal sealed partial class OtpDeliveryJson : JsonSerializerContext
{
    private sealed class ChannelConverter() : JsonStringEnumConverter<OtpChannel>(System.Text.Json.JsonNamingPolicy.CamelCase);
}
