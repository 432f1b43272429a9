using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

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
    }

    /// <summary>What <c>dotnet ef</c> makes migrations with; it opens no connection.</summary>
    internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<PostgresCustomerDbContext>
    {
        public PostgresCustomerDbContext CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<PostgresCustomerDbContext>().UseNpgsql("Host=localhost").Options);
    }
}
