using System.Data.Common;
using CustomerUpdate.Api.Storage.Demo;
using CustomerUpdate.Core.Updates;
using Microsoft.EntityFrameworkCore;

namespace CustomerUpdate.Api.Tests.Storage;

public sealed class SchemaTestsOnPostgres() : SchemaTests("postgres", "SELECT conname FROM pg_constraint UNION SELECT indexname FROM pg_indexes")
{
    [Fact]
    public async Task Parts_of_texts_have_an_index_where_the_extension_may_be_created() =>
        Assert.Equal(["ix_customer_search_text"], await ReadTextsAsync("SELECT indexname FROM pg_indexes WHERE indexdef LIKE '%gin_trgm_ops%'"));
}

public sealed class SchemaTestsOnSqlite() : SchemaTests("sqlite", "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
{
    [Theory]
    [InlineData("PRAGMA journal_mode", "wal")]
    [InlineData("PRAGMA foreign_keys", "1")]
    public async Task The_file_is_opened_as_it_should_be(string pragma, string expected) =>
        Assert.Equal([expected], await ReadTextsAsync(pragma));
}

/// <summary>The tables themselves, and the demo tenant in them.</summary>
public abstract class SchemaTests(string engine, string names) : StorageTests(engine)
{
    [Theory]
    [InlineData("pk_tenants")]
    [InlineData("ux_tenants_workspace_id")]
    [InlineData("ux_tenants_account_id")]
    [InlineData("ux_tenants_organization_id")]
    [InlineData("pk_api_keys")]
    [InlineData("ux_api_keys_hash")]
    [InlineData("ux_api_keys_client_id")]
    [InlineData("ix_api_keys_tenant_id")]
    [InlineData("fk_api_keys_tenants")]
    [InlineData("pk_customers")]
    [InlineData("fk_customers_tenants")]
    [InlineData("pk_customer_keys")]
    [InlineData("fk_customer_keys_customers")]
    [InlineData("ix_customer_keys_customer")]
    [InlineData("ix_customers_updated_at")]
    [InlineData("pk_customer_search")]
    [InlineData("fk_customer_search_customers")]
    [InlineData("ix_customer_search_created_at")]
    [InlineData("ix_customer_search_last_seen_at")]
    [InlineData("ix_customer_search_name")]
    [InlineData("ix_customer_search_first_name")]
    [InlineData("ix_customer_search_last_name")]
    [InlineData("ix_customer_search_email")]
    [InlineData("ix_customer_search_phone")]
    [InlineData("ix_customer_search_company")]
    [InlineData("ix_customer_search_city")]
    [InlineData("ix_customer_search_country")]
    [InlineData("ix_customer_search_identifier")]
    [InlineData("pk_customer_terms")]
    [InlineData("fk_customer_terms_customers")]
    [InlineData("ix_customer_terms_customer")]
    [InlineData("ix_customer_terms_number")]
    [InlineData("pk_customer_avatars")]
    [InlineData("fk_customer_avatars_customers")]
    [InlineData("pk_attribute_definitions")]
    [InlineData("ux_attribute_definitions_key")]
    [InlineData("fk_attribute_definitions_tenants")]
    [InlineData("pk_access_tokens")]
    [InlineData("ux_access_tokens_hash")]
    [InlineData("fk_access_tokens_api_keys")]
    [InlineData("pk_customer_changes")]
    [InlineData("fk_customer_changes_tenants")]
    [InlineData("pk_authorization_codes")]
    [InlineData("ix_authorization_codes_key_id")]
    [InlineData("fk_authorization_codes_api_keys")]
    [InlineData("pk_otp_challenges")]
    [InlineData("fk_otp_challenges_customers")]
    [InlineData("pk_inboxes")]
    [InlineData("fk_inboxes_tenants")]
    [InlineData("pk_counters")]
    [InlineData("fk_counters_tenants")]
    public async Task Constraints_and_indexes_have_names(string name) =>
        Assert.Contains(await ReadTextsAsync(names), text => text == name || text.Contains($"\"{name}\"", StringComparison.Ordinal));

    [Fact]
    public async Task The_store_is_ready_once_it_is_migrated()
    {
        Assert.True(await Store.Schema.IsReadyAsync(CancellationToken.None));
        Assert.True(await AddHost().Schema.IsReadyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task The_store_is_not_ready_any_more_when_its_tables_are_gone()
    {
        Assert.True(await Store.Schema.IsReadyAsync(CancellationToken.None));
        await using var db = Store.OpenContext();
        await db.Database.ExecuteSqlAsync($"""DROP TABLE "__EFMigrationsHistory" """);

        Assert.False(await Store.Schema.IsReadyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task What_the_database_lacks_is_told_from_an_error_of_ours()
    {
        Assert.Equal(FailureKind.Busy, await KindOfAsync("SELECT 1 FROM no_such_table"));
        Assert.Equal(FailureKind.Busy, await KindOfAsync("SELECT no_such_column FROM tenants"));
        Assert.Null(await KindOfAsync("SELECT FROM WHERE"));

        async Task<FailureKind?> KindOfAsync(string statement) =>
            Store.Faults.KindOf((await Record.ExceptionAsync(() => ReadTextsAsync(statement)))!);
    }

    [Fact]
    public async Task The_store_is_not_ready_while_a_migration_is_pending()
    {
        await using var db = Store.OpenContext();
        await db.Database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsHistory" """);

        Assert.False(await AddHost().Schema.IsReadyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task The_seed_is_what_it_says()
    {
        Assert.Equal(DemoCustomer.Customer((await Store.AliceAsync()).CreatedAt), await Store.AliceAsync());
        await using var db = Store.OpenContext();
        var tenant = (await db.Tenants.SingleAsync()).ToTenant();
        Assert.Equal(DemoTenant.Tenant(tenant.CreatedAt), tenant);
    }

    [Fact]
    public async Task Hosts_that_start_together_seed_once()
    {
        await using (var db = Store.OpenContext())
        {
            await db.CustomerChanges.ExecuteDeleteAsync();
            await db.CustomerKeys.ExecuteDeleteAsync();
            await db.Customers.ExecuteDeleteAsync();
            await db.Counters.ExecuteDeleteAsync();
            await db.AttributeDefinitions.ExecuteDeleteAsync();
            await db.Inboxes.ExecuteDeleteAsync();
            await db.ApiKeys.ExecuteDeleteAsync();
            await db.Tenants.ExecuteDeleteAsync();
        }

        var hosts = Enumerable.Range(0, 6).Select(_ => AddHost()).ToList();
        await Task.WhenAll(hosts.Select(host => Task.Run(() => host.Seed.SeedAsync(CancellationToken.None))));

        await using var after = Store.OpenContext();
        Assert.Equal((1, 2, 2), (await after.Tenants.CountAsync(), await after.Customers.CountAsync(), await after.CustomerChanges.CountAsync()));
    }

    protected async Task<IReadOnlyList<string>> ReadTextsAsync(string statement)
    {
        await using var db = Store.OpenContext();
        await db.Database.OpenConnectionAsync();
        await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = statement;
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync())
        {
            texts.Add($"{reader.GetValue(0)}");
        }

        return texts;
    }
}
