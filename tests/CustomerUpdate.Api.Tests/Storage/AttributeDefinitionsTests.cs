using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Limits;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerUpdate.Api.Tests.Storage;

/// <summary>The definitions of custom attributes, as every contract that has some keeps them.</summary>
public abstract class AttributeDefinitionsTests
{
    private readonly HostUnderTest host;
    private readonly IAttributeDefinitions definitions;

    private protected AttributeDefinitionsTests(HostFixture fixture)
    {
        host = fixture.Host;
        definitions = host.Services.GetRequiredService<IAttributeDefinitions>();
    }

    [Fact]
    public async Task Are_listed_in_their_order_also_in_pages()
    {
        var tenant = await NewTenantAsync();
        foreach (var key in new[] { "c", "a", "b" })
        {
            await CreateAsync(tenant, "first", key);
        }

        await CreateAsync(tenant, "second", "a");

        var page = await definitions.ListAsync(tenant, "first", 1, 5, CancellationToken.None);
        Assert.Equal(["c", "a", "b"], (await definitions.ListAsync(tenant, "first", CancellationToken.None)).Select(one => one.Key));
        Assert.Equal(("a,b", 3), (string.Join(',', page.Items.Select(one => one.Key)), page.Total));
        Assert.Empty((await definitions.ListAsync(tenant, "first", 9, 5, CancellationToken.None)).Items);
    }

    [Fact]
    public async Task Are_taken_away_by_their_id_in_their_own_tenant_and_contract()
    {
        var tenant = await NewTenantAsync();
        var made = Made(await CreateAsync(tenant, "first", "a"));

        Assert.Equal(FailureKind.NotFound, Kind(await DeleteAsync(tenant, "second", made.Id)));
        Assert.Equal(FailureKind.NotFound, Kind(await DeleteAsync(await NewTenantAsync(), "first", made.Id)));
        Assert.Equal(made, Made(await DeleteAsync(tenant, "first", made.Id)));
        Assert.Equal(FailureKind.NotFound, Kind(await DeleteAsync(tenant, "first", made.Id)));
        Assert.Empty(await definitions.ListAsync(tenant, "first", CancellationToken.None));
    }

    [Fact]
    public async Task Of_those_who_make_some_at_the_same_time_as_many_succeed_as_there_may_be()
    {
        var tenant = await NewTenantAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => Task.Run(() => CreateAsync(tenant, "first", $"key-{number}", 3))));

        Assert.Equal(3, results.Count(result => !result.TryFailure(out _, out _)));
        Assert.Equal(3, (await definitions.ListAsync(tenant, "first", CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Of_those_who_define_one_key_at_the_same_time_one_succeeds()
    {
        var tenant = await NewTenantAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => CreateAsync(tenant, "first", "key"))));

        Assert.Single(results, result => !result.TryFailure(out _, out _));
        Assert.All(results.Where(result => result.TryFailure(out _, out _)), result => Assert.Equal(FailureKind.Taken, Kind(result)));
    }

    [Fact]
    public async Task Are_nobodys_where_the_tenant_is_gone() =>
        Assert.Equal(FailureKind.NotFound, Kind(await CreateAsync(Guid.NewGuid(), "first", "key")));

    private static AttributeDefinition Made(Result<AttributeDefinition> result) =>
        result.Match(made => made, failure => throw new InvalidOperationException($"{failure.Kind}"));

    private static FailureKind? Kind(Result<AttributeDefinition> result) => result.TryFailure(out _, out var failure) ? failure.Kind : null;

    private async Task<Guid> NewTenantAsync() => (await LimitedTenant.CreateAsync(host)).Tenant.Tenant.Id;

    private Task<Result<AttributeDefinition>> CreateAsync(Guid tenant, string contract, string key, int? maximum = null) => definitions.CreateAsync(
        tenant, contract, new NewAttributeDefinition(key, $"The {key}", "text") { Maximum = maximum }, WriteTerms<AttributeDefinition>.Plain, CancellationToken.None);

    private Task<Result<AttributeDefinition>> DeleteAsync(Guid tenant, string contract, Guid id) =>
        definitions.DeleteAsync(tenant, contract, id, WriteTerms<AttributeDefinition>.Plain, CancellationToken.None);
}

[Collection(PostgresTests.Name)]
public sealed class AttributeDefinitionsOnPostgres(PostgresHost host) : AttributeDefinitionsTests(host);

[Collection(SqliteTests.Name)]
public sealed class AttributeDefinitionsOnSqlite(SqliteHost host) : AttributeDefinitionsTests(host);
