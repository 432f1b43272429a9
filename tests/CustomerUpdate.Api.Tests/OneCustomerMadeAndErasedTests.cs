using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using CustomerUpdate.Api.Tests.Contracts;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Hub.Customers;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests;

/// <summary>Whatever one contract makes or erases, the others see.</summary>
public abstract class OneCustomerMadeAndErasedTests(HostFixture fixture)
{
    private readonly HostUnderTest host = fixture.Host;
    private readonly CustomerRoutes hub = new(fixture.Host, TestTenants.Demo);

    /// <summary>How each contract makes a customer with an address, where it can.</summary>
    private static readonly Dictionary<string, (string Path, Func<string, string> Body)> Creations = new()
    {
        ["quentli"] = ("/v1/customers", email => $$"""{ "input": { "name": "Made", "email": "{{email}}" } }"""),
        ["helpscout"] = ("/v2/customers", email => $$"""{ "firstName": "Made", "emails": [ { "type": "work", "value": "{{email}}" } ] }"""),
        ["chatwoot"] = ("/api/v1/accounts/1/contacts", email => $$"""{ "name": "Made", "email": "{{email}}" }"""),
        ["insighto"] = ($"/api/v1/contact?api_key={TestTenants.Demo.Key("insighto")}", email => $$"""{ "first_name": "Made", "email": "{{email}}" }"""),
    };

    /// <summary>How each contract erases a customer, where it can.</summary>
    private static readonly Dictionary<string, Func<Customer, string>> Erasures = new()
    {
        ["helpscout"] = customer => $"/v2/customers/{customer.Profile.ReferenceOf("helpscout")}",
        ["chatwoot"] = customer => $"/api/v1/accounts/1/contacts/{customer.Profile.ReferenceOf("chatwoot")}",
        ["insighto"] = customer => $"/api/v1/contact/{customer.Profile.ReferenceOf("insighto")}?api_key={TestTenants.Demo.Key("insighto")}",
    };

    [Fact]
    public async Task Who_is_made_through_one_has_an_id_in_the_others()
    {
        foreach (var (contract, (path, body)) in Creations)
        {
            var email = $"{hub.Unique(contract)}@example.com";

            var made = await SendAsync(contract, HttpMethod.Post, path, body(email));

            Assert.True(made.IsSuccessStatusCode, $"{contract}: {await made.Content.ReadAsStringAsync()}");
            var customer = await host.Customers.FindAsync(new CustomerKey(CustomerKey.EmailKind, email));
            Assert.NotNull(customer);
            Assert.All(Creations.Keys, other => Assert.NotNull(customer.Profile.ReferenceOf(other)));
            foreach (var reader in ContractsUnderTest.All.Where(reader => reader.Name != "trillet"))
            {
                var shown = await host.Client.SendAsync(reader.Show(customer));
                Assert.Contains(email, await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Who_is_erased_through_one_is_nobody_in_all()
    {
        foreach (var (contract, path) in Erasures)
        {
            var customer = await host.Customers.CreateAsync();

            var erased = await SendAsync(contract, HttpMethod.Delete, path(customer), null);

            Assert.True(erased.IsSuccessStatusCode, $"{contract}: {await erased.Content.ReadAsStringAsync()}");
            foreach (var reader in ContractsUnderTest.All)
            {
                var shown = await host.Client.SendAsync(reader.Show(customer));
                var body = await shown.Content.ReadAsStringAsync();
                Assert.True(reader.Name == "quentli" ? body == "null" : (int)shown.StatusCode == 404, $"{reader.Name}: {body}");
            }

            var canonical = await hub.ShowAsync($"{customer.Id}");
            Assert.Equal(404, canonical.Status);
        }
    }

    private Task<HttpResponseMessage> SendAsync(string contract, HttpMethod method, string path, string? body)
    {
        var request = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : new StringContent(JsonNode.Parse(body)!.ToJsonString(), new MediaTypeHeaderValue("application/json")),
        };
        request.Headers.TryAddWithoutValidation(
            contract == "chatwoot" ? "api_access_token" : "Authorization",
            contract == "chatwoot" ? TestTenants.Demo.Key(contract) : $"Bearer {TestTenants.Demo.Key(contract)}");
        return host.Client.SendAsync(request);
    }
}

[Collection(PostgresTests.Name)]
public sealed class OneCustomerMadeAndErasedOnPostgres(PostgresHost host) : OneCustomerMadeAndErasedTests(host);

[Collection(SqliteTests.Name)]
public sealed class OneCustomerMadeAndErasedOnSqlite(SqliteHost host) : OneCustomerMadeAndErasedTests(host);
