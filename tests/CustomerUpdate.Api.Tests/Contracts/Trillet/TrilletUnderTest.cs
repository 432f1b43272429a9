using System.Text.Json;
using CustomerUpdate.Api.Tests.Conformance;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Contracts.Trillet;

/// <summary>How Trillet speaks.</summary>
internal sealed class TrilletUnderTest : ContractUnderTest
{
    public override string Name => "trillet";

    public override IReadOnlyList<string> WrongRoots => ["null", "[]", "\"text\"", "5", "true", ""];

    public override string UnknownReference => "000000000000000000000000";

    public override string WriteName(string first, string last) => $$"""{ "name": "{{first}} {{last}}" }""";

    public override string WriteEmail(string email) => $$"""{ "email": "{{email}}" }""";

    public override int StatusOf(FailureKind kind) => kind switch
    {
        FailureKind.CredentialMissing or FailureKind.CredentialUnknown => 401,
        FailureKind.ReadOnlyKey => 403,
        FailureKind.NotFound or FailureKind.RouteUnknown => 404,
        FailureKind.MethodNotAllowed => 405,
        FailureKind.TooLarge => 413,
        FailureKind.UnsupportedMediaType => 415,
        FailureKind.RateLimited => 429,
        FailureKind.Unexpected => 500,
        _ => 400,
    };

    public override void AssertShape(FailureKind kind, HttpResponseMessage answer, string body)
    {
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        var error = JsonDocument.Parse(body).RootElement.GetProperty("error");
        Assert.NotEmpty(error.GetProperty("code").GetString()!);
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
        Assert.Equal(kind == FailureKind.RateLimited, error.TryGetProperty("reset_at", out _));
    }

    protected override string ShowPath(string updatePath) => updatePath.Replace("/customer/edit", "", StringComparison.Ordinal);
}

[Collection(PostgresTests.Name)]
public sealed class TrilletConformanceOnPostgres(PostgresHost host) : UpdateConformance(new TrilletUnderTest(), host);

[Collection(SqliteTests.Name)]
public sealed class TrilletConformanceOnSqlite(SqliteHost host) : UpdateConformance(new TrilletUnderTest(), host);
