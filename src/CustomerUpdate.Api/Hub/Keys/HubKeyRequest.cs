using System.ComponentModel.DataAnnotations;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Hub.Keys;

/// <summary>A key that is to be made.</summary>
internal sealed record HubKeyRequest : HubRequest
{
    [KeyContract]
    public Optional<string?> Contract { get; init; }

    [AllowedValues(HubKeyRoles.Read, HubKeyRoles.Write, HubKeyRoles.Admin)]
    public Optional<string?> Role { get; init; }

    public Optional<string?> Name { get; init; }

    [DataType(DataType.DateTime)]
    public Optional<string?> ExpiresAt { get; init; }
}
