using CustomerUpdate.Api.Http.Limits;
using CustomerUpdate.Api.Tests.Databases;
using CustomerUpdate.Api.Tests.Hosting;

namespace CustomerUpdate.Api.Tests.Contracts.HelpScout;

public sealed class HelpScoutTokenGuessesOnPostgres() : HelpScoutTokenGuessTests(PostgresDatabase.Engine);

public sealed class HelpScoutTokenGuessesOnSqlite() : HelpScoutTokenGuessTests(SqliteDatabase.Engine);

/// <summary>Guessing at the token endpoint takes long.</summary>
public abstract class HelpScoutTokenGuessTests(string engine) : IAsyncLifetime
{
    private HostUnderTest host = null!;

    public async Task InitializeAsync() => host = await HostUnderTest.StartAsync(
        engine, settings: new Dictionary<string, string?> { [FailedAuthentications.Setting] = "2" });

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Wrong_secrets_and_wrong_codes_count_as_failed_authentications()
    {
        var tokens = new TokenEndpoint(host);
        var (client, guesser) = (await tokens.NewClientAsync(), await tokens.NewClientAsync());
        Assert.Equal(401, (await tokens.AskAsync(guesser with { Secret = "guess" }, "client_credentials")).Status);
        Assert.Equal(400, (await tokens.AskAsync(guesser, "authorization_code", "code", "guess")).Status);
        var refused = await tokens.AskAsync(guesser, "authorization_code", "code", "guess");

        Assert.Equal((429, "application/vnd.error+json", "30"), (refused.Status, refused.ContentType, refused.Header("Retry-After")));
        Assert.Equal(429, (await tokens.AskAsync(guesser with { Secret = "guess" }, "client_credentials")).Status);
        Assert.Equal(200, (await tokens.AskAsync(client, "client_credentials")).Status);
        Assert.Equal(200, (await tokens.AskAsync(guesser, "client_credentials")).Status);
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(400, (await tokens.AskAsync(guesser, "authorization_code", "code", "guess")).Status);
    }
}
