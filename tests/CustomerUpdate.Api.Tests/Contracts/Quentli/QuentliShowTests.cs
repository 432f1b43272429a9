using System.Text.Json;
using CustomerUpdate.Api.Tests.Hosting;

namespace CustomerUpdate.Api.Tests.Contracts.Quentli;

/// <summary>What Quentli's read of one customer does, over HTTP.</summary>
public abstract class QuentliShowTests(HostFixture fixture)
{
    private readonly HostUnderTest host = fixture.Host;
    private readonly QuentliUnderTest contract = new();

    [Fact]
    public async Task A_customer_is_shown_bare_with_the_published_members_in_the_published_order()
    {
        var answer = await host.Client.SendAsync(contract.Show(await host.Customers.CreateAsync()));

        var published = JsonDocument.Parse(QuentliWire.PublishedResponse).RootElement.GetProperty("customer");
        var shown = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(QuentliWire.NamesOf(published), QuentliWire.NamesOf(shown));
    }

    [Theory]
    [InlineData("cmunknown0000000000000000")]
    [InlineData("cus_123")]
    [InlineData("%20")]
    [InlineData("%F0%9F%98%80")]
    [InlineData("a%2Fb")]
    [InlineData("%FF")]
    public async Task Who_is_not_there_is_the_four_bytes_null(string reference) =>
        await AssertNullAsync(contract.Show(await host.Customers.CreateAsync(), reference: reference));

    [Fact]
    public async Task An_id_that_is_too_long_for_anybody_is_null() =>
        await AssertNullAsync(contract.Show(await host.Customers.CreateAsync(), reference: new string('a', 4000)));

    [Fact]
    public async Task An_id_is_matched_character_by_character()
    {
        var customer = await host.Customers.CreateAsync();

        await AssertNullAsync(contract.Show(customer, reference: customer.Profile.ReferenceOf("quentli")!.ToUpperInvariant()));
    }

    [Fact]
    public async Task Another_organizations_customer_is_null()
    {
        var customer = await host.Customers.CreateAsync();

        await AssertNullAsync(contract.Show(customer, key: TestTenants.Other.Key("quentli"), tenant: TestTenants.Other));
    }

    [Fact]
    public async Task A_read_needs_a_key_even_for_nobody()
    {
        var answer = await host.Client.SendAsync(contract.Show(await host.Customers.CreateAsync(), key: "", reference: contract.UnknownReference));

        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Equal("UNAUTHORIZED", JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString());
    }

    private async Task AssertNullAsync(HttpRequestMessage request)
    {
        var answer = await host.Client.SendAsync(request);

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("null"u8.ToArray(), await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
    }
}

[Collection(PostgresTests.Name)]
public sealed class QuentliShowOnPostgres(PostgresHost host) : QuentliShowTests(host);

[Collection(SqliteTests.Name)]
public sealed class QuentliShowOnSqlite(SqliteHost host) : QuentliShowTests(host);
