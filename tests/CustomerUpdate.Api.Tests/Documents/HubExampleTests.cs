using System.Net.Http.Headers;
using System.Text;
using CustomerUpdate.Api.Tests.Hosting;
using Newtonsoft.Json;
using NSwag;

namespace CustomerUpdate.Api.Tests.Documents;

/// <summary>The hub's page: what it prefills works as it stands, and again. A host of its own, because all of it is about the demo tenant.</summary>
public sealed class HubExampleTests : IAsyncLifetime
{
    private HostUnderTest host = null!;

    public async Task InitializeAsync() => host = await HostUnderTest.StartAsync("sqlite");

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Every_operation_works_as_the_page_prefills_it_and_works_again()
    {
        var document = (await ServedDocument.FetchAsync(host.Client, "hub")).Document;
        var operations = document.Operations.ToLookup(operation => operation.Method == OpenApiOperationMethod.Delete);
        var faults = new List<string>();
        foreach (var request in operations[false].SelectMany(RequestsOf).Concat(operations[false].SelectMany(RequestsOf)))
        {
            await SendAsync(request, faults);
        }

        // Keys before their tenant, customers before both.
        foreach (var request in operations[true].OrderByDescending(operation => operation.Path.Length).SelectMany(RequestsOf))
        {
            await SendAsync(request, faults);
        }

        Assert.Empty(faults);
    }

    [Fact]
    public async Task Every_answer_that_has_a_body_has_an_example()
    {
        var document = (await ServedDocument.FetchAsync(host.Client, "hub")).Document;

        var without =
            from operation in document.Operations
            from response in operation.Operation.ActualResponses
            from content in response.Value.Content
            where content.Value.Example is null && !(content.Value.Examples?.Count > 0)
            select $"{operation.Method} {operation.Path} {response.Key} {content.Key}";

        Assert.Empty(without);
    }

    private async Task SendAsync(HttpRequestMessage request, List<string> faults)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", HostUnderTest.OperatorKey);
        var answer = await host.Client.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
        {
            faults.Add($"{request.Method} {request.RequestUri} {request.Content?.Headers.ContentType}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }

    // One for each media type that it takes.
    private static IEnumerable<HttpRequestMessage> RequestsOf(OpenApiOperationDescription operation)
    {
        var path = operation.Operation.ActualParameters.Where(parameter => parameter.Kind == OpenApiParameterKind.Path)
            .Aggregate(operation.Path, (text, parameter) => text.Replace($"{{{parameter.Name}}}", $"{parameter.Example}", StringComparison.Ordinal));
        var method = new HttpMethod(operation.Method.ToUpperInvariant());
        if (operation.Operation.RequestBody is not { } body)
        {
            return [new HttpRequestMessage(method, path)];
        }

        return body.Content.Select(content => new HttpRequestMessage(method, path)
        {
            Content = new StringContent(
                content.Value.Example is string lines ? lines : JsonConvert.SerializeObject(content.Value.Example),
                Encoding.UTF8,
                new MediaTypeHeaderValue(content.Key)),
        });
    }
}
