using CustomerUpdate.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerUpdate.Api.Storage.Model;

/// <summary>An inbox of a tenant.</summary>
internal sealed class InboxRow
{
    public required Guid TenantId { get; init; }

    /// <summary>From the tenant's counter <see cref="CounterRow.Inbox"/>.</summary>
    public required long Id { get; init; }

    public required string Name { get; init; }

    public required string ChannelType { get; init; }

    public Inbox ToInbox() => new(Id, Name, ChannelType);
}

internal sealed class InboxesTable : IEntityTypeConfiguration<InboxRow>
{
    public void Configure(EntityTypeBuilder<InboxRow> builder)
    {
        builder.ToTable("inboxes");
        builder.HasKey(row => new { row.TenantId, row.Id }).HasName("pk_inboxes");
        builder.Property(row => row.TenantId).HasColumnName("tenant_id");
        builder.Property(row => row.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(row => row.Name).HasColumnName("name");
        builder.Property(row => row.ChannelType).HasColumnName("channel_type");
        builder.HasOne<TenantRow>().WithMany().HasForeignKey(row => row.TenantId)
            .HasConstraintName("fk_inboxes_tenants").OnDelete(DeleteBehavior.Restrict);
    }
}
