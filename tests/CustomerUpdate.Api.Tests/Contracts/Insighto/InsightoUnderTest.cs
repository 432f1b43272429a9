using System.Text.Json;
using CustomerUpdate.Api.Tests.Conformance;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Contracts.Insighto;

/// <summary>How Insighto speaks.</summary>
internal sealed class InsightoUnderTest : ContractUnderTest
{
    public override string Name => "insighto";

    public override IReadOnlyList<string> WrongRoots => ["null", "[]", "[{}]", "\"text\"", "5", "true", "", " \n"];

    public override string UnknownReference => "00000000-0000-4000-8000-000000000000";

    public override string WriteName(string first, string last) => $$"""{ "first_name": "{{first}}", "last_name": "{{last}}" }""";

    public override string WriteEmail(string email) => $$"""{ "email": "{{email}}" }""";

    public override int StatusOf(FailureKind kind) => kind switch
    {
        FailureKind.OtpRejected => 400,
        FailureKind.CredentialMissing or FailureKind.CredentialUnknown => 401,
        FailureKind.ReadOnlyKey or FailureKind.Forbidden => 403,
        FailureKind.NotFound or FailureKind.RouteUnknown => 404,
        FailureKind.MethodNotAllowed => 405,
        FailureKind.Taken => 409,
        FailureKind.TooLarge => 413,
        FailureKind.RateLimited => 429,
        FailureKind.Unexpected => 500,
        FailureKind.Busy => 503,
        _ => 422, // FastAPI has no 415: a body that is not JSON is one that its model refuses
    };

    public override void AssertShape(FailureKind kind, HttpResponseMessage answer, string body)
    {
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.ToString());
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var detail = JsonDocument.Parse(body).RootElement.GetProperty("detail");
        if ((int)answer.StatusCode != 422 || kind == FailureKind.IdempotencyKeyReused)
        {
            Assert.NotEmpty(detail.GetString()!);
            return;
        }

        Assert.NotEqual(0, detail.GetArrayLength());
        foreach (var entry in detail.EnumerateArray())
        {
            Assert.NotEmpty(entry.GetProperty("type").GetString()!);
            Assert.NotEmpty(entry.GetProperty("msg").GetString()!);
            Assert.True(entry.GetProperty("loc")[0].GetString() is "body" or "path");
        }
    }
}

[Collection(PostgresTests.Name)]
public sealed class InsightoConformanceOnPostgres(PostgresHost host) : UpdateConformance(new InsightoUnderTest(), host);

[Collection(SqliteTests.Name)]
public sealed class InsightoConformanceOnSqlite(SqliteHost host) : UpdateConformance(new InsightoUnderTest(), host);
