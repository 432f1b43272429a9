using System.Text.Json.Nodes;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Hostile;

/// <summary>
/// Every route of the host, walked with keys that open nothing of a customer's: nothing is read, nothing is written, and an answer about
/// somebody else's customer is that about nobody.
/// </summary>
public abstract class IsolationTests(HostFixture fixture)
{
    private const string Mark = "Zquillfeather";

    private readonly HostUnderTest host = fixture.Host;

    [Fact]
    public async Task Another_tenants_key_finds_nobody()
    {
        var victim = await VictimAsync();
        var before = await CanonicalAsync(victim);
        foreach (var route in RouteWalk.OfVendors(host))
        {
            var reference = victim.Profile.ReferenceOf(route.Contract)!;
            var key = TestTenants.Other.Key(route.Contract);

            var (status, body) = await SendAsync(route.Request(TestTenants.Other.Subject(key, reference)));
            var (unknownStatus, unknownBody) = await SendAsync(route.Request(TestTenants.Other.Subject(key, Nobody(reference))));
            var (foreignStatus, foreignBody) = await SendAsync(route.Request(TestTenants.Demo.Subject(key, reference)));

            var isAboutSomebody = route.Example(TestTenants.Other.Subject(key, reference)) != route.Example(TestTenants.Other.Subject(key, Nobody(reference)));
            Assert.True(status == unknownStatus || !isAboutSomebody, $"{route} tells somebody ({status}) from nobody ({unknownStatus}): {body}");
            Assert.True(status < 400 || !isAboutSomebody || Same(body, unknownBody, reference), $"{route}: {body}");
            Assert.False(Knows(body), $"{route}: {body}");
            Assert.False(Knows(foreignBody), $"{route}: {foreignBody}");
            Assert.True(foreignStatus < 500, $"{route}: {foreignStatus}");
            Assert.Equal(before, await CanonicalAsync(victim));
        }
    }

    [Fact]
    public async Task A_key_of_another_contract_opens_nothing()
    {
        var victim = await VictimAsync();
        var before = await CanonicalAsync(victim);
        foreach (var route in RouteWalk.OfVendors(host))
        {
            foreach (var other in ContractCatalog.All.Select(entry => entry.Description.Name).Append("hub").Where(name => name != route.Contract))
            {
                var subject = TestTenants.Demo.Subject(TestTenants.Demo.Key(other), victim.Profile.ReferenceOf(route.Contract)!);

                var (status, body) = await SendAsync(route.Request(subject));

                Assert.True(status is 400 or 401 && !Knows(body), $"{route} with a key of {other}: {status} {body}");
            }

            Assert.Equal(before, await CanonicalAsync(victim));
        }
    }

    [Fact]
    public async Task The_hub_knows_no_tenant_but_the_keys()
    {
        var victim = await VictimAsync();
        var before = await CanonicalAsync(victim);
        foreach (var route in RouteWalk.OfHub(host, victim.TenantId))
        {
            var isOperators = !route.Pattern.Contains("{tenantId}", StringComparison.Ordinal);
            var own = TestTenants.Other.Subject(TestTenants.Other.Key("hub"), $"{victim.Id}");

            var (status, body) = await SendAsync(route.Request(own));

            Assert.True(status == (isOperators ? 403 : 404) && !Knows(body), $"{route}: {status} {body}");
            foreach (var contract in ContractCatalog.All.Select(entry => entry.Description.Name))
            {
                var (refused, _) = await SendAsync(route.Request(own with { Key = TestTenants.Demo.Key(contract) }));
                Assert.True(refused == 401, $"{route} with a key of {contract}: {refused}");
            }

            Assert.Equal(before, await CanonicalAsync(victim));
        }
    }

    [Fact]
    public async Task Where_there_is_no_route_there_is_nothing_for_anybody()
    {
        var victim = await VictimAsync();
        var before = await CanonicalAsync(victim);
        foreach (var route in RouteWalk.OfRefusals(host, victim.TenantId))
        {
            var reference = route.Contract == "hub" ? $"{victim.Id}" : victim.Profile.ReferenceOf(route.Contract)!;

            var (status, body) = await SendAsync(route.Request(TestTenants.Demo.Subject(TestTenants.Demo.Key(route.Contract), reference)));
            var (foreignStatus, foreignBody) = await SendAsync(route.Request(TestTenants.Demo.Subject(TestTenants.Other.Key(route.Contract), reference)));

            Assert.True(status is 404 or 405 && status == foreignStatus, $"{route}: {status}, and {foreignStatus} with another tenant's key");
            Assert.True(!Knows(body) && Plain(body) == Plain(foreignBody), $"{route}: {body} {foreignBody}");
        }

        Assert.Equal(before, await CanonicalAsync(victim));
    }

    [Fact]
    public async Task A_slash_at_the_end_of_a_path_opens_nothing()
    {
        var victim = await VictimAsync();
        var before = await CanonicalAsync(victim);
        foreach (var route in RouteWalk.OfVendors(host))
        {
            var reference = victim.Profile.ReferenceOf(route.Contract)!;
            foreach (var key in new[] { TestTenants.Other.Key(route.Contract), TestTenants.Demo.Key("hub") })
            {
                var example = route.Example(TestTenants.Demo.Subject(key, reference));
                var (path, query) = example.Path.Split('?', 2) is [var only, var rest] ? (only, $"?{rest}") : (example.Path, "");

                var (status, body) = await SendAsync(WalkedRoute.ToMessage(example with { Path = $"{path}/{query}" }));

                Assert.True(status < 500 && !Knows(body), $"{route} with a slash: {status} {body}");
            }
        }

        Assert.Equal(before, await CanonicalAsync(victim));
    }

    private static bool Knows(string body) => body.Contains(Mark, StringComparison.OrdinalIgnoreCase);

    // But for the words in which each repeats whom it was asked about, and its own name.
    private static bool Same(string body, string other, string reference) =>
        Plain(body.Replace(reference, Nobody(reference), StringComparison.Ordinal)) == Plain(other);

    private static string Plain(string body)
    {
        if (body.Length == 0 || JsonNode.Parse(body) is not JsonObject json)
        {
            return body;
        }

        json.Remove("logRef");
        return json.ToJsonString();
    }

    private static string Nobody(string reference) =>
        reference.All(char.IsAsciiDigit) ? "99999999" : reference[..^6] + "ffffff";

    private async Task<Customer> VictimAsync() => await host.Customers.CreateAsync(profile => profile with
    {
        Name = PersonName.None with { Full = Mark },
        Username = $"{Mark}-{Guid.NewGuid():N}",
        JobTitle = Mark,
        Tags = [Mark],
        CustomAttributes = ValueMap<BagValue>.Of([new(Mark, BagValue.Of(Mark))]),
    });

    private async Task<string> CanonicalAsync(Customer customer)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/hub/v1/tenants/{customer.TenantId}/customers/{customer.Id}");
        request.Headers.Add("Authorization", $"Bearer {HostUnderTest.OperatorKey}");
        var (status, body) = await SendAsync(request);
        Assert.Equal(200, status);
        return body;
    }

    private async Task<(int Status, string Body)> SendAsync(HttpRequestMessage request)
    {
        var answer = await host.Client.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}

[Collection(PostgresTests.Name)]
public sealed class IsolationOnPostgres(PostgresHost host) : IsolationTests(host);

[Collection(SqliteTests.Name)]
public sealed class IsolationOnSqlite(SqliteHost host) : IsolationTests(host);
