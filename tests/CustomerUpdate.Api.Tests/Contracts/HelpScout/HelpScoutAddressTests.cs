using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;
using static CustomerUpdate.Api.Tests.Contracts.HelpScout.HelpScoutCalls;

namespace CustomerUpdate.Api.Tests.Contracts.HelpScout;

/// <summary>The address of a customer as a resource of its own.</summary>
public abstract class HelpScoutAddressTests
{
    private const string Dallas = """{"city":"Dallas","state":"TX","postalCode":"74206","country":"US","lines":["123 West Main St","Suite 123"]}""";
    private const string London = """{"city":"London","state":"England","postalCode":"SW1","country":"GB"}""";

    private readonly HostUnderTest host;
    private readonly HelpScoutCalls calls;

    private protected HelpScoutAddressTests(HostFixture fixture)
    {
        host = fixture.Host;
        calls = ByDemo(host);
    }

    [Fact]
    public async Task An_address_is_made_shown_written_and_deleted()
    {
        var customer = await calls.CreateAsync();
        var path = PathOf(customer, "/address");

        var none = await calls.GetAsync(path);
        var made = await calls.SendAsync(HttpMethod.Post, path, Dallas);
        var shown = await calls.GetAsync($"{path}/");
        var written = await calls.SendAsync(HttpMethod.Put, path, London);
        var stored = await calls.StoredAsync(customer);
        var deleted = await calls.SendAsync(HttpMethod.Delete, path);
        var again = await calls.SendAsync(HttpMethod.Delete, path);

        var self = $"{host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)}{path}";
        Assert.Equal((404, 201, 200, 204, 204, 404), (none.Status, made.Status, shown.Status, written.Status, deleted.Status, again.Status));
        Assert.Equal(("", self), (made.Body, made.Header("Location")));
        Assert.False(made.Http.Headers.Contains("Resource-ID"));
        Assert.Equal("application/hal+json;charset=UTF-8", shown.ContentType);
        Assert.Equal($$$$"""{{{{Dallas[..^1]}}}},"_links":{"self":{"href":"{{{{self}}}}"}}}""", shown.Body);
        Assert.Equal(new Address { City = "London", State = "England", PostalCode = "SW1", Country = "GB" }, stored.Address);
        Assert.Null((await calls.StoredAsync(customer)).Address);
    }

    [Fact]
    public async Task A_second_address_is_a_conflict_and_writes_nothing()
    {
        var customer = await calls.CreateAsync(profile => profile with { Address = new Address { City = "Paris" } });

        var answer = await calls.SendAsync(HttpMethod.Post, PathOf(customer, "/address"), Dallas);

        Assert.Equal((409, "The customer already has an address"), (answer.Status, answer.Message));
        Assert.Equal(customer.Profile, await calls.StoredAsync(customer));
    }

    [Fact]
    public async Task What_is_not_known_of_an_address_is_left_out()
    {
        var customer = await calls.CreateAsync(profile => profile with { Address = new Address { City = "Paris" } });

        Assert.StartsWith("""{"city":"Paris","lines":[],"_links":""", (await calls.GetAsync(PathOf(customer, "/address"))).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writing_an_address_that_is_not_there_makes_it()
    {
        var customer = await calls.CreateAsync();

        Assert.Equal(204, (await calls.SendAsync(HttpMethod.Put, PathOf(customer, "/address"), Dallas)).Status);
        Assert.Equal("Dallas", (await calls.StoredAsync(customer)).Address?.City);
    }

    [Theory]
    [InlineData("{}", "city may not be empty", "state may not be empty", "postalCode may not be empty", "country may not be empty")]
    [InlineData(
        """{"city":1,"state":"TX","postalCode":null,"country":"","lines":"x"}""",
        "city Expected a string", "postalCode may not be empty", "country may not be empty", "lines Expected an array of strings")]
    [InlineData("""{"city":"a","state":"b","postalCode":"c","country":"d","lines":["x",null]}""", "lines[1] Expected a string")]
    [InlineData("""{"city":"a","state":"b","postalCode":"c","country":"d","lines":[1]}""", "lines Expected an array of strings")]
    [InlineData("[]", "{} Expected an object")]
    public async Task A_bad_address_is_refused_with_all_that_is_wrong(string body, params string[] errors)
    {
        var customer = await calls.CreateAsync();

        var made = await calls.SendAsync(HttpMethod.Post, PathOf(customer, "/address"), body);
        var written = await calls.SendAsync(HttpMethod.Put, PathOf(customer, "/address"), body);

        Assert.All([made, written], answer =>
        {
            Assert.Equal(400, answer.Status);
            Assert.Equal(errors, answer.Errors.Select(error => $"{error.Path} {error.Message}"));
        });
        Assert.Equal(customer.Profile, await calls.StoredAsync(customer));
    }

    [Fact]
    public async Task The_address_of_nobody_or_of_another_tenants_customer_is_not_found_and_a_reader_may_not_write()
    {
        var foreign = await host.Customers.CreateAsync(TestTenants.Other);
        var customer = await calls.CreateAsync();
        var reader = calls with { Token = TestTenants.DemoReadOnly.Key("helpscout") };

        Assert.Equal(404, (await calls.SendAsync(HttpMethod.Post, PathOf(foreign, "/address"), Dallas)).Status);
        Assert.Equal(404, (await calls.SendAsync(HttpMethod.Put, "/v2/customers/99999999/address", Dallas)).Status);
        Assert.Equal(403, (await reader.SendAsync(HttpMethod.Put, PathOf(customer, "/address"), Dallas)).Status);
        Assert.Null((await calls.StoredAsync(foreign)).Address);
    }
}

[Collection(PostgresTests.Name)]
public sealed class HelpScoutAddressesOnPostgres(PostgresHost host) : HelpScoutAddressTests(host);

[Collection(SqliteTests.Name)]
public sealed class HelpScoutAddressesOnSqlite(SqliteHost host) : HelpScoutAddressTests(host);
