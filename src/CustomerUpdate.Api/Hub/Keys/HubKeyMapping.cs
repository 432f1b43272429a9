using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Tenancy;

namespace CustomerUpdate.Api.Hub.Keys;

/// <summary>Between keys and their wire models, which have been validated.</summary>
internal static class HubKeyMapping
{
    // What vendors with a token endpoint give out: 32 letters and digits, 190 bits.
    private static readonly KeyForm ClientForm = KeyForm.Letters("", 32);

    /// <summary>The key that a request asks for, with secrets that nobody has.</summary>
    public static NewApiKey ToNewKey(HubKeyRequest request, Guid tenantId)
    {
        var contract = HubKeyContracts.Get(request.Contract.Value!);
        return new NewApiKey(
            tenantId,
            contract.Name,
            HubKeyRoles.Find(request.Role.Value!)!.Value,
            request.Name.Value!,
            contract.KeyForm.NewSecret(),
            request.ExpiresAt.Or(null) is { } end ? HubTime.Parse(end) : null,
            contract.HasTokenEndpoint ? new ClientCredential(ClientForm.NewSecret(), ClientForm.NewSecret()) : null);
    }

    public static HubIssuedKeyResponse ToIssued(ApiKey key, NewApiKey made) => new(
        key.Id, key.Contract, HubKeyRoles.WordFor(key.Role), key.Name, key.Prefix, made.Secret, HubMapping.TimeOf(key.CreatedAt), HubTime.Format(key.ExpiresAt))
    {
        ClientId = made.Client?.Id,
        ClientSecret = made.Client?.Secret,
    };

    public static HubKeyResponse ToResponse(ApiKey key) => new(
        key.Id,
        key.Contract,
        HubKeyRoles.WordFor(key.Role),
        key.Name,
        key.Prefix,
        HubMapping.TimeOf(key.CreatedAt),
        HubTime.Format(key.ExpiresAt),
        HubTime.Format(key.LastUsedAt))
    {
        ClientId = key.ClientId,
    };
}
