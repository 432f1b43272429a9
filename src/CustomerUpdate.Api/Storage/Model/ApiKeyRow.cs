using CustomerUpdate.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerUpdate.Api.Storage.Model;

/// <summary>A key of a tenant for one contract. The secret itself is nowhere.</summary>
internal sealed class ApiKeyRow
{
    private const int PrefixLength = 6;

    public required Guid Id { get; init; }

    public required Guid TenantId { get; init; }

    public required string Contract { get; init; }

    public required KeyRole Role { get; init; }

    public required string Name { get; init; }

    /// <summary>The secret's first characters, by which people recognise a key.</summary>
    public required string Prefix { get; init; }

    /// <summary>See <see cref="Credential.HashOf"/>.</summary>
    public required byte[] Hash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>Written in the background; see <see cref="KeyUses"/>.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>The public half of the credential for the contract's token endpoint; null where the contract has none.</summary>
    public string? ClientId { get; init; }

    /// <summary>The secret half, hashed like the key.</summary>
    public byte[]? ClientSecretHash { get; init; }

    /// <summary>A key of a secret, which never ends.</summary>
    public static ApiKeyRow Of(Guid id, Guid tenantId, string contract, KeyRole role, string name, string secret, DateTimeOffset createdAt) =>
        Of(new NewApiKey(tenantId, contract, role, name, secret, ExpiresAt: null, Client: null), id, createdAt);

    /// <summary>A key that is to be made.</summary>
    public static ApiKeyRow Of(NewApiKey key, Guid id, DateTimeOffset createdAt) => new()
    {
        Id = id,
        TenantId = key.TenantId,
        Contract = key.Contract,
        Role = key.Role,
        Name = key.Name,
        Prefix = key.Secret[..PrefixLength],
        Hash = Credential.HashOf(key.Secret),
        CreatedAt = createdAt,
        ExpiresAt = key.ExpiresAt,
        ClientId = key.Client?.Id,
        ClientSecretHash = key.Client is { } client ? Credential.HashOf(client.Secret) : null,
    };

    /// <summary>What everybody may know of the key.</summary>
    public ApiKey ToApiKey() => new()
    {
        Id = Id,
        TenantId = TenantId,
        Contract = Contract,
        Role = Role,
        Name = Name,
        Prefix = Prefix,
        CreatedAt = CreatedAt,
        ExpiresAt = ExpiresAt,
        LastUsedAt = LastUsedAt,
        ClientId = ClientId,
    };

    /// <summary>Whether the key opens anything at a time.</summary>
    public bool IsValidAt(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is not { } end || now < end);
}

internal sealed class ApiKeysTable : IEntityTypeConfiguration<ApiKeyRow>
{
    public void Configure(EntityTypeBuilder<ApiKeyRow> builder)
    {
        builder.ToTable("api_keys");
        builder.HasKey(row => row.Id).HasName("pk_api_keys");
        builder.Property(row => row.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(row => row.TenantId).HasColumnName("tenant_id");
        builder.Property(row => row.Contract).HasColumnName("contract");
        builder.Property(row => row.Role).HasColumnName("role").HasConversion<string>();
        builder.Property(row => row.Name).HasColumnName("name");
        builder.Property(row => row.Prefix).HasColumnName("prefix");
        builder.Property(row => row.Hash).HasColumnName("hash");
        builder.Property(row => row.CreatedAt).HasColumnName("created_at");
        builder.Property(row => row.ExpiresAt).HasColumnName("expires_at");
        builder.Property(row => row.RevokedAt).HasColumnName("revoked_at");
        builder.Property(row => row.LastUsedAt).HasColumnName("last_used_at");
        builder.Property(row => row.ClientId).HasColumnName("client_id");
        builder.Property(row => row.ClientSecretHash).HasColumnName("client_secret_hash");
        builder.HasIndex(row => row.Hash).IsUnique().HasDatabaseName("ux_api_keys_hash");
        builder.HasIndex(row => row.ClientId).IsUnique().HasDatabaseName("ux_api_keys_client_id");
        builder.HasIndex(row => row.TenantId).HasDatabaseName("ix_api_keys_tenant_id");
        builder.HasOne<TenantRow>().WithMany().HasForeignKey(row => row.TenantId)
            .HasConstraintName("fk_api_keys_tenants").OnDelete(DeleteBehavior.Restrict);
    }
}
