using System.Text.Json;
using CustomerUpdate.Api.Tests.Conformance;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Contracts.HelpScout;

/// <summary>How Help Scout speaks.</summary>
internal sealed class HelpScoutUnderTest : ContractUnderTest
{
    public override string Name => "helpscout";

    public override int WriteCost => 2;

    public override IReadOnlyList<string> WrongRoots => ["null", "{}", "\"text\"", "5", "true", ""];

    public override string WriteName(string first, string last) => $$"""
        [ { "op": "replace", "path": "/firstName", "value": "{{first}}" }, { "op": "replace", "path": "/lastName", "value": "{{last}}" } ]
        """;

    public override string WriteEmail(string email) =>
        $$"""[ { "op": "add", "path": "/emails", "value": { "type": "work", "value": "{{email}}" } } ]""";

    public override int StatusOf(FailureKind kind) => kind switch
    {
        FailureKind.CredentialMissing or FailureKind.CredentialUnknown => 401,
        FailureKind.ReadOnlyKey => 403,
        FailureKind.NotFound or FailureKind.EntryNotFound or FailureKind.RouteUnknown => 404,
        FailureKind.MethodNotAllowed => 405,
        FailureKind.Taken => 409,
        FailureKind.TooLarge => 413,
        FailureKind.UnsupportedMediaType => 415,
        FailureKind.RateLimited => 429,
        FailureKind.Unexpected => 500,
        FailureKind.Busy => 503,
        _ => 400,
    };

    public override void AssertShape(FailureKind kind, HttpResponseMessage answer, string body)
    {
        var error = JsonDocument.Parse(body).RootElement;
        if ((int)answer.StatusCode == 401)
        {
            Assert.Equal("application/json", answer.Content.Headers.NonValidated["Content-Type"].ToString());
            Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().ToString());
            Assert.Equal("invalid_token", error.GetProperty("error").GetString());
            Assert.NotEmpty(error.GetProperty("error_description").GetString()!);
            return;
        }

        Assert.Equal("application/vnd.error+json", answer.Content.Headers.NonValidated["Content-Type"].ToString());
        Assert.Equal(answer.Headers.GetValues("Correlation-Id").Single(), error.GetProperty("logRef").GetString());
        Assert.True(error.GetProperty("logRef").TryGetGuid(out _));
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
        Assert.Equal(kind == FailureKind.RateLimited, error.TryGetProperty("error", out _));
        Assert.NotEmpty(error.GetProperty("_links").GetProperty("about").GetProperty("href").GetString()!);
        if (error.TryGetProperty("_embedded", out var embedded))
        {
            Assert.All(embedded.GetProperty("errors").EnumerateArray().ToList(), AssertCause);
            Assert.NotEqual(0, embedded.GetProperty("errors").GetArrayLength());
        }
        else
        {
            Assert.False(kind is FailureKind.Invalid or FailureKind.Malformed, "A bad request says what is wrong with it.");
        }
    }

    private static void AssertCause(JsonElement cause)
    {
        Assert.NotEmpty(cause.GetProperty("path").GetString()!);
        Assert.NotEmpty(cause.GetProperty("message").GetString()!);
        Assert.Equal("JSON", cause.GetProperty("source").GetString());
        Assert.Contains("/errors#", cause.GetProperty("_links").GetProperty("about").GetProperty("href").GetString(), StringComparison.Ordinal);
    }
}

[Collection(PostgresTests.Name)]
public sealed class HelpScoutConformanceOnPostgres(PostgresHost host) : UpdateConformance(new HelpScoutUnderTest(), host);

[Collection(SqliteTests.Name)]
public sealed class HelpScoutConformanceOnSqlite(SqliteHost host) : UpdateConformance(new HelpScoutUnderTest(), host);
