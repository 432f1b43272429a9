using System.Text.Json;

namespace CustomerUpdate.Api.Tests.Contracts.Insighto.Pydantic;

/// <summary>What Pydantic 2.13 made of values: one input a row, and either its value or the type and the sentence of its complaint.</summary>
internal static class PydanticSamples
{
    /// <summary>The rows of a file: the input as JSON, then the value, or type and sentence with a colon between.</summary>
    public static TheoryData<string, string> Read(string name)
    {
        using var rows = JsonDocument.Parse(Sample.Read(Path.Combine("Pydantic", name)));
        var data = new TheoryData<string, string>();
        foreach (var row in rows.RootElement.EnumerateArray())
        {
            var expected = row.TryGetProperty("value", out var value)
                ? value.GetString()!
                : $"{row.GetProperty("type").GetString()}: {row.GetProperty("msg").GetString()}";
            data.Add(row.GetProperty("input").GetRawText(), expected);
        }

        return data;
    }
}
