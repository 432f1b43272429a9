using System.Text;
using System.Text.Json;
using CustomerUpdate.Api.Contracts.HelpScout;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Contracts.HelpScout;

/// <summary>Help Scout's wire traffic, and how it is read.</summary>
internal static class HelpScoutSamples
{
    /// <summary>A sample as it stands.</summary>
    public static string Read(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Contracts", "HelpScout", "Samples", name));

    /// <summary>JSON without insignificant white space: what is compared then is every name, every value and their order.</summary>
    public static string Compact(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement);
    }

    /// <summary>A body as the pipeline reads it.</summary>
    public static Result<HelpScoutRequest> Parse(string body) =>
        JsonSyntax.Check(Encoding.UTF8.GetBytes(body)).Match(HelpScoutContract.Parse, failure => failure);

    /// <summary>A body that can be read.</summary>
    public static HelpScoutRequest Request(string body) =>
        Parse(body).Match(request => request, failure => throw new InvalidOperationException($"{failure.Kind}"));

    /// <summary>A request of one operation.</summary>
    /// <param name="op">The operation.</param>
    /// <param name="path">The path.</param>
    /// <param name="value">The value as JSON; null for none.</param>
    public static HelpScoutRequest Operation(string op, string path, string? value) => Request(OperationBody(op, path, value));

    /// <summary>The body of a request of one operation.</summary>
    public static string OperationBody(string op, string path, string? value) =>
        value is null ? $$"""[{"op":"{{op}}","path":"{{path}}"}]""" : $$"""[{"op":"{{op}}","path":"{{path}}","value":{{value}}}]""";
}
