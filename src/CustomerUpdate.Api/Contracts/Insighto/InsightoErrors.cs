using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>Insighto's words for failures: FastAPI's, where <c>detail</c> is a sentence or, of an invalid request, a list.</summary>
internal static class InsightoErrors
{
    /// <summary>The answer to a failure.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="id">The id in the path, as it came.</param>
    /// <param name="key">The caller's key, which no answer may contain.</param>
    /// <param name="model">What the path points at, by the name of the vendor's model.</param>
    public static Answer ToAnswer(Failure failure, string id, string? key, string model = "Contact")
    {
        var status = StatusOf(failure.Kind);
        var answer = DetailsOf(failure, key) is { Count: > 0 } details
            ? InsightoAnswer.Of(status, new InsightoInvalid(details), InsightoJson.Default.InsightoInvalid)
            : InsightoAnswer.Of(status, new InsightoError(SentenceOf(failure, id, model)), InsightoJson.Default.InsightoError);
        answer = status == StatusCodes.Status401Unauthorized ? answer.With("WWW-Authenticate", "APIKey") : answer;
        return failure.AllowedMethods.Count == 0 ? answer : answer.With("Allow", string.Join(", ", failure.AllowedMethods));
    }

    /// <summary>The same where nothing is moved: an organisation that is not the key's is another one's.</summary>
    public static Failure ForeignOrganization(Failure failure) =>
        failure.Kind == FailureKind.Forbidden ? Failure.Of(FailureKind.TenantForeign) : failure;

    private static int StatusOf(FailureKind kind) => kind switch
    {
        FailureKind.CredentialMissing or FailureKind.CredentialUnknown => 401,
        FailureKind.TenantMissing or FailureKind.TenantUnknown or FailureKind.TenantForeign => 403,
        FailureKind.ReadOnlyKey or FailureKind.Forbidden => 403,
        FailureKind.RouteUnknown or FailureKind.NotFound or FailureKind.EntryNotFound => 404,
        FailureKind.MethodNotAllowed => 405,
        FailureKind.Taken => 409,
        FailureKind.TooLarge => 413,
        FailureKind.UnsupportedMediaType => 415,
        FailureKind.Malformed or FailureKind.Invalid => 422,
        FailureKind.HeaderInvalid => 400,
        FailureKind.PreconditionFailed => 412,
        FailureKind.PreconditionRequired => 428,
        FailureKind.IdempotencyKeyReused => 422,
        FailureKind.RequestInProgress => 409,
        FailureKind.RateLimited => 429,
        FailureKind.OtpRejected => 400,
        FailureKind.Busy => 503,
        // No update here sends a one-time password.
        FailureKind.OtpAddressMissing or FailureKind.OtpSenderMissing or FailureKind.OtpNotSent or FailureKind.Unexpected => 500,
    };

    private static string SentenceOf(Failure failure, string id, string model) => failure.Kind switch
    {
        FailureKind.CredentialMissing => "Not authenticated",
        FailureKind.CredentialUnknown => "Could not validate credentials",
        FailureKind.TenantMissing or FailureKind.TenantUnknown or FailureKind.TenantForeign => "The API key is not valid for this organization.",
        FailureKind.ReadOnlyKey => "This API key may read only.",
        FailureKind.Forbidden => "The contact cannot be moved to another organization.",
        FailureKind.RouteUnknown => "Not Found",
        FailureKind.NotFound or FailureKind.EntryNotFound => $"Unable to find the {model} with id {MissingOf(failure, id)}.",
        FailureKind.MethodNotAllowed => "Method Not Allowed",
        FailureKind.Taken when failure.Taken.Count == 0 => "Resource already exists",
        FailureKind.Taken => $"Another contact already has this {NameOf(failure.Taken[0].Key)}.",
        FailureKind.TooLarge => "Request body is larger than 1 MiB, or contact larger than 4 MiB.",
        FailureKind.UnsupportedMediaType => "Unsupported Media Type",
        FailureKind.Malformed => "JSON decode error",
        FailureKind.Invalid => "The request is not valid.",
        FailureKind.HeaderInvalid => $"The {failure.Header} header is not valid.",
        FailureKind.PreconditionFailed => $"The contact has changed since the version in the If-Match header{Named(failure.ChangedFields)}.",
        FailureKind.PreconditionRequired => "The If-Match header is required. Send the ETag of the contact that you have read.",
        FailureKind.IdempotencyKeyReused => "The Idempotency-Key header was used for another request.",
        FailureKind.RequestInProgress => "A request with the same Idempotency-Key header is still being answered.",
        FailureKind.RateLimited => "Too many requests. Please try again later.",
        FailureKind.OtpRejected => "The one-time password is missing, wrong or expired.",
        FailureKind.Busy => "The server is busy. Please try again.",
        FailureKind.OtpAddressMissing or FailureKind.OtpSenderMissing or FailureKind.OtpNotSent or FailureKind.Unexpected =>
            "Internal Server Error",
    };

    private static ValueList<InsightoErrorDetail> DetailsOf(Failure failure, string? key) => failure.Kind == FailureKind.Malformed
        ? [InsightoErrorDetails.OfBrokenJson(failure.Offset)]
        : failure.Problems.Select(problem => InsightoErrorDetails.Of(problem, key)).ToValueList();

    // Of several that were asked for, the first one that is not there is named.
    private static string MissingOf(Failure failure, string id) =>
        failure.Missing.Count > 0 ? failure.Missing[0].Value : PydanticUuid.TryParse(id, out var uuid) ? PydanticUuid.Write(uuid) : id;

    private static string Named(ValueList<string> fields) => fields.Count == 0 ? "" : $" ({string.Join(", ", fields)})";

    private static string NameOf(CustomerKey key) => key.Kind == CustomerKey.EmailKind ? "email" : "telephone";
}
