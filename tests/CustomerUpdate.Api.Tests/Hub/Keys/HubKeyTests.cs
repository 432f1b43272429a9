using System.Text;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerUpdate.Api.Tests.Hub.Keys;

[Collection(PostgresTests.Name)]
public sealed class HubKeysOnPostgres(PostgresHost host) : HubKeyTests(host);

[Collection(SqliteTests.Name)]
public sealed class HubKeysOnSqlite(SqliteHost host) : HubKeyTests(host);

/// <summary>Keys are made in their contract's form, shown once, listed without secrets.</summary>
public abstract class HubKeyTests(HostFixture fixture)
{
    private readonly HostUnderTest host = fixture.Host;
    private readonly HubClient hub = new(fixture.Host);

    [Theory]
    [InlineData("trillet", "^[A-Za-z0-9]{40}$")]
    [InlineData("quentli", "^sk_[A-Za-z0-9]{43}$")]
    [InlineData("helpscout", "^[A-Za-z0-9]{43}$")]
    [InlineData("chatwoot", "^[A-Za-z0-9]{24}$")]
    [InlineData("insighto", "^in-[A-Za-z0-9_-]{43}$")]
    [InlineData("hub", "^cu_[A-Za-z0-9]{43}$")]
    public async Task A_key_has_its_contracts_form_and_opens_it(string contract, string form)
    {
        var tenant = await hub.NewTenantAsync();

        var made = await hub.NewKeyAsync(tenant, contract);
        var again = await hub.NewKeyAsync(tenant, contract);

        Assert.Matches(form, made.Text("key"));
        Assert.NotEqual(made.Text("key"), again.Text("key"));
        Assert.StartsWith(made.Text("prefix"), made.Text("key"), StringComparison.Ordinal);
        Assert.Equal("no-store", made.Message.Headers.CacheControl!.ToString());
        string[] members = ["id", "contract", "role", "name", "prefix", "key", "createdAt", "expiresAt"];
        Assert.Equal(contract == "helpscout" ? [.. members, "clientId", "clientSecret"] : members, made.Json.Select(member => member.Key));

        var identified = await host.Services.GetRequiredService<ICallers>()
            .IdentifyAsync(new Credential(contract, made.Text("key")), CancellationToken.None);
        Assert.Equal(made.Text("id"), identified.Match(caller => caller.KeyId.ToString(), failure => failure.Kind.ToString()));
    }

    [Fact]
    public async Task Keys_are_listed_without_their_secrets()
    {
        var tenant = await hub.NewTenantAsync();
        var made = await hub.PostAsync(
            $"{tenant}/keys", """{ "contract": "helpscout", "role": "admin", "name": "CRM", "expiresAt": "2030-01-02T05:04:05.6789+02:00" }""");

        var listed = await hub.GetAsync($"{tenant}/keys");

        Assert.Equal(
            $$"""
            {"items":[{"id":"{{made.Text("id")}}","contract":"helpscout","role":"admin","name":"CRM","prefix":"{{made.Text("prefix")}}","createdAt":"{{hub.Time()}}","expiresAt":"2030-01-02T03:04:05.678Z","lastUsedAt":null,"clientId":"{{made.Text("clientId")}}"}]}
            """,
            listed.Body);
        Assert.Equal("2030-01-02T03:04:05.678Z", made.Text("expiresAt"));
    }

    [Fact]
    public async Task Only_hashes_are_stored()
    {
        var tenant = await hub.NewTenantAsync();
        var made = await hub.NewKeyAsync(tenant, "helpscout");
        var code = await hub.PostAsync($"{tenant}/keys/{made.Text("id")}/authorization-codes");

        await using var db = await host.Services.GetRequiredService<IDbContextFactory<CustomerDbContext>>().CreateDbContextAsync();
        var key = await db.ApiKeys.SingleAsync(row => row.Id == Guid.Parse(made.Text("id")));
        var kept = await db.AuthorizationCodes.SingleAsync(row => row.KeyId == key.Id);

        Assert.Equal(Credential.HashOf(made.Text("key")), key.Hash);
        Assert.Equal(Credential.HashOf(made.Text("clientSecret")), key.ClientSecretHash);
        Assert.Equal(Credential.HashOf(code.Text("code")), kept.Hash);
        foreach (var secret in new[] { made.Text("key"), made.Text("clientSecret"), code.Text("code") })
        {
            Assert.DoesNotContain(secret, Encoding.Latin1.GetString(key.Hash), StringComparison.Ordinal);
            Assert.DoesNotContain(host.Log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("{}", "/contract required", "/name required", "/role required")]
    [InlineData("""{ "contract": "fax", "role": "owner", "name": "A" }""", "/contract invalid_value", "/role invalid_value")]
    [InlineData("""{ "contract": null, "role": 1, "name": [] }""", "/contract wrong_type", "/name wrong_type", "/role wrong_type")]
    [InlineData("""{ "contract": "hub", "role": "Read", "name": "A" }""", "/role invalid_value")]
    [InlineData("""{ "contract": "hub", "role": "read", "name": "A", "key": "mine" }""", "/key unknown_member")]
    [InlineData("""{ "contract": "hub", "role": "read", "name": "A", "expiresAt": "2026-01-02T03:04:05Z" }""", "/expiresAt in_the_past")]
    [InlineData("""{ "contract": "hub", "role": "read", "name": "A", "expiresAt": "tomorrow" }""", "/expiresAt invalid_value")]
    [InlineData("""{ "contract": "hub", "role": "read", "name": "A", "expiresAt": 1893456000 }""", "/expiresAt wrong_type")]
    public async Task Every_broken_rule_is_told_at_once(string body, params string[] expected)
    {
        var tenant = await hub.NewTenantAsync();

        var answer = await hub.PostAsync($"{tenant}/keys", body);

        Assert.Equal((400, "invalid"), (answer.Status, answer.Text("type")));
        Assert.Equal(expected, answer.Errors);
        Assert.Empty((await hub.GetAsync($"{tenant}/keys")).Items);
    }

    [Fact]
    public async Task A_revoked_key_is_refused_at_once_and_no_longer_listed()
    {
        var tenant = await hub.NewTenantAsync();
        var made = await hub.NewKeyAsync(tenant, "hub");
        var own = hub.As(made.Text("key"));
        Assert.Equal(200, (await own.GetAsync(tenant)).Status);

        var revoked = await hub.DeleteAsync($"{tenant}/keys/{made.Text("id")}");

        Assert.Equal((204, ""), (revoked.Status, revoked.Body));
        Assert.Equal(401, (await own.GetAsync(tenant)).Status);
        Assert.Empty((await hub.GetAsync($"{tenant}/keys")).Items);
        Assert.Equal(404, (await hub.DeleteAsync($"{tenant}/keys/{made.Text("id")}")).Status);
    }

    [Fact]
    public async Task A_key_of_another_tenant_is_not_there()
    {
        var (tenant, other) = (await hub.NewTenantAsync(), await hub.NewTenantAsync());
        var keyId = (await hub.NewKeyAsync(other, "helpscout")).Text("id");

        Assert.Equal(404, (await hub.DeleteAsync($"{tenant}/keys/{keyId}")).Status);
        Assert.Equal(404, (await hub.PostAsync($"{tenant}/keys/{keyId}/authorization-codes")).Status);
        Assert.Equal(404, (await hub.DeleteAsync($"{tenant}/keys/none")).Status);
        Assert.Equal(404, (await hub.PostAsync($"{tenant}/keys/none/authorization-codes")).Status);
        Assert.Single((await hub.GetAsync($"{other}/keys")).Items);
    }

    [Fact]
    public async Task An_authorization_code_lives_ten_minutes_and_is_for_contracts_with_a_token_endpoint()
    {
        var tenant = await hub.NewTenantAsync();
        var (key, plain) = (await hub.NewKeyAsync(tenant, "helpscout"), await hub.NewKeyAsync(tenant, "quentli"));

        var code = await hub.PostAsync($"{tenant}/keys/{key.Text("id")}/authorization-codes");
        var refused = await hub.PostAsync($"{tenant}/keys/{plain.Text("id")}/authorization-codes");

        Assert.Equal(201, code.Status);
        Assert.Equal(["code", "expiresAt"], code.Json.Select(member => member.Key));
        Assert.Matches("^[A-Za-z0-9]{32}$", code.Text("code"));
        Assert.Equal(hub.Time(TimeSpan.FromMinutes(10)), code.Text("expiresAt"));
        Assert.Equal("no-store", code.Message.Headers.CacheControl!.ToString());
        Assert.Equal(400, refused.Status);
        Assert.Equal([" wrong_contract"], refused.Errors);
    }

    [Fact]
    public async Task There_is_no_code_for_a_key_that_has_expired()
    {
        var tenant = await hub.NewTenantAsync();
        var key = await hub.PostAsync(
            $"{tenant}/keys", $$"""{ "contract": "helpscout", "role": "write", "name": "CRM", "expiresAt": "{{hub.Time(TimeSpan.FromMinutes(1))}}" }""");
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        var refused = await hub.PostAsync($"{tenant}/keys/{key.Text("id")}/authorization-codes");

        Assert.Equal(400, refused.Status);
        Assert.Equal([" expired"], refused.Errors);
    }

    [Fact]
    public async Task A_key_that_may_read_only_is_refused_writes_in_each_contracts_words()
    {
        var tenant = await hub.NewTenantAsync();
        var key = (await hub.NewKeyAsync(tenant, "quentli", "read")).Text("key");
        using var request = new HttpRequestMessage(HttpMethod.Patch, "/v1/customers/none") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");

        var answer = await host.Client.SendAsync(request);

        Assert.Equal(403, (int)answer.StatusCode);
        Assert.Contains("FORBIDDEN", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
