using CustomerUpdate.Core.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerUpdate.Api.Storage.Model;

/// <summary>One of a customer's phone numbers, for searching. Unlike keys, several customers may share one.</summary>
internal sealed class CustomerPhoneRow
{
    public required Guid TenantId { get; init; }

    /// <summary>The number's key.</summary>
    public required string Value { get; init; }

    public required Guid CustomerId { get; init; }

    /// <summary>The rows of a customer. What is longer than a unique value may be is no phone number, and fits into no index.</summary>
    public static IEnumerable<CustomerPhoneRow> Of(Customer customer) => customer.Profile.Phones.Entries
        .Select(entry => entry.Key)
        .Where(key => key is { Length: > 0 and <= CustomerKey.MaximumLength })
        .Distinct()
        .Select(key => new CustomerPhoneRow { TenantId = customer.TenantId, Value = key!, CustomerId = customer.Id });
}

internal sealed class CustomerPhonesTable : IEntityTypeConfiguration<CustomerPhoneRow>
{
    public void Configure(EntityTypeBuilder<CustomerPhoneRow> builder)
    {
        builder.ToTable("customer_phones");
        builder.HasKey(row => new { row.TenantId, row.Value, row.CustomerId }).HasName("pk_customer_phones");
        builder.Property(row => row.TenantId).HasColumnName("tenant_id");
        builder.Property(row => row.Value).HasColumnName("value").HasMaxLength(CustomerKey.MaximumLength);
        builder.Property(row => row.CustomerId).HasColumnName("customer_id");
        builder.HasIndex(row => new { row.TenantId, row.CustomerId }).HasDatabaseName("ix_customer_phones_customer");

        // They say nothing of their own: where the customer goes, they go.
        builder.HasOne<CustomerRow>().WithMany().HasForeignKey(row => new { row.TenantId, row.CustomerId })
            .HasConstraintName("fk_customer_phones_customers").OnDelete(DeleteBehavior.Cascade);
    }
}
