using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Contracts.HelpScout;

/// <summary>A customer is erased for good.</summary>
public abstract class HelpScoutEraseTests
{
    private readonly HostUnderTest host;
    private readonly HelpScoutHttp http;

    private protected HelpScoutEraseTests(HostFixture fixture)
    {
        host = fixture.Host;
        http = new HelpScoutHttp(host);
    }

    [Theory]
    [InlineData("", 204)]
    [InlineData("?async=false", 204)]
    [InlineData("?async=", 204)]
    [InlineData("?async=true", 202)]
    [InlineData("?soon=true", 204)]
    public async Task A_customer_is_gone_for_every_contract_when_the_answer_comes(string query, int status)
    {
        var customer = await http.CreateAsync();

        var answer = await DeleteAsync(customer, query);

        Assert.Equal((status, null, ""), (answer.Status, answer.ContentType, answer.Body));
        Assert.Equal(404, (await http.GetAsync(customer)).Status);
        Assert.Equal(404, (await DeleteAsync(customer)).Status);
        Assert.Null(await host.Customers.FindAsync(CustomerKey.Reference("chatwoot", customer.Profile.ReferenceOf("chatwoot")!)));
    }

    [Fact]
    public async Task However_many_conversations_it_had()
    {
        var bag = ValueMap<BagValue>.Of([new("conversationCount", BagValue.Of(System.Text.Json.JsonSerializer.SerializeToElement(101)))]);
        var customer = await http.CreateAsync(profile => profile with { Vendor = ValueMap<ValueMap<BagValue>>.Of([new("helpscout", bag)]) });

        Assert.Equal(204, (await DeleteAsync(customer)).Status);
    }

    [Fact]
    public async Task What_cannot_be_meant_is_refused()
    {
        var customer = await http.CreateAsync();

        var answer = await DeleteAsync(customer, "?async=maybe");

        Assert.Equal(400, answer.Status);
        Assert.Equal([("async", "Expected one of these: 'true', 'false'")], answer.Errors);
        Assert.Equal(404, (await http.SendAsync(HttpMethod.Delete, "/v2/customers/none")).Status);
        Assert.Equal(412, (await DeleteAsync(customer, alter: request => request.Headers.TryAddWithoutValidation("If-Match", "\"9-helpscout\""))).Status);
        Assert.Equal(403, (await DeleteAsync(customer, alter: request => Show(request, TestTenants.DemoReadOnly.Key("helpscout")))).Status);
        Assert.Equal(404, (await DeleteAsync(customer, alter: request => Show(request, TestTenants.Other.Key("helpscout")))).Status);
        Assert.Equal(200, (await http.GetAsync(customer)).Status);
    }

    private static void Show(HttpRequestMessage request, string token)
    {
        request.Headers.Remove("Authorization");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
    }

    private Task<HelpScoutAnswer> DeleteAsync(Customer customer, string query = "", Action<HttpRequestMessage>? alter = null) =>
        http.SendAsync(HttpMethod.Delete, $"/v2/customers/{customer.Profile.ReferenceOf("helpscout")}{query}", null, alter);
}

[Collection(PostgresTests.Name)]
public sealed class HelpScoutEraseTestsOnPostgres(PostgresHost host) : HelpScoutEraseTests(host);

[Collection(SqliteTests.Name)]
public sealed class HelpScoutEraseTestsOnSqlite(SqliteHost host) : HelpScoutEraseTests(host);
