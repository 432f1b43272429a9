using CustomerUpdate.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerUpdate.Api.Storage.Model;

/// <summary>A code that a key's client may spend once at its contract's token endpoint. The code itself is nowhere; spent ones are deleted.</summary>
internal sealed class AuthorizationCodeRow
{
    /// <summary>See <see cref="Credential.HashOf"/>.</summary>
    public required byte[] Hash { get; init; }

    public required Guid KeyId { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class AuthorizationCodesTable : IEntityTypeConfiguration<AuthorizationCodeRow>
{
    public void Configure(EntityTypeBuilder<AuthorizationCodeRow> builder)
    {
        builder.ToTable("authorization_codes");
        builder.HasKey(row => row.Hash).HasName("pk_authorization_codes");
        builder.Property(row => row.Hash).HasColumnName("hash");
        builder.Property(row => row.KeyId).HasColumnName("key_id");
        builder.Property(row => row.ExpiresAt).HasColumnName("expires_at");
        builder.HasIndex(row => row.KeyId).HasDatabaseName("ix_authorization_codes_key_id");
        builder.HasOne<ApiKeyRow>().WithMany().HasForeignKey(row => row.KeyId)
            .HasConstraintName("fk_authorization_codes_api_keys").OnDelete(DeleteBehavior.Restrict);
    }
}
