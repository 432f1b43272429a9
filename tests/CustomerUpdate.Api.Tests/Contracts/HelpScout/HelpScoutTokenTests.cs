using CustomerUpdate.Api.Storage;
using CustomerUpdate.Api.Storage.Model;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Api.Tests.Hub.Keys;
using CustomerUpdate.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerUpdate.Api.Tests.Contracts.HelpScout;

/// <summary>What tokens open and when they end.</summary>
public abstract class HelpScoutTokenTests
{
    private readonly HostUnderTest host;
    private readonly TokenEndpoint tokens;

    private protected HelpScoutTokenTests(HostFixture fixture)
    {
        host = fixture.Host;
        tokens = new TokenEndpoint(host);
    }

    [Fact]
    public async Task A_client_gets_a_token_of_256_bits_that_opens_what_its_key_opens()
    {
        var client = await tokens.NewClientAsync();

        var answer = await tokens.AskAsync(client, "client_credentials");

        var token = answer.Json.GetProperty("access_token").GetString()!;
        Assert.Equal((200, "application/json; charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.Equal($$"""{"token_type":"bearer","access_token":"{{token}}","expires_in":172800}""", answer.Body);
        Assert.Equal(("no-store", "no-cache"), (answer.Header("Cache-Control"), answer.Header("Pragma")));
        Assert.Matches("^[A-Za-z0-9_-]{43}$", token);
        Assert.Equal(200, await tokens.UseAsync(token));
        Assert.Equal(201, await tokens.UseAsync(token, HttpMethod.Post));
    }

    [Fact]
    public async Task A_token_has_the_role_of_its_key()
    {
        var (token, _) = await tokens.GrantAsync(await tokens.NewClientAsync("read"), "client_credentials");

        Assert.Equal(200, await tokens.UseAsync(token));
        Assert.Equal(403, await tokens.UseAsync(token, HttpMethod.Post));
    }

    [Fact]
    public async Task A_token_opens_no_other_contract()
    {
        var (token, _) = await tokens.GrantAsync(await tokens.NewClientAsync(), "client_credentials");

        var identified = await host.Services.GetRequiredService<ICallers>().IdentifyAsync(new Credential("quentli", token), CancellationToken.None);

        Assert.True(identified.TryFailure(out _, out _));
    }

    [Fact]
    public async Task Several_tokens_of_one_client_live_side_by_side()
    {
        var client = await tokens.NewClientAsync();

        var (first, _) = await tokens.GrantAsync(client, "client_credentials");
        var (second, _) = await tokens.GrantAsync(client, "client_credentials");

        Assert.NotEqual(first, second);
        Assert.Equal((200, 200), (await tokens.UseAsync(first), await tokens.UseAsync(second)));
    }

    [Fact]
    public async Task A_code_is_spent_once_and_brings_a_refresh_token()
    {
        var client = await tokens.NewClientAsync();
        var code = await tokens.NewCodeAsync(client);

        var answer = await tokens.AskAsync(client, "authorization_code", "code", code);

        var (access, refresh) = (answer.Json.GetProperty("access_token").GetString()!, answer.Json.GetProperty("refresh_token").GetString()!);
        Assert.Equal($$"""{"token_type":"bearer","access_token":"{{access}}","refresh_token":"{{refresh}}","expires_in":172800}""", answer.Body);
        Assert.Equal((200, 401), (await tokens.UseAsync(access), await tokens.UseAsync(refresh)));

        AssertInvalidGrant(await tokens.AskAsync(client, "authorization_code", "code", code));
        Assert.Equal(401, await tokens.UseAsync(access)); // two have had the code: what was granted for it ends
        AssertInvalidGrant(await tokens.AskAsync(client, "refresh_token", "refresh_token", refresh));
    }

    [Fact]
    public async Task A_code_is_its_own_clients_and_lives_ten_minutes()
    {
        var (client, other) = (await tokens.NewClientAsync(), await tokens.NewClientAsync());
        var code = await tokens.NewCodeAsync(client);

        AssertInvalidGrant(await tokens.AskAsync(other, "authorization_code", "code", code));
        host.Clock.Advance(TimeSpan.FromMinutes(9));
        await tokens.GrantAsync(client, "authorization_code", "code", code);

        var late = await tokens.NewCodeAsync(client);
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        AssertInvalidGrant(await tokens.AskAsync(client, "authorization_code", "code", late));
    }

    [Fact]
    public async Task Refreshing_rotates_the_refresh_token_and_ends_the_access_token_at_once()
    {
        var client = await tokens.NewClientAsync();
        var (access, refresh) = await tokens.GrantAsync(client, "authorization_code", "code", await tokens.NewCodeAsync(client));
        var (beside, _) = await tokens.GrantAsync(client, "client_credentials");
        Assert.Equal(200, await tokens.UseAsync(access));

        var (next, rotated) = await tokens.GrantAsync(client, "refresh_token", "refresh_token", refresh);

        Assert.NotEqual(refresh, rotated);
        Assert.Equal((401, 200, 200), (await tokens.UseAsync(access), await tokens.UseAsync(next), await tokens.UseAsync(beside)));
        AssertInvalidGrant(await tokens.AskAsync(client, "refresh_token", "refresh_token", refresh));
        await tokens.GrantAsync(client, "refresh_token", "refresh_token", rotated);
        AssertInvalidGrant(await tokens.AskAsync(await tokens.NewClientAsync(), "refresh_token", "refresh_token", rotated));
        AssertInvalidGrant(await tokens.AskAsync(client, "refresh_token", "refresh_token", beside));
    }

    [Fact]
    public async Task Of_two_refreshes_at_one_time_one_is_granted()
    {
        var client = await tokens.NewClientAsync();
        var (_, refresh) = await tokens.GrantAsync(client, "authorization_code", "code", await tokens.NewCodeAsync(client));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => tokens.AskAsync(client, "refresh_token", "refresh_token", refresh)));

        Assert.Equal([200, 400, 400, 400], answers.Select(answer => answer.Status).Order());
    }

    [Fact]
    public async Task A_token_ends_after_two_days_and_is_swept_then()
    {
        var client = await tokens.NewClientAsync();
        var (access, refresh) = await tokens.GrantAsync(client, "authorization_code", "code", await tokens.NewCodeAsync(client));
        host.Clock.Advance(TimeSpan.FromDays(2) - TimeSpan.FromSeconds(1));
        Assert.Equal(200, await tokens.UseAsync(access));

        host.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(401, await tokens.UseAsync(access));
        await host.Services.GetRequiredService<AccessTokens>().SweepAsync(CancellationToken.None);
        Assert.Equal(AccessTokenKind.Refresh, Assert.Single(await StoredAsync(client)).Kind);
        Assert.Equal(200, await tokens.UseAsync((await tokens.GrantAsync(client, "refresh_token", "refresh_token", refresh)).Access));
    }

    [Fact]
    public async Task A_token_ends_with_its_key()
    {
        var hub = new HubClient(host);
        var client = await tokens.NewClientAsync(expiresAt: hub.Time(TimeSpan.FromHours(1)));

        var answer = await tokens.AskAsync(client, "client_credentials");

        var token = answer.Json.GetProperty("access_token").GetString()!;
        Assert.InRange(answer.Json.GetProperty("expires_in").GetInt64(), 3599, 3600);
        Assert.Equal(200, await tokens.UseAsync(token));
        host.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(401, await tokens.UseAsync(token));
        Assert.Equal(401, (await tokens.AskAsync(client, "client_credentials")).Status);
    }

    [Fact]
    public async Task A_revoked_key_takes_its_tokens_and_its_client_with_it()
    {
        var client = await tokens.NewClientAsync();
        var (access, refresh) = await tokens.GrantAsync(client, "authorization_code", "code", await tokens.NewCodeAsync(client));
        Assert.Equal(200, await tokens.UseAsync(access));

        await tokens.RevokeAsync(client);

        Assert.Equal(401, await tokens.UseAsync(access));
        Assert.Equal(401, (await tokens.AskAsync(client, "refresh_token", "refresh_token", refresh)).Status);
        Assert.Empty(await StoredAsync(client));
    }

    [Fact]
    public async Task Only_hashes_are_stored_and_no_secret_is_logged()
    {
        var client = await tokens.NewClientAsync();
        var code = await tokens.NewCodeAsync(client);
        var (access, refresh) = await tokens.GrantAsync(client, "authorization_code", "code", code);
        var query = $"?grant_type=client_credentials&client_id={client.Id}&client_secret={client.Secret}";
        Assert.Equal(200, (await tokens.PostAsync(null, null, query)).Status);
        await tokens.UseAsync(access);

        var stored = await StoredAsync(client);

        Assert.Equal(3, stored.Count);
        Assert.Single(stored, row => row.Hash.SequenceEqual(Credential.HashOf(access)));
        Assert.Single(stored, row => row.Hash.SequenceEqual(Credential.HashOf(refresh!)));
        foreach (var secret in new[] { client.Secret, code, access, refresh! })
        {
            Assert.DoesNotContain(host.Log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_client_and_its_tokens_move_the_time_at_which_the_key_was_last_used()
    {
        var client = await tokens.NewClientAsync();
        Assert.Null(await LastUsedAsync());

        var (token, _) = await tokens.GrantAsync(client, "client_credentials");
        var granted = await LastUsedAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        await tokens.UseAsync(token);

        Assert.NotNull(granted);
        Assert.Equal(granted + TimeSpan.FromMinutes(2), await LastUsedAsync());

        async Task<DateTimeOffset?> LastUsedAsync()
        {
            await host.Services.GetRequiredService<KeyUses>().FlushAsync(CancellationToken.None);
            await using var db = await OpenAsync();
            return (await db.ApiKeys.SingleAsync(row => row.ClientId == client.Id)).LastUsedAt;
        }
    }

    private static void AssertInvalidGrant(HelpScoutAnswer answer) =>
        Assert.Equal((400, "invalid_grant"), (answer.Status, answer.Json.GetProperty("error").GetString()));

    private async Task<List<AccessTokenRow>> StoredAsync(TokenClient client)
    {
        await using var db = await OpenAsync();
        var key = await db.ApiKeys.SingleAsync(row => row.ClientId == client.Id);
        return await db.AccessTokens.Where(row => row.KeyId == key.Id).OrderBy(row => row.CreatedAt).ThenBy(row => row.Kind).ToListAsync();
    }

    private Task<CustomerDbContext> OpenAsync() => host.Services.GetRequiredService<IDbContextFactory<CustomerDbContext>>().CreateDbContextAsync();
}

[Collection(PostgresTests.Name)]
public sealed class HelpScoutTokenTestsOnPostgres(PostgresHost host) : HelpScoutTokenTests(host);

[Collection(SqliteTests.Name)]
public sealed class HelpScoutTokenTestsOnSqlite(SqliteHost host) : HelpScoutTokenTests(host);
