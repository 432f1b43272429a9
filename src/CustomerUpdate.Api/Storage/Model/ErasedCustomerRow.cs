using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerUpdate.Api.Storage.Model;

/// <summary>That a customer was erased, when and on whose behalf. Nothing here says who the person was.</summary>
internal sealed class ErasedCustomerRow
{
    public required Guid TenantId { get; init; }

    public required Guid CustomerId { get; init; }

    /// <summary>The last version that there was.</summary>
    public required long Version { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Contract { get; init; }

    public required Guid? KeyId { get; init; }

    public required string RequestId { get; init; }
}

internal sealed class ErasedCustomersTable : IEntityTypeConfiguration<ErasedCustomerRow>
{
    public void Configure(EntityTypeBuilder<ErasedCustomerRow> builder)
    {
        builder.ToTable("erased_customers");
        builder.HasKey(row => new { row.TenantId, row.CustomerId }).HasName("pk_erased_customers");
        builder.Property(row => row.TenantId).HasColumnName("tenant_id");
        builder.Property(row => row.CustomerId).HasColumnName("customer_id");
        builder.Property(row => row.Version).HasColumnName("version");
        builder.Property(row => row.At).HasColumnName("at");
        builder.Property(row => row.Contract).HasColumnName("contract");
        builder.Property(row => row.KeyId).HasColumnName("key_id");
        builder.Property(row => row.RequestId).HasColumnName("request_id");
        builder.HasOne<TenantRow>().WithMany().HasForeignKey(row => row.TenantId)
            .HasConstraintName("fk_erased_customers_tenants").OnDelete(DeleteBehavior.Cascade);
    }
}
