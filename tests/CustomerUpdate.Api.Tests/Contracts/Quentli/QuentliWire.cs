using System.Text;
using System.Text.Json;
using CustomerUpdate.Api.Contracts.Quentli;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Contracts.Quentli;

/// <summary>Quentli's published traffic, and requests read as the host reads them.</summary>
internal static class QuentliWire
{
    /// <summary>The published request, to the letter.</summary>
    public static string PublishedRequest => File.ReadAllText(PathOf("published-request.json"));

    /// <summary>The published answer, whose values are placeholders.</summary>
    public static string PublishedResponse => File.ReadAllText(PathOf("published-response.json"));

    /// <summary>A body read up to the validator.</summary>
    public static Result<QuentliRequest> Parse(string body) =>
        JsonSyntax.Check(Encoding.UTF8.GetBytes(body)).TryFailure(out var read, out var malformed) ? malformed : QuentliRequest.Parse(read);

    /// <summary>A body with the given members, valid ones.</summary>
    public static QuentliData Data(string members) => Parse(Body(members)).TryFailure(out var request, out var failure)
        ? throw new InvalidOperationException(failure.Kind.ToString())
        : request.Input.Value!.Data.Value!;

    /// <summary>The body that writes the given members.</summary>
    public static string Body(string members) => $$"""{ "input": { "data": {{members}} } }""";

    /// <summary>The members of a readable body that the validator names.</summary>
    public static IEnumerable<string> Problems(string body)
    {
        Assert.False(Parse(body).TryFailure(out var request, out _));
        var errors = QuentliContract.Validator.Validate(request).Errors;
        Assert.All(errors, error => Assert.Equal("VALIDATION_ERROR", error.ErrorCode));
        return errors.Select(error => error.PropertyName);
    }

    /// <summary>The names of an object's members, in the order in which they stand, the objects in it included.</summary>
    public static IEnumerable<string> NamesOf(JsonElement json) => json.EnumerateObject().SelectMany(member =>
        member.Value.ValueKind == JsonValueKind.Object ? NamesOf(member.Value).Prepend(member.Name) : [member.Name]);

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Contracts", "Quentli", file);
}
