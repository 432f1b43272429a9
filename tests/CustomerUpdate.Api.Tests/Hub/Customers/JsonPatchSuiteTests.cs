using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CustomerUpdate.Api.Hub;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Hub.Customers;

/// <summary>The public records of JSON Patch, all that the suite does not disable itself. None is an exception here.</summary>
public sealed class JsonPatchSuiteTests
{
    [Theory]
    [MemberData(nameof(Records), "tests.json")]
    [MemberData(nameof(Records), "spec_tests.json")]
    public void Does_what_the_record_says(string name, string record)
    {
        using var parsed = JsonDocument.Parse(record);
        var document = new PatchDocument(NodeOf(parsed.RootElement.GetProperty("doc")));

        var failure = Patch(document, parsed.RootElement.GetProperty("patch"));

        if (parsed.RootElement.TryGetProperty("error", out var error))
        {
            Assert.True(failure is not null, $"{name}: expected {error}");
        }
        else
        {
            // A record that names no outcome says that the patch applies.
            Assert.True(failure is null, $"{name}: {string.Join(", ", failure?.Problems ?? [])}");
            var expected = parsed.RootElement.TryGetProperty("expected", out var outcome) ? NodeOf(outcome) : document.Root;
            Assert.True(JsonNode.DeepEquals(expected, document.Root), $"{name}: {document.Root?.ToJsonString()}");
        }
    }

    [Fact]
    public void All_records_are_there() => Assert.Equal((75, 16), (Records("tests.json").Count, Records("spec_tests.json").Count));

    /// <summary>The records of a file, each with its place in the file and what it says of itself.</summary>
    public static TheoryData<string, string> Records(string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Hub", "Customers", "json-patch-tests", file);
        using var records = JsonDocument.Parse(File.ReadAllText(path));
        var data = new TheoryData<string, string>();
        foreach (var (record, index) in records.RootElement.EnumerateArray().Select((record, index) => (record, index)))
        {
            if (!record.TryGetProperty("disabled", out _))
            {
                var comment = record.TryGetProperty("comment", out var said) ? said.GetString() : null;
                data.Add($"{file} {index.ToString(CultureInfo.InvariantCulture)} {comment}".TrimEnd(), record.GetRawText());
            }
        }

        return data;
    }

    private static Failure? Patch(PatchDocument document, JsonElement patch) =>
        JsonPatchReader.Read(patch.Clone()).TryFailure(out var read, out var unreadable) ? unreadable : read.Apply(document);

    private static JsonNode? NodeOf(JsonElement element) => JsonNode.Parse(element.GetRawText());
}
