using CustomerUpdate.Api.Http;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>The headers that every answer of the live service carries, as far as they are not its host's own.</summary>
internal static class HelpScoutHeaders
{
    /// <summary>The header that says what errors call <c>logRef</c>.</summary>
    public const string CorrelationId = "Correlation-Id";

    /// <summary>The name of a request where it is a UUID, else a new one: Help Scout's clients know nothing else.</summary>
    public static string LogRefOf(Exchange exchange) =>
        (Guid.TryParseExact(exchange.RequestId, "D", out var id) || Guid.TryParseExact(exchange.RequestId, "N", out id) ? id : Guid.CreateVersion7())
        .ToString("D");

    /// <summary>The answer with the headers.</summary>
    public static Answer Label(this Answer answer, string logRef) => answer
        .With(CorrelationId, logRef)
        .With("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate")
        .With("Pragma", "no-cache")
        .With("Expires", "0")
        .With("X-Content-Type-Options", "nosniff")
        .With("X-Frame-Options", "DENY");
}
