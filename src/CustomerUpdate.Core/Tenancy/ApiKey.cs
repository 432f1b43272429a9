namespace CustomerUpdate.Core.Tenancy;

/// <summary>A key of a tenant, as everybody may know it: the secret is shown once, when the key is made, and kept nowhere.</summary>
public sealed record ApiKey
{
    /// <summary>The key's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid TenantId { get; init; }

    /// <summary>The contract that it opens.</summary>
    public required string Contract { get; init; }

    /// <summary>What it may do.</summary>
    public required KeyRole Role { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>The secret's first characters, by which people recognise it.</summary>
    public required string Prefix { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ends, UTC; null where it does not.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was last used, UTC, to the minute or so; null where it never was.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>The public half of its second credential, where its contract has a token endpoint; else null.</summary>
    public string? ClientId { get; init; }
}

/// <summary>A key that is to be made.</summary>
/// <param name="TenantId">Whose it will be.</param>
/// <param name="Contract">The contract that it will open.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Secret">The secret. Only its hash is stored.</param>
/// <param name="ExpiresAt">When it ends; null where it does not.</param>
/// <param name="Client">The credential for its contract's token endpoint; null where there is none.</param>
public sealed record NewApiKey(
    Guid TenantId, string Contract, KeyRole Role, string Name, string Secret, DateTimeOffset? ExpiresAt, ClientCredential? Client)
{
    /// <summary>No secret: what is printed may end in a log.</summary>
    public override string ToString() => $"{Contract} {Role}";
}

/// <summary>What a program shows at a token endpoint (RFC 6749, section 2.3.1).</summary>
/// <param name="Id">The public half.</param>
/// <param name="Secret">The secret half. Only its hash is stored.</param>
public sealed record ClientCredential(string Id, string Secret)
{
    /// <summary>The public half: what is printed may end in a log.</summary>
    public override string ToString() => Id;
}
