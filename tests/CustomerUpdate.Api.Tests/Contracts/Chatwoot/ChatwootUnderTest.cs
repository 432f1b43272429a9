using System.Text.Json;
using CustomerUpdate.Api.Tests.Conformance;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Contracts.Chatwoot;

/// <summary>How Chatwoot speaks.</summary>
internal sealed class ChatwootUnderTest : ContractUnderTest
{
    public override string Name => "chatwoot";

    // Whatever is no object holds no parameters and asks for nothing: ChatwootBodyTests.
    public override IReadOnlyList<string> WrongRoots => [];

    public override string WriteName(string first, string last) => $$"""{ "name": "{{first}} {{last}}" }""";

    public override string WriteEmail(string email) => $$"""{ "email": "{{email}}" }""";

    public override int StatusOf(FailureKind kind) => kind switch
    {
        FailureKind.CredentialMissing or FailureKind.CredentialUnknown or FailureKind.ReadOnlyKey => 401,
        FailureKind.NotFound or FailureKind.RouteUnknown => 404,
        FailureKind.MethodNotAllowed => 405,
        FailureKind.TooLarge => 413,
        FailureKind.UnsupportedMediaType => 415,
        FailureKind.Invalid or FailureKind.Taken => 422,
        FailureKind.RateLimited => 429,
        FailureKind.Unexpected => 500,
        _ => 400,
    };

    public override void AssertShape(FailureKind kind, HttpResponseMessage answer, string body)
    {
        if (kind == FailureKind.RateLimited)
        {
            Assert.Equal(("text/plain", "Retry later\n"), (answer.Content.Headers.ContentType?.ToString(), body));
            return;
        }

        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        var members = JsonDocument.Parse(body).RootElement.EnumerateObject().Select(member => member.Name);
        Assert.Equal(
            kind switch
            {
                FailureKind.CredentialMissing => ["errors"],
                FailureKind.Invalid or FailureKind.Taken => ["message", "attributes"],
                FailureKind.Malformed or FailureKind.Unexpected => ["status", "error"],
                _ => ["error"],
            },
            members);
    }
}

[Collection(PostgresTests.Name)]
public sealed class ChatwootConformanceOnPostgres(PostgresHost host) : UpdateConformance(new ChatwootUnderTest(), host);

[Collection(SqliteTests.Name)]
public sealed class ChatwootConformanceOnSqlite(SqliteHost host) : UpdateConformance(new ChatwootUnderTest(), host);
