using System.Text;
using CustomerUpdate.Api.Startup;
using CustomerUpdate.Api.Storage.Demo;
using CustomerUpdate.Api.Tests.Conformance;
using CustomerUpdate.Api.Tests.Hosting;

namespace CustomerUpdate.Api.Tests;

/// <summary>What a newcomer does first: each vendor's published example, as it stands, on a host that was just started.</summary>
public sealed class PublishedExamples
{
    [Theory]
    [InlineData("postgres")]
    [InlineData("sqlite")]
    public async Task All_of_them_work_on_the_demo_customer_one_after_the_other(string engine)
    {
        await using var host = await HostUnderTest.StartAsync(engine);

        foreach (var contract in ContractCatalog.All)
        {
            var example = contract.Example(DemoSubjects.Of(contract.Description.Name));
            var request = new HttpRequestMessage(new HttpMethod(example.Method), example.Path)
            {
                Content = ContractUnderTest.Text(example.Body, example.ContentType!),
            };
            foreach (var (name, value) in example.Headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            var answer = await host.Client.SendAsync(request);

            Assert.True(answer.IsSuccessStatusCode, $"{contract.Description.Name}: {await answer.Content.ReadAsStringAsync()}");
            await AssertPublishedShapeAsync(contract.Description.Title.Replace(" ", "", StringComparison.Ordinal), answer);
        }
    }

    [Fact]
    public void Each_is_printed_as_a_command_line_that_works_as_it_stands()
    {
        foreach (var contract in ContractCatalog.All)
        {
            var example = contract.Example(DemoSubjects.Of(contract.Description.Name));

            var line = CurlLine.Of("http://127.0.0.1:5080", example);

            Assert.DoesNotContain('\n', line);
            Assert.StartsWith($"curl -s -X {example.Method} 'http://127.0.0.1:5080{example.Path}'", line, StringComparison.Ordinal);
            Assert.Contains(DemoTenant.Keys[contract.Description.Name], line, StringComparison.Ordinal);
        }
    }

    /// <summary>The answer has every member that the vendor published, with a value of the same kind.</summary>
    private static async Task AssertPublishedShapeAsync(string folder, HttpResponseMessage answer)
    {
        var sample = Path.Combine(AppContext.BaseDirectory, "Contracts", folder, "published-response.json");
        var body = await answer.Content.ReadAsByteArrayAsync();
        if (body.Length == 0)
        {
            Assert.False(File.Exists(sample), $"{folder} publishes a body.");
            return;
        }

        PublishedShape.AssertHas(await File.ReadAllTextAsync(sample), Encoding.UTF8.GetString(body));
    }
}
