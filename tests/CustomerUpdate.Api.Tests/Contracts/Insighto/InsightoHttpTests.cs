using System.Text.Json;
using CustomerUpdate.Api.Tests.Conformance;
using CustomerUpdate.Api.Tests.Hosting;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Tests.Contracts.Insighto;

/// <summary>Sends Insighto's requests, for the tests of what is particular to it.</summary>
public abstract class InsightoHttpTests
{
    private protected const string Foreign = "3c90c3cc-0d44-4b50-8888-8dd257360502";

    private protected InsightoHttpTests(HostFixture fixture) => Host = fixture.Host;

    private protected HostUnderTest Host { get; }

    private protected InsightoUnderTest Contract { get; } = new();

    /// <summary>Updates a customer, which must succeed.</summary>
    private protected async Task<JsonElement> UpdateAsync(Customer customer, string body)
    {
        var (status, answer) = await SendAsync(Contract.Update(customer, body));
        Assert.True(status == 200, $"{status}: {answer}");
        return answer.GetProperty("data");
    }

    /// <summary>Sends a request and reads the answer.</summary>
    private protected async Task<(int Status, JsonElement Answer)> SendAsync(HttpRequestMessage request)
    {
        using var answer = await Host.Client.SendAsync(request);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.ToString());
        Assert.True(answer.Headers.CacheControl?.NoStore);
        return ((int)answer.StatusCode, JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync()));
    }

    /// <summary>Sends a request and reads why it was refused: the sentence, or per broken rule its type and place.</summary>
    private protected async Task<(int Status, string Detail)> RefusalAsync(HttpRequestMessage request)
    {
        var (status, answer) = await SendAsync(request);
        var detail = answer.GetProperty("detail");
        return (status, detail.ValueKind == JsonValueKind.String
            ? detail.GetString()!
            : string.Join("; ", detail.EnumerateArray().Select(entry => $"{entry.GetProperty("type")} {entry.GetProperty("loc").GetRawText()}")));
    }

    /// <summary>A request to a path, with the key in its query.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">Path and query.</param>
    /// <param name="body">The body; null for none.</param>
    /// <param name="key">The key; the demo tenant's where null, empty for none.</param>
    private protected HttpRequestMessage Request(string method, string path, string? body = null, string? key = null)
    {
        var query = key == "" ? "" : $"{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}api_key={key ?? Contract.Key}";
        return new HttpRequestMessage(new HttpMethod(method), path + query)
        {
            Content = body is null ? null : ContractUnderTest.Text(body),
        };
    }

    /// <summary>Sends a request that must succeed.</summary>
    private protected async Task<JsonElement> DoneAsync(HttpRequestMessage request)
    {
        var (status, answer) = await SendAsync(request);
        Assert.True(status == 200, $"{status}: {answer}");
        Assert.Equal("{}", answer.GetProperty("meta").GetRawText());
        return answer;
    }

    private protected string PathOf(Customer customer) => Contract.Update(customer, "{}").RequestUri!.OriginalString;

    private protected static string IdOf(Customer customer) => customer.Profile.ReferenceOf("insighto")!;
}
