using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Hub.Keys;

/// <summary>A key that is to be made.</summary>
internal sealed record HubKeyRequest : HubRequest
{
    public Optional<string?> Contract { get; init; }

    public Optional<string?> Role { get; init; }

    public Optional<string?> Name { get; init; }

    public Optional<string?> ExpiresAt { get; init; }
}
