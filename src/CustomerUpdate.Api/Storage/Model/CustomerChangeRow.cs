using CustomerUpdate.Api.Storage.Commits;
using CustomerUpdate.Api.Storage.Documents;
using CustomerUpdate.Core.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerUpdate.Api.Storage.Model;

/// <summary>What one version of a customer changed, and on whose behalf. Only ever inserted.</summary>
internal sealed class CustomerChangeRow
{
    public required Guid TenantId { get; init; }

    public required Guid CustomerId { get; init; }

    /// <summary>The version that the change made.</summary>
    public required long Version { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Contract { get; init; }

    public required Guid? KeyId { get; init; }

    public required string RequestId { get; init; }

    /// <summary>See <see cref="ChangesJson"/>.</summary>
    public required string Changes { get; init; }

    /// <summary>See <see cref="UndoJson"/>; null for a first version, which has nothing before it, and for a last one.</summary>
    public string? Undo { get; init; }

    /// <summary>The customer that was merged into this one by this version; null where none was.</summary>
    public Guid? MergedId { get; init; }

    /// <summary>The row for a version that followed another.</summary>
    public static CustomerChangeRow Of(PreparedUpdate update, Guid? mergedId = null) =>
        Of(update.Written, update.Changes, update.Origin, UndoJson.Write(update.Stored.Profile, update.Written.Profile), mergedId);

    /// <summary>The row for a version.</summary>
    public static CustomerChangeRow Of(
        Customer customer, IEnumerable<FieldChange> changes, ChangeOrigin origin, string? undo = null, Guid? mergedId = null) => new()
        {
            TenantId = customer.TenantId,
            CustomerId = customer.Id,
            Version = customer.Version,
            At = customer.UpdatedAt,
            Contract = origin.Contract,
            KeyId = origin.KeyId,
            RequestId = origin.RequestId,
            Changes = ChangesJson.Write(changes),
            Undo = undo,
            MergedId = mergedId,
        };
}

internal sealed class CustomerChangesTable : IEntityTypeConfiguration<CustomerChangeRow>
{
    public void Configure(EntityTypeBuilder<CustomerChangeRow> builder)
    {
        builder.ToTable("customer_changes");
        builder.HasKey(row => new { row.TenantId, row.CustomerId, row.Version }).HasName("pk_customer_changes");
        builder.Property(row => row.TenantId).HasColumnName("tenant_id");
        builder.Property(row => row.CustomerId).HasColumnName("customer_id");
        builder.Property(row => row.Version).HasColumnName("version");
        builder.Property(row => row.At).HasColumnName("at");
        builder.Property(row => row.Contract).HasColumnName("contract");
        builder.Property(row => row.KeyId).HasColumnName("key_id");
        builder.Property(row => row.RequestId).HasColumnName("request_id");
        builder.Property(row => row.Changes).HasColumnName("changes");
        builder.Property(row => row.Undo).HasColumnName("undo");
        builder.Property(row => row.MergedId).HasColumnName("merged_id");

        // Not of the customer: history outlives one that was merged into another, and then goes with the tenant.
        builder.HasOne<TenantRow>().WithMany().HasForeignKey(row => row.TenantId)
            .HasConstraintName("fk_customer_changes_tenants").OnDelete(DeleteBehavior.Cascade);
    }
}
