using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CustomerUpdate.Api.Storage.Model;

/// <summary>The model on SQLite: documents are text, and what SQLite cannot order is written so that it can.</summary>
internal sealed class SqliteCustomerDbContext(DbContextOptions<SqliteCustomerDbContext> options) : CustomerDbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configurationBuilder.Properties<decimal>().HaveConversion<SortableDecimal>();
    }

    /// <summary>What <c>dotnet ef</c> makes migrations with; it opens no file.</summary>
    internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<SqliteCustomerDbContext>
    {
        public SqliteCustomerDbContext CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<SqliteCustomerDbContext>().UseSqlite("Data Source=:memory:").Options);
    }

    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
        instant => instant.UtcTicks,
        ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    private sealed class SortableDecimal() : ValueConverter<decimal, string>(number => SortableNumber.Write(number), text => SortableNumber.Read(text));
}
