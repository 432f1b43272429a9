using CustomerUpdate.Api.Storage.Documents;
using CustomerUpdate.Core.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerUpdate.Api.Storage.Model;

/// <summary>A customer: the state that is valid now, as one document.</summary>
internal sealed class CustomerRow
{
    public required Guid TenantId { get; init; }

    public required Guid Id { get; init; }

    /// <summary>Guards every write: an update of another version than the one read hits nothing.</summary>
    public required long Version { get; set; }

    public required Profile Data { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public static CustomerRow Of(Customer customer) => new()
    {
        TenantId = customer.TenantId,
        Id = customer.Id,
        Version = customer.Version,
        Data = customer.Profile,
        CreatedAt = customer.CreatedAt,
        UpdatedAt = customer.UpdatedAt,
    };

    public Customer ToCustomer() => new()
    {
        TenantId = TenantId,
        Id = Id,
        Version = Version,
        Profile = Data,
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
    };
}

internal sealed class CustomersTable : IEntityTypeConfiguration<CustomerRow>
{
    public void Configure(EntityTypeBuilder<CustomerRow> builder)
    {
        builder.ToTable("customers");
        builder.HasKey(row => new { row.TenantId, row.Id }).HasName("pk_customers");
        builder.Property(row => row.TenantId).HasColumnName("tenant_id");
        builder.Property(row => row.Id).HasColumnName("id");
        builder.Property(row => row.Version).HasColumnName("version").IsConcurrencyToken();
        builder.Property(row => row.Data).HasColumnName("data")
            .HasConversion(profile => ProfileJson.Write(profile), json => ProfileJson.Read(json));
        builder.Property(row => row.CreatedAt).HasColumnName("created_at");
        builder.Property(row => row.UpdatedAt).HasColumnName("updated_at");
        builder.HasIndex(row => new { row.TenantId, row.UpdatedAt, row.Id }).HasDatabaseName("ix_customers_updated_at");
        builder.HasOne<TenantRow>().WithMany().HasForeignKey(row => row.TenantId)
            .HasConstraintName("fk_customers_tenants").OnDelete(DeleteBehavior.Restrict);
    }
}
