using System.Collections.Concurrent;

namespace CustomerUpdate.Api.Tests.Documents;

/// <summary>Holds every answer that a test's client gets against the document that the same host serves: status, type of content and schema.</summary>
internal sealed class DocumentedAnswers(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly ConcurrentDictionary<string, Task<ServedDocument>> Documents = new();

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        var path = request.RequestUri!.AbsolutePath;
        if (path.StartsWith("/swagger", StringComparison.Ordinal) || path.StartsWith("/health", StringComparison.Ordinal) || path.EndsWith('/'))
        {
            return answer;
        }

        foreach (var contract in ContractCatalog.All.Select(entry => entry.Description.Name).Append("hub"))
        {
            // The documents of all hosts under test are the same: they are code.
            var document = await Documents.GetOrAdd(contract, name => FetchAsync(request.RequestUri, name));
            if (document.Find(request.Method, Undecorated(path)) is not { } operation)
            {
                continue;
            }

            var body = IsStream(answer) ? [] : await ReadAsync(answer, cancellationToken);
            var fault = ServedDocument.FindFault(operation, (int)answer.StatusCode, TypeOf(answer), body)
                ?? ServedDocument.FindFault(operation, (int)answer.StatusCode, HeadersOf(answer));
            Assert.True(fault is null, $"{request.Method} {path}: {fault}");
        }

        return answer;
    }

    private static async Task<byte[]> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        await answer.Content.LoadIntoBufferAsync(cancellationToken);
        return await answer.Content.ReadAsByteArrayAsync(cancellationToken);
    }

    private static IEnumerable<string> HeadersOf(HttpResponseMessage answer) =>
        answer.Headers.NonValidated.Select(header => header.Key).Concat(answer.Content.Headers.NonValidated.Select(header => header.Key));

    // Some paths may end in a format, which no document lists.
    private static string Undecorated(string path) => path.EndsWith(".json", StringComparison.Ordinal) ? path[..^".json".Length] : path;

    // Reading one to its end here would take it from the test.
    private static bool IsStream(HttpResponseMessage answer) => TypeOf(answer)?.Contains("ndjson", StringComparison.Ordinal) == true;

    // As it came: parsing would write the header anew, and a test may look at its very letters.
    private static string? TypeOf(HttpResponseMessage answer) =>
        answer.Content.Headers.NonValidated.TryGetValues("Content-Type", out var sent) ? sent.ToString() : null;

    private static async Task<ServedDocument> FetchAsync(Uri address, string contract)
    {
        using var client = new HttpClient { BaseAddress = new Uri(address, "/") };
        return await ServedDocument.FetchAsync(client, contract);
    }
}
