using CustomerUpdate.Api.Storage.Searching;
using CustomerUpdate.Core.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerUpdate.Api.Storage.Model;

/// <summary>
/// The members by which a customer is searched and sorted, copied out of its document; texts as <see cref="SearchText"/> folds them. A row of
/// its own, so that a write which changes none of them touches none of their indexes.
/// </summary>
internal sealed class CustomerSearchRow
{
    public required Guid TenantId { get; init; }

    public required Guid CustomerId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? LastSeenAt { get; init; }

    public required bool Blocked { get; init; }

    public required string? Name { get; init; }

    public required string? FirstName { get; init; }

    public required string? LastName { get; init; }

    /// <summary>The primary e-mail address.</summary>
    public required string? Email { get; init; }

    /// <summary>The primary phone number, as written.</summary>
    public required string? Phone { get; init; }

    public required string? Username { get; init; }

    public required string? Identifier { get; init; }

    public required string? Organization { get; init; }

    public required string? Company { get; init; }

    public required string? City { get; init; }

    public required string? Country { get; init; }

    public required string? CountryCode { get; init; }

    /// <summary>All e-mail addresses, a line each.</summary>
    public required string Emails { get; init; }

    /// <summary>All phone numbers as written, a line each.</summary>
    public required string Phones { get; init; }

    /// <summary>See <see cref="SearchText.Of"/>.</summary>
    public required string Text { get; init; }

    /// <summary>See <see cref="SearchText.Others"/>.</summary>
    public required string Others { get; init; }

    /// <summary>The customer itself, for queries.</summary>
    public CustomerRow? Customer { get; init; }

    /// <summary>The row of a customer.</summary>
    public static CustomerSearchRow Of(Customer customer)
    {
        var profile = customer.Profile;
        return new CustomerSearchRow
        {
            TenantId = customer.TenantId,
            CustomerId = customer.Id,
            CreatedAt = customer.CreatedAt,
            LastSeenAt = profile.LastSeenAt?.ToUtcMicroseconds(),
            Blocked = profile.Blocked,
            Name = SearchText.FoldNullable(profile.Name.Full),
            FirstName = SearchText.FoldNullable(profile.Name.First),
            LastName = SearchText.FoldNullable(profile.Name.Last),
            Email = SearchText.FoldNullable(profile.Email),
            Phone = SearchText.FoldNullable(profile.Phone),
            Username = SearchText.FoldNullable(profile.Username),
            Identifier = SearchText.FoldNullable(profile.Identifier),
            Organization = SearchText.FoldNullable(profile.Organization),
            Company = SearchText.FoldNullable(CapturedAttributes.Company(profile)),
            City = SearchText.FoldNullable(CapturedAttributes.City(profile)),
            Country = SearchText.FoldNullable(CapturedAttributes.Country(profile)),
            CountryCode = SearchText.FoldNullable(CapturedAttributes.CountryCode(profile)),
            Emails = SearchText.Lines(profile.Emails.Entries.Select(entry => entry.Value)),
            Phones = SearchText.Lines(profile.Phones.Entries.Select(entry => entry.Value)),
            Text = SearchText.Of(profile),
            Others = SearchText.Others(profile),
        };
    }
}

internal sealed class CustomerSearchTable : IEntityTypeConfiguration<CustomerSearchRow>
{
    public void Configure(EntityTypeBuilder<CustomerSearchRow> builder)
    {
        builder.ToTable("customer_search");
        builder.HasKey(row => new { row.TenantId, row.CustomerId }).HasName("pk_customer_search");
        builder.Property(row => row.TenantId).HasColumnName("tenant_id");
        builder.Property(row => row.CustomerId).HasColumnName("customer_id");
        builder.Property(row => row.CreatedAt).HasColumnName("created_at");
        builder.Property(row => row.LastSeenAt).HasColumnName("last_seen_at");
        builder.Property(row => row.Blocked).HasColumnName("blocked");
        builder.Property(row => row.Name).HasColumnName("name");
        builder.Property(row => row.FirstName).HasColumnName("first_name");
        builder.Property(row => row.LastName).HasColumnName("last_name");
        builder.Property(row => row.Email).HasColumnName("email");
        builder.Property(row => row.Phone).HasColumnName("phone");
        builder.Property(row => row.Username).HasColumnName("username");
        builder.Property(row => row.Identifier).HasColumnName("identifier");
        builder.Property(row => row.Organization).HasColumnName("organization");
        builder.Property(row => row.Company).HasColumnName("company");
        builder.Property(row => row.City).HasColumnName("city");
        builder.Property(row => row.Country).HasColumnName("country");
        builder.Property(row => row.CountryCode).HasColumnName("country_code");
        builder.Property(row => row.Emails).HasColumnName("emails");
        builder.Property(row => row.Phones).HasColumnName("phones");
        builder.Property(row => row.Text).HasColumnName("text");
        builder.Property(row => row.Others).HasColumnName("others");
        AddIndexes(builder);

        // It says nothing of its own: where the customer goes, it goes.
        builder.HasOne(row => row.Customer).WithOne().HasForeignKey<CustomerSearchRow>(row => new { row.TenantId, row.CustomerId })
            .HasConstraintName("fk_customer_search_customers").OnDelete(DeleteBehavior.Cascade);
    }

    // Each ends as every order does, so that a page is read from the index alone, however deep.
    private static void AddIndexes(EntityTypeBuilder<CustomerSearchRow> builder)
    {
        builder.HasIndex(row => new { row.TenantId, row.CreatedAt, row.CustomerId }).HasDatabaseName("ix_customer_search_created_at");
        builder.HasIndex(row => new { row.TenantId, row.LastSeenAt, row.CreatedAt, row.CustomerId }).HasDatabaseName("ix_customer_search_last_seen_at");
        builder.HasIndex(row => new { row.TenantId, row.Name, row.CreatedAt, row.CustomerId }).HasDatabaseName("ix_customer_search_name");
        builder.HasIndex(row => new { row.TenantId, row.FirstName, row.CreatedAt, row.CustomerId }).HasDatabaseName("ix_customer_search_first_name");
        builder.HasIndex(row => new { row.TenantId, row.LastName, row.CreatedAt, row.CustomerId }).HasDatabaseName("ix_customer_search_last_name");
        builder.HasIndex(row => new { row.TenantId, row.Email, row.CreatedAt, row.CustomerId }).HasDatabaseName("ix_customer_search_email");
        builder.HasIndex(row => new { row.TenantId, row.Phone, row.CreatedAt, row.CustomerId }).HasDatabaseName("ix_customer_search_phone");
        builder.HasIndex(row => new { row.TenantId, row.Company, row.CreatedAt, row.CustomerId }).HasDatabaseName("ix_customer_search_company");
        builder.HasIndex(row => new { row.TenantId, row.City, row.CreatedAt, row.CustomerId }).HasDatabaseName("ix_customer_search_city");
        builder.HasIndex(row => new { row.TenantId, row.Country, row.CreatedAt, row.CustomerId }).HasDatabaseName("ix_customer_search_country");
        builder.HasIndex(row => new { row.TenantId, row.Identifier, row.CreatedAt, row.CustomerId }).HasDatabaseName("ix_customer_search_identifier");
    }
}
