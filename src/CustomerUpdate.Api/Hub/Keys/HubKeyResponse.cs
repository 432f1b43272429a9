using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Hub.Keys;

/// <summary>A key that has just been made, with what is never shown again.</summary>
internal sealed record HubIssuedKeyResponse(
    Guid Id,
    [property: KeyContract] string Contract,
    [property: AllowedValues(HubKeyRoles.Read, HubKeyRoles.Write, HubKeyRoles.Admin)] string Role,
    string Name,
    string Prefix,
    string Key,
    [property: DataType(DataType.DateTime)] string CreatedAt,
    [property: DataType(DataType.DateTime)] string? ExpiresAt)
{
    /// <summary>For the contract's token endpoint; absent where it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ClientId { get; init; }

    /// <summary>The same's secret half.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ClientSecret { get; init; }
}

/// <summary>A key as it is shown later.</summary>
internal sealed record HubKeyResponse(
    Guid Id,
    [property: KeyContract] string Contract,
    [property: AllowedValues(HubKeyRoles.Read, HubKeyRoles.Write, HubKeyRoles.Admin)] string Role,
    string Name,
    string Prefix,
    [property: DataType(DataType.DateTime)] string CreatedAt,
    [property: DataType(DataType.DateTime)] string? ExpiresAt,
    [property: DataType(DataType.DateTime)] string? LastUsedAt)
{
    /// <summary>For the contract's token endpoint; absent where it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ClientId { get; init; }
}

/// <summary>All keys of a tenant.</summary>
internal sealed record HubKeysResponse(ValueList<HubKeyResponse> Items);

/// <summary>A code to spend once at the token endpoint.</summary>
internal sealed record HubAuthorizationCodeResponse(string Code, [property: DataType(DataType.DateTime)] string ExpiresAt);
