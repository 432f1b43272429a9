using CustomerUpdate.Api.Storage.Searching;
using CustomerUpdate.Core.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerUpdate.Api.Storage.Model;

/// <summary>One of several values of a kind by which a customer is searched. Unlike keys, several customers may share one.</summary>
internal sealed class CustomerTermRow
{
    public required Guid TenantId { get; init; }

    /// <summary>See <see cref="TermFields"/>.</summary>
    public required string Field { get; init; }

    /// <summary>The key of an attribute, as it was written; empty where the field has none.</summary>
    public required string Name { get; init; }

    public required string Value { get; init; }

    public required Guid CustomerId { get; init; }

    /// <summary>The value as a number, where it reads as one. Attributes only.</summary>
    public decimal? Number { get; init; }

    /// <summary>The rows of a customer.</summary>
    public static IEnumerable<CustomerTermRow> Of(Customer customer) => SearchTerm.Of(customer.Profile).Select(term => Of(customer, term));

    /// <summary>The row of one term.</summary>
    public static CustomerTermRow Of(Customer customer, SearchTerm term) => new()
    {
        TenantId = customer.TenantId,
        Field = term.Field,
        Name = term.Name,
        Value = term.Value,
        CustomerId = customer.Id,
        Number = term.Number,
    };
}

internal sealed class CustomerTermsTable : IEntityTypeConfiguration<CustomerTermRow>
{
    public void Configure(EntityTypeBuilder<CustomerTermRow> builder)
    {
        builder.ToTable("customer_terms");
        builder.HasKey(row => new { row.TenantId, row.Field, row.Name, row.Value, row.CustomerId }).HasName("pk_customer_terms");
        builder.Property(row => row.TenantId).HasColumnName("tenant_id");
        builder.Property(row => row.Field).HasColumnName("field");
        builder.Property(row => row.Name).HasColumnName("name").HasMaxLength(SearchTerm.MaximumLength);
        builder.Property(row => row.Value).HasColumnName("value").HasMaxLength(SearchTerm.MaximumLength);
        builder.Property(row => row.CustomerId).HasColumnName("customer_id");
        builder.Property(row => row.Number).HasColumnName("number");
        builder.HasIndex(row => new { row.TenantId, row.CustomerId }).HasDatabaseName("ix_customer_terms_customer");
        builder.HasIndex(row => new { row.TenantId, row.Name, row.Number, row.CustomerId })
            .HasFilter("number IS NOT NULL").HasDatabaseName("ix_customer_terms_number");

        // They say nothing of their own: where the customer goes, they go.
        builder.HasOne<CustomerRow>().WithMany().HasForeignKey(row => new { row.TenantId, row.CustomerId })
            .HasConstraintName("fk_customer_terms_customers").OnDelete(DeleteBehavior.Cascade);
    }
}
