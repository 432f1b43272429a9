using System.Text.Json.Nodes;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Api.Tests.Databases;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Hostile;

/// <summary>Recognisable secrets and personal data, through every route: none of them is in what the host has logged.</summary>
public sealed class LoggedSecretsTests
{
    private const string Mark = "Zquillfeather";

    [Theory]
    [InlineData(PostgresDatabase.Engine)]
    [InlineData(SqliteDatabase.Engine)]
    public async Task No_line_holds_a_key_a_code_or_anything_of_a_person(string engine)
    {
        await using var host = await HostUnderTest.StartAsync(engine);
        var tenant = TestTenants.Demo;
        var sent = 0;
        foreach (var route in RouteWalk.OfVendors(host).Concat(RouteWalk.OfHub(host, tenant.Tenant.Id)))
        {
            var customer = await PersonAsync(host);
            var reference = route.Contract == "hub" ? $"{customer.Id}" : customer.Profile.ReferenceOf(route.Contract)!;
            foreach (var key in new[] { tenant.Key(route.Contract), HostUnderTest.OperatorKey, $"{Mark}-key" })
            {
                var example = route.Example(tenant.Subject(key, reference));
                if (Deletes(example, tenant.Tenant.Id))
                {
                    continue; // the tenant is needed to the end
                }

                foreach (var variant in new[] { example, example with { Body = Marked(example.Body) }, example with { Path = WithQuery(example.Path) } })
                {
                    var request = WalkedRoute.ToMessage(variant);
                    request.Headers.TryAddWithoutValidation("Idempotency-Key", $"{Mark}-{sent++}");
                    request.Headers.TryAddWithoutValidation("X-Customer-Otp", $"{Mark}-code");
                    using var answer = await host.Client.SendAsync(request);
                    Assert.True((int)answer.StatusCode < 500, $"{route}: {(int)answer.StatusCode}");
                }
            }
        }

        string[] secrets = [Mark, HostUnderTest.OperatorKey, .. ContractCatalog.All.Select(entry => tenant.Key(entry.Description.Name)), tenant.Key("hub")];
        Assert.NotEmpty(host.Log.Lines);
        Assert.All(host.Log.Lines, line =>
            Assert.DoesNotContain(secrets, secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    private static bool Deletes(RequestExample example, Guid tenantId) =>
        example.Method == "DELETE" && example.Path.EndsWith($"/tenants/{tenantId}", StringComparison.Ordinal);

    private static string WithQuery(string path) => $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}q={Mark}&query={Mark}&email={Mark}%40example.com";

    private static string Marked(string body) => body.Length == 0 ? "" : Marked(JsonNode.Parse(body.Split('\n')[0].StartsWith('{') && body.Contains("}\n{", StringComparison.Ordinal) ? body.Split('\n')[0] : body))!.ToJsonString();

    private static JsonNode? Marked(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Marked(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Marked)]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create($"{Mark} {text}"),
        _ => node?.DeepClone(),
    };

    private static Task<Customer> PersonAsync(HostUnderTest host) => host.Customers.CreateAsync(profile => profile with
    {
        Name = PersonName.None with { Full = Mark },
        Username = $"{Mark}-{Guid.NewGuid():N}",
        Background = Mark,
        CustomAttributes = ValueMap<BagValue>.Of([new(Mark, BagValue.Of(Mark))]),
    });
}
