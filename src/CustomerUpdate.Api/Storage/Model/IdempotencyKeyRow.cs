using CustomerUpdate.Api.Storage.Documents;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerUpdate.Api.Storage.Model;

/// <summary>The answer that a request with an idempotency key was given. Only ever inserted; erased when it ends, and with its customer.</summary>
internal sealed class IdempotencyKeyRow
{
    public required Guid TenantId { get; init; }

    /// <summary>See <see cref="IdempotentRequest.Id"/>.</summary>
    public required string Id { get; init; }

    /// <summary>See <see cref="IdempotentRequest.Fingerprint"/>.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Whose data is in the answer; null where nobody's is.</summary>
    public required Guid? CustomerId { get; init; }

    public required int Status { get; init; }

    public required string? ContentType { get; init; }

    public required Dictionary<string, string> Headers { get; init; }

    public required byte[] Body { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public static IdempotencyKeyRow Of(IdempotentRequest request, KeptAnswer answer, Guid? customerId, DateTimeOffset expiresAt) => new()
    {
        TenantId = request.TenantId,
        Id = request.Id,
        Fingerprint = request.Fingerprint,
        CustomerId = customerId,
        Status = answer.Status,
        ContentType = answer.ContentType,
        Headers = answer.Headers.ToDictionary(),
        Body = answer.Body.ToArray(),
        ExpiresAt = expiresAt,
    };

    public KeptAnswer ToAnswer() => new(Status, ContentType, [.. Headers], Body);
}

internal sealed class IdempotencyKeysTable : IEntityTypeConfiguration<IdempotencyKeyRow>
{
    public void Configure(EntityTypeBuilder<IdempotencyKeyRow> builder)
    {
        builder.ToTable("idempotency_keys");
        builder.HasKey(row => new { row.TenantId, row.Id }).HasName("pk_idempotency_keys");
        builder.Property(row => row.TenantId).HasColumnName("tenant_id");
        builder.Property(row => row.Id).HasColumnName("id");
        builder.Property(row => row.Fingerprint).HasColumnName("fingerprint");
        builder.Property(row => row.CustomerId).HasColumnName("customer_id");
        builder.Property(row => row.Status).HasColumnName("status");
        builder.Property(row => row.ContentType).HasColumnName("content_type");
        builder.Property(row => row.Headers).HasColumnName("headers")
            .HasConversion(headers => HeadersJson.Write(headers), json => HeadersJson.Read(json), HeadersJson.Comparer);
        builder.Property(row => row.Body).HasColumnName("body");
        builder.Property(row => row.ExpiresAt).HasColumnName("expires_at");
        builder.HasIndex(row => new { row.TenantId, row.CustomerId }).HasDatabaseName("ix_idempotency_keys_customer_id");
        builder.HasIndex(row => row.ExpiresAt).HasDatabaseName("ix_idempotency_keys_expires_at");

        // No foreign key to tenants: a request that makes a tenant has an answer too, and belongs to none.
    }
}
