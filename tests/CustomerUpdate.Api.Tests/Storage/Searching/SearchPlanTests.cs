using CustomerUpdate.Api.Storage.Demo;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Api.Storage.Searching;
using CustomerUpdate.Core.Searching;
using Microsoft.EntityFrameworkCore;
using static CustomerUpdate.Core.Searching.CustomerFilter;

namespace CustomerUpdate.Api.Tests.Storage.Searching;

/// <summary>PostgreSQL reads an index for each kind of condition and for the order of a page. ADR 15 has the same with 100,000 customers.</summary>
public sealed class SearchPlanTests() : StorageTests("postgres")
{
    private const int Customers = 10_000;

    private readonly PlanReader plans = new("EXPLAIN");

    [Fact]
    public async Task Equality_prefix_part_and_order_read_indexes()
    {
        await FillAsync();

        await AssertReadsAsync("ix_customer_search_name", new Text(TextField.Name, TextMatch.Equal, "name 77"));
        await AssertReadsAsync("ix_customer_search_email", new Text(TextField.Email, TextMatch.Prefix, "c777"));
        await AssertReadsAsync("ix_customer_search_text", new Text(TextField.Name, TextMatch.Part, "ame 777"));
        await AssertReadsAsync("ix_customer_search_text", new Text(TextField.Identifier, TextMatch.Part, "id-777"));
        await AssertReadsAsync("ix_customer_search_text", new Some([new Text(TextField.Any, TextMatch.Part, "ame 777"), new Text(TextField.Identifier, TextMatch.Part, "ame 777")]));
        await AssertReadsAsync("pk_customer_terms", new Tagged("tag 77"));
        await AssertReadsAsync("ix_customer_terms_number", new AttributeNumber("n", Comparison.Greater, 9_990));
        await AssertReadsAsync("ix_customers_updated_at", new Time(TimeField.UpdatedAt, Comparison.Greater, DateTimeOffset.UnixEpoch.AddSeconds(9_990)));
        await AssertReadsAsync("ix_customer_search_created_at", None);
        foreach (var isDescending in new[] { false, true })
        {
            await AssertReadsAsync("ix_customer_search_name", None, new CustomerOrder(SortField.Name, isDescending));
            await AssertReadsAsync("ix_customer_search_last_seen_at", None, new CustomerOrder(SortField.LastSeenAt, isDescending));
            await AssertReadsAsync("ix_customers_updated_at", None, new CustomerOrder(SortField.UpdatedAt, isDescending));
        }
    }

    private async Task AssertReadsAsync(string index, CustomerFilter filter, params CustomerOrder[] order)
    {
        await using var db = OpenContext();
        plans.Plans.Clear();
        var rows = db.CustomerSearches.Where(row => row.TenantId == DemoTenant.Id).Where(new CustomerConditions(db, DemoTenant.Id).Of(filter));

        Assert.NotEmpty(await CustomerStretch.FindIdsAsync(rows, order, 0, 20, CancellationToken.None));

        Assert.Contains($" {index} ", plans.Plans[0]);
    }

    private PostgresCustomerDbContext OpenContext()
    {
        using var db = Store.OpenContext();
        return new PostgresCustomerDbContext(new DbContextOptionsBuilder<PostgresCustomerDbContext>()
            .UseNpgsql(db.Database.GetConnectionString()).AddInterceptors(plans).Options);
    }

    private async Task FillAsync()
    {
        await using var db = Store.OpenContext();
        await db.Database.ExecuteSqlAsync(
            $$"""
            INSERT INTO customers (tenant_id, id, version, data, created_at, updated_at)
            SELECT {{DemoTenant.Id}}, md5(n::text)::uuid, 1, '{}', to_timestamp(n), to_timestamp(n) FROM generate_series(1, {{Customers}}) n
            """);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO customer_search (tenant_id, customer_id, created_at, last_seen_at, blocked, name, email, identifier, emails, phones, text, others)
            SELECT {DemoTenant.Id}, md5(n::text)::uuid, to_timestamp(n), to_timestamp(n), false, 'name ' || n, 'c' || n || '@example.com', 'id-' || n,
                'c' || n || '@example.com', '', 'name ' || n || E'\n' || 'c' || n || '@example.com', 'id-' || n
            FROM generate_series(1, {Customers}) n
            """);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO customer_terms (tenant_id, field, name, value, customer_id, number)
            SELECT {DemoTenant.Id}, 'tag', '', 'tag ' || n % 1000, md5(n::text)::uuid, NULL FROM generate_series(1, {Customers}) n
            UNION ALL SELECT {DemoTenant.Id}, 'attribute', 'n', n::text, md5(n::text)::uuid, n FROM generate_series(1, {Customers}) n
            """);
        await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE customers, customer_search, customer_terms");
    }
}
