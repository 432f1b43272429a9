using CustomerUpdate.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerUpdate.Api.Storage.Model;

/// <summary>A token that a key's client was given at its contract's token endpoint. The token itself is nowhere.</summary>
internal sealed class AccessTokenRow
{
    public required Guid Id { get; init; }

    public required Guid TenantId { get; init; }

    /// <summary>The key with whose rights the token opens.</summary>
    public required Guid KeyId { get; init; }

    /// <summary>See <see cref="Credential.HashOf"/>.</summary>
    public required byte[] Hash { get; init; }

    public required AccessTokenKind Kind { get; init; }

    /// <summary>The same for all tokens that came from one grant, so that they can be ended together.</summary>
    public required Guid GrantId { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>What a token is for.</summary>
internal enum AccessTokenKind
{
    /// <summary>It opens the contract's routes.</summary>
    Access,

    /// <summary>It is exchanged for other tokens.</summary>
    Refresh,
}

internal sealed class AccessTokensTable : IEntityTypeConfiguration<AccessTokenRow>
{
    public void Configure(EntityTypeBuilder<AccessTokenRow> builder)
    {
        builder.ToTable("access_tokens");
        builder.HasKey(row => row.Id).HasName("pk_access_tokens");
        builder.Property(row => row.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(row => row.TenantId).HasColumnName("tenant_id");
        builder.Property(row => row.KeyId).HasColumnName("key_id");
        builder.Property(row => row.Hash).HasColumnName("hash");
        builder.Property(row => row.Kind).HasColumnName("kind").HasConversion<string>();
        builder.Property(row => row.GrantId).HasColumnName("grant_id");
        builder.Property(row => row.ExpiresAt).HasColumnName("expires_at");
        builder.Property(row => row.CreatedAt).HasColumnName("created_at");
        builder.HasIndex(row => row.Hash).IsUnique().HasDatabaseName("ux_access_tokens_hash");
        builder.HasIndex(row => row.TenantId).HasDatabaseName("ix_access_tokens_tenant_id");
        builder.HasIndex(row => row.KeyId).HasDatabaseName("ix_access_tokens_key_id");
        builder.HasIndex(row => row.GrantId).HasDatabaseName("ix_access_tokens_grant_id");
        builder.HasIndex(row => row.ExpiresAt).HasDatabaseName("ix_access_tokens_expires_at");
        builder.HasOne<ApiKeyRow>().WithMany().HasForeignKey(row => row.KeyId)
            .HasConstraintName("fk_access_tokens_api_keys").OnDelete(DeleteBehavior.Cascade);
    }
}
