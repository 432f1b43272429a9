using System.Text.Json;
using CustomerUpdate.Api.Tests.Conformance;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Contracts.Quentli;

/// <summary>How Quentli speaks.</summary>
internal sealed class QuentliUnderTest : ContractUnderTest
{
    public override string Name => "quentli";

    public override IReadOnlyList<string> WrongRoots => ["null", "[]", "\"text\"", "5", "true", "", "{}"];

    public override string UnknownReference => "cmunknown0000000000000000";

    public override string WriteName(string first, string last) => QuentliWire.Body($$"""{ "name": "{{first}} {{last}}" }""");

    public override string WriteEmail(string email) => QuentliWire.Body($$"""{ "email": "{{email}}" }""");

    /// <summary>An update that writes the given members.</summary>
    public HttpRequestMessage Write(Customer customer, string members, TestTenant? tenant = null) =>
        Update(customer, QuentliWire.Body(members), key: (tenant ?? TestTenants.Demo).Key(Name), tenant: tenant);

    /// <summary>A request for the customers, not for one of them.</summary>
    /// <param name="query">The query; a creation where null.</param>
    /// <param name="body">What to create.</param>
    /// <param name="key">The key; the demo tenant's where null, blank for none.</param>
    public HttpRequestMessage Customers(string? query, string body = "", string? key = null)
    {
        var request = query is null
            ? new HttpRequestMessage(HttpMethod.Post, "/v1/customers") { Content = Text(body) }
            : new HttpRequestMessage(HttpMethod.Get, $"/v1/customers?{query}");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key ?? Key}");
        return request;
    }

    public override int StatusOf(FailureKind kind) => kind switch
    {
        FailureKind.CredentialMissing or FailureKind.CredentialUnknown => 401,
        FailureKind.ReadOnlyKey => 403,
        FailureKind.NotFound or FailureKind.RouteUnknown => 404,
        FailureKind.MethodNotAllowed => 405,
        FailureKind.Taken => 409,
        FailureKind.TooLarge => 413,
        FailureKind.UnsupportedMediaType => 415,
        FailureKind.RateLimited => 429,
        FailureKind.Unexpected => 500,
        _ => 400,
    };

    public override void AssertShape(FailureKind kind, HttpResponseMessage answer, string body)
    {
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        var error = JsonDocument.Parse(body).RootElement;
        Assert.NotEmpty(error.GetProperty("code").GetString()!);
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
    }
}

[Collection(PostgresTests.Name)]
public sealed class QuentliConformanceOnPostgres(PostgresHost host) : UpdateConformance(new QuentliUnderTest(), host);

[Collection(SqliteTests.Name)]
public sealed class QuentliConformanceOnSqlite(SqliteHost host) : UpdateConformance(new QuentliUnderTest(), host);
