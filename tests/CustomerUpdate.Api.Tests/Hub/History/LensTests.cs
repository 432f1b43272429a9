using CustomerUpdate.Api.Tests.Contracts;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Hub.History;

/// <summary>The customer through each contract's lens.</summary>
public abstract class LensTests(HostFixture fixture)
{
    private readonly HostUnderTest host = fixture.Host;
    private readonly HubCalls hub = new(fixture.Host);

    public static TheoryData<string> Contracts => [.. ContractCatalog.All.Select(entry => entry.Description.Name)];

    [Theory]
    [MemberData(nameof(Contracts))]
    public async Task A_lens_shows_to_the_byte_what_the_contracts_own_GET_answers(string name)
    {
        var contract = ContractsUnderTest.All.Single(contract => contract.Name == name);
        Customer[] customers =
        [
            await host.Customers.CreateAsync(),
            await host.Customers.CreateAsync(RichProfiles.Enrich),
            await host.Customers.CreateAsync(profile => new Profile { References = profile.References }),
        ];
        foreach (var customer in customers)
        {
            var own = await HubReply.OfAsync(await host.Client.SendAsync(contract.Show(customer)));

            var lens = await hub.GetAsync(customer, $"/as/{name}");

            Assert.Equal(200, lens.Status);
            Assert.Equal(own.ContentType, lens.ContentType);
            Assert.Equal(name == "trillet" ? own.Json.GetProperty("customer").GetRawText() : own.Body, lens.Body);
        }
    }

    [Fact]
    public async Task A_contract_that_is_none_and_a_customer_that_is_nobody_are_not_found()
    {
        var customer = await host.Customers.CreateAsync();

        Assert.Equal((404, "not-found"), (await hub.GetAsync(customer, "/as/zendesk")).Problem());
        Assert.Equal((404, "not-found"), (await hub.GetAsync(customer with { Id = Guid.NewGuid() }, "/as/trillet")).Problem());
        Assert.Equal((404, "not-found"), (await hub.GetAsync(customer, "/as/trillet", TestTenants.Other.Key("hub"))).Problem());
        Assert.Equal((401, "unauthorized"), (await hub.GetAsync(customer, "/as/trillet", "")).Problem());
    }

    [Fact]
    public async Task Those_who_may_only_read_may_look_through_it()
    {
        var customer = await host.Customers.CreateAsync();

        Assert.Equal(200, (await hub.GetAsync(customer, "/as/quentli", TestTenants.DemoReadOnly.Key("hub"))).Status);
    }

    [Fact]
    public async Task Another_method_is_refused_with_the_one_that_there_is()
    {
        var customer = await host.Customers.CreateAsync();

        var reply = await hub.SendAsync(HttpMethod.Delete, $"{HubCalls.PathOf(customer)}/as/trillet", null);

        Assert.Equal((405, "method-not-allowed"), reply.Problem());
        Assert.Equal("GET, HEAD", reply.Allow);
    }
}

[Collection(PostgresTests.Name)]
public sealed class LensesOnPostgres(PostgresHost host) : LensTests(host);

[Collection(SqliteTests.Name)]
public sealed class LensesOnSqlite(SqliteHost host) : LensTests(host);
