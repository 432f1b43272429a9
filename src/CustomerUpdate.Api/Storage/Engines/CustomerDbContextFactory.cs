using CustomerUpdate.Api.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Storage.Engines;

/// <summary>Gives contexts of the chosen engine to code that must not know which one that is.</summary>
internal sealed class CustomerDbContextFactory<TContext>(IDbContextFactory<TContext> pool) : IDbContextFactory<CustomerDbContext>
    where TContext : CustomerDbContext
{
    public CustomerDbContext CreateDbContext() => pool.CreateDbContext();

    public async Task<CustomerDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        await pool.CreateDbContextAsync(cancellationToken);
}
