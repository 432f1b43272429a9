using CustomerUpdate.Core.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerUpdate.Api.Storage.Model;

/// <summary>One key of a customer. The table's primary key is what makes keys unique in a tenant, whatever any look-up said before.</summary>
internal sealed class CustomerKeyRow
{
    public required Guid TenantId { get; init; }

    public required string Kind { get; init; }

    public required string Value { get; init; }

    public required Guid CustomerId { get; set; }

    public static CustomerKeyRow Of(Customer customer, CustomerKey key) => new()
    {
        TenantId = customer.TenantId,
        Kind = key.Kind,
        Value = key.Value,
        CustomerId = customer.Id,
    };
}

internal sealed class CustomerKeysTable : IEntityTypeConfiguration<CustomerKeyRow>
{
    public void Configure(EntityTypeBuilder<CustomerKeyRow> builder)
    {
        builder.ToTable("customer_keys");
        builder.HasKey(row => new { row.TenantId, row.Kind, row.Value }).HasName("pk_customer_keys");
        builder.Property(row => row.TenantId).HasColumnName("tenant_id");
        builder.Property(row => row.Kind).HasColumnName("kind");
        builder.Property(row => row.Value).HasColumnName("value").HasMaxLength(CustomerKey.MaximumLength);
        builder.Property(row => row.CustomerId).HasColumnName("customer_id");
        builder.HasIndex(row => new { row.TenantId, row.CustomerId }).HasDatabaseName("ix_customer_keys_customer");
        builder.HasOne<CustomerRow>().WithMany().HasForeignKey(row => new { row.TenantId, row.CustomerId })
            .HasConstraintName("fk_customer_keys_customers").OnDelete(DeleteBehavior.Restrict);
    }
}
