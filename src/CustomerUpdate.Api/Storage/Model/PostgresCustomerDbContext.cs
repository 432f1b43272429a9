using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CustomerUpdate.Api.Storage.Model;

/// <summary>The model on PostgreSQL: documents are <c>jsonb</c> or <c>json</c>.</summary>
internal sealed class PostgresCustomerDbContext(DbContextOptions<PostgresCustomerDbContext> options) : CustomerDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<TenantRow>().Property(row => row.Settings).HasColumnType("jsonb");
        modelBuilder.Entity<CustomerRow>().Property(row => row.Data).HasColumnType("jsonb");

        // Not jsonb, which orders members by their length: history is read as it was written.
        modelBuilder.Entity<CustomerChangeRow>().Property(row => row.Changes).HasColumnType("json");
        modelBuilder.Entity<CustomerChangeRow>().Property(row => row.Undo).HasColumnType("json");
        modelBuilder.Entity<IdempotencyKeyRow>().Property(row => row.Headers).HasColumnType("json");
        modelBuilder.Entity<AttributeDefinitionRow>().Property(row => row.Options).HasColumnType("json");
        CompareByCodePoints(modelBuilder.Entity<CustomerSearchRow>().Metadata);
        CompareByCodePoints(modelBuilder.Entity<CustomerTermRow>().Metadata);
    }

    // As SQLite does, whatever the database's own order is; and an index in this order finds what begins with something.
    private static void CompareByCodePoints(IMutableEntityType table)
    {
        foreach (var text in table.GetProperties().Where(property => property.ClrType == typeof(string)))
        {
            text.SetCollation("C");
        }
    }

    /// <summary>What <c>dotnet ef</c> makes migrations with; it opens no connection.</summary>
    internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<PostgresCustomerDbContext>
    {
        public PostgresCustomerDbContext CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<PostgresCustomerDbContext>().UseNpgsql("Host=localhost").Options);
    }
}
