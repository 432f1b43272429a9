using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>
/// What FastAPI makes of a body: JSON where its type is JSON or is not said, else plain bytes, which no model takes (422 and not 415).
/// </summary>
internal static class InsightoBodies
{
    /// <summary>A body that is not JSON, as far as a model is concerned.</summary>
    private static readonly RequestBody NotJson = new("\"\""u8.ToArray(), JsonValueKind.String);

    /// <summary>The bodies that are read, first match first.</summary>
    public static ValueList<BodyFormat> Formats { get; } =
    [
        BodyFormat.Json(null, "application/json") with { Takes = IsJson },
        new BodyFormat(_ => true, ReadOtherAsync),
    ];

    /// <summary>A body as a wire model; anything but an object is invalid.</summary>
    public static Result<T> Parse<T>(RequestBody body, JsonTypeInfo<T> type) => body.Root switch
    {
        JsonValueKind.Object => body.Read(type),
        JsonValueKind.Undefined or JsonValueKind.Null => Failure.Invalid([InsightoProblem.OfBody(PydanticError.Missing, BagValue.Null)]),
        _ => Failure.Invalid([InsightoProblem.OfBody(PydanticError.ModelType, InputOf(body))]),
    };

    /// <summary>
    /// The <c>input</c> of a complaint about a whole body. Only JSON is shown again: a form may hold the key.
    /// </summary>
    private static BagValue? InputOf(RequestBody body) =>
        ReferenceEquals(body, NotJson) ? null : body.Read(InsightoJson.Default.BagValue);

    private static bool IsJson(string? mediaType) =>
        mediaType is null or "application/json"
        || (mediaType.StartsWith("application/", StringComparison.Ordinal) && mediaType.EndsWith("+json", StringComparison.Ordinal));

    private static async Task<Result<RequestBody>> ReadOtherAsync(HttpRequest request, CancellationToken cancellationToken) =>
        (await BoundedBody.ReadAsync(request, cancellationToken)).TryFailure(out var bytes, out var failure)
            ? failure
            : bytes.Length == 0 ? RequestBody.None : NotJson;
}
