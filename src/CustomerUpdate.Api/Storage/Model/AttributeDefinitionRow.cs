using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerUpdate.Api.Storage.Model;

/// <summary>What a tenant says of one custom attribute in a contract that has definitions. Definitions bind that contract only.</summary>
internal sealed class AttributeDefinitionRow
{
    public required Guid TenantId { get; init; }

    public required string Contract { get; init; }

    public required Guid Id { get; init; }

    /// <summary>The key of the attribute; unique in the tenant and contract.</summary>
    public required string Key { get; init; }

    public required string Name { get; set; }

    public required string Type { get; init; }

    /// <summary>What else the contract says of it, as a JSON document; null where that is nothing.</summary>
    public string? Options { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public static AttributeDefinitionRow Of(Guid tenantId, string contract, NewAttributeDefinition definition, DateTimeOffset createdAt) => new()
    {
        TenantId = tenantId,
        Contract = contract,
        Id = Guid.CreateVersion7(createdAt),
        Key = definition.Key,
        Name = definition.Name,
        Type = definition.Type,
        Options = definition.Options,
        CreatedAt = createdAt,
    };

    public AttributeDefinition ToDefinition() => new(Id, Key, Name, Type, Options, CreatedAt);
}

internal sealed class AttributeDefinitionsTable : IEntityTypeConfiguration<AttributeDefinitionRow>
{
    public void Configure(EntityTypeBuilder<AttributeDefinitionRow> builder)
    {
        builder.ToTable("attribute_definitions");
        builder.HasKey(row => new { row.TenantId, row.Contract, row.Id }).HasName("pk_attribute_definitions");
        builder.Property(row => row.TenantId).HasColumnName("tenant_id");
        builder.Property(row => row.Contract).HasColumnName("contract");
        builder.Property(row => row.Id).HasColumnName("id");
        builder.Property(row => row.Key).HasColumnName("key").HasMaxLength(CustomerKey.MaximumLength);
        builder.Property(row => row.Name).HasColumnName("name");
        builder.Property(row => row.Type).HasColumnName("type");
        builder.Property(row => row.Options).HasColumnName("options");
        builder.Property(row => row.CreatedAt).HasColumnName("created_at");
        builder.HasIndex(row => new { row.TenantId, row.Contract, row.Key }).IsUnique().HasDatabaseName("ux_attribute_definitions_key");
        builder.HasOne<TenantRow>().WithMany().HasForeignKey(row => row.TenantId)
            .HasConstraintName("fk_attribute_definitions_tenants").OnDelete(DeleteBehavior.Restrict);
    }
}
