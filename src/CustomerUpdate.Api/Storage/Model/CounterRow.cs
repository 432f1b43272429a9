using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerUpdate.Api.Storage.Model;

/// <summary>A tenant's source of integer ids. A row and not a sequence: sequences do not shard.</summary>
internal sealed class CounterRow
{
    /// <summary>The counter of ids for e-mail addresses, phone numbers and the like.</summary>
    public const string Entry = "entry";

    /// <summary>The counter of inboxes.</summary>
    public const string Inbox = "inbox";

    public required Guid TenantId { get; init; }

    /// <summary>
    /// What is counted: <see cref="Entry"/>, <see cref="Inbox"/>, <see cref="DefinitionsOf"/>, or the contract whose customer numbers these are.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>The first number that nobody was given.</summary>
    public required long Next { get; set; }

    /// <summary>The counter of the definitions that were made in a contract.</summary>
    public static string DefinitionsOf(string contract) => $"definition:{contract}";
}

internal sealed class CountersTable : IEntityTypeConfiguration<CounterRow>
{
    public void Configure(EntityTypeBuilder<CounterRow> builder)
    {
        builder.ToTable("counters");
        builder.HasKey(row => new { row.TenantId, row.Name }).HasName("pk_counters");
        builder.Property(row => row.TenantId).HasColumnName("tenant_id");
        builder.Property(row => row.Name).HasColumnName("name");
        builder.Property(row => row.Next).HasColumnName("next");
        builder.HasOne<TenantRow>().WithMany().HasForeignKey(row => row.TenantId)
            .HasConstraintName("fk_counters_tenants").OnDelete(DeleteBehavior.Restrict);
    }
}
