using CustomerUpdate.Api.Storage.Documents;
using CustomerUpdate.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerUpdate.Api.Storage.Model;

/// <summary>A tenant. A reference table: on a sharded database every node has all of it.</summary>
internal sealed class TenantRow
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    /// <summary>In lower case, since workspace ids compare without regard to case.</summary>
    public required string WorkspaceId { get; init; }

    public required long AccountId { get; init; }

    public required Guid OrganizationId { get; init; }

    public required TenantSettings Settings { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Guards every write: of two who change settings at once, the second does so on what the first wrote.</summary>
    public long Version { get; set; } = 1;

    public static TenantRow Of(Tenant tenant) => new()
    {
        Id = tenant.Id,
        Name = tenant.Name,
        WorkspaceId = tenant.WorkspaceId.ToLowerInvariant(),
        AccountId = tenant.AccountId,
        OrganizationId = tenant.OrganizationId,
        Settings = tenant.Settings,
        CreatedAt = tenant.CreatedAt,
    };

    public Tenant ToTenant() => new()
    {
        Id = Id,
        Name = Name,
        WorkspaceId = WorkspaceId,
        AccountId = AccountId,
        OrganizationId = OrganizationId,
        Settings = Settings,
        CreatedAt = CreatedAt,
    };
}

internal sealed class TenantsTable : IEntityTypeConfiguration<TenantRow>
{
    public void Configure(EntityTypeBuilder<TenantRow> builder)
    {
        builder.ToTable("tenants");
        builder.HasKey(row => row.Id).HasName("pk_tenants");
        builder.Property(row => row.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(row => row.Name).HasColumnName("name");
        builder.Property(row => row.WorkspaceId).HasColumnName("workspace_id");
        builder.Property(row => row.AccountId).HasColumnName("account_id");
        builder.Property(row => row.OrganizationId).HasColumnName("organization_id");
        builder.Property(row => row.Settings).HasColumnName("settings")
            .HasConversion(settings => SettingsJson.Write(settings), json => SettingsJson.Read(json));
        builder.Property(row => row.CreatedAt).HasColumnName("created_at");
        builder.Property(row => row.Version).HasColumnName("version").IsConcurrencyToken();
        builder.HasIndex(row => row.WorkspaceId).IsUnique().HasDatabaseName("ux_tenants_workspace_id");
        builder.HasIndex(row => row.AccountId).IsUnique().HasDatabaseName("ux_tenants_account_id");
        builder.HasIndex(row => row.OrganizationId).IsUnique().HasDatabaseName("ux_tenants_organization_id");
    }
}
