using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerUpdate.Api.Storage.Model;

/// <summary>The picture that was uploaded of a customer. Beside the customer and not in it: nobody who reads a customer wants 15 MiB.</summary>
internal sealed class CustomerAvatarRow
{
    public required Guid TenantId { get; init; }

    public required Guid CustomerId { get; init; }

    public required string ContentType { get; set; }

    public required byte[] Bytes { get; set; }

    /// <summary>Another for each picture.</summary>
    public required string ETag { get; set; }

    public required DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class CustomerAvatarsTable : IEntityTypeConfiguration<CustomerAvatarRow>
{
    public void Configure(EntityTypeBuilder<CustomerAvatarRow> builder)
    {
        builder.ToTable("customer_avatars");
        builder.HasKey(row => new { row.TenantId, row.CustomerId }).HasName("pk_customer_avatars");
        builder.Property(row => row.TenantId).HasColumnName("tenant_id");
        builder.Property(row => row.CustomerId).HasColumnName("customer_id");
        builder.Property(row => row.ContentType).HasColumnName("content_type");
        builder.Property(row => row.Bytes).HasColumnName("bytes");
        builder.Property(row => row.ETag).HasColumnName("etag");
        builder.Property(row => row.UpdatedAt).HasColumnName("updated_at");
        builder.HasOne<CustomerRow>().WithOne().HasForeignKey<CustomerAvatarRow>(row => new { row.TenantId, row.CustomerId })
            .HasConstraintName("fk_customer_avatars_customers").OnDelete(DeleteBehavior.Cascade);
    }
}
