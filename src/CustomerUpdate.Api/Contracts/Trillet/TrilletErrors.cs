using System.Globalization;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Trillet;

/// <summary>Trillet's words for failures: one error with a code and a message.</summary>
internal static class TrilletErrors
{
    /// <summary>The code of everything that is wrong with a request and has no code of its own.</summary>
    public const string BadRequest = "bad_request";

    /// <summary>The answer to a failure.</summary>
    public static Answer ToAnswer(Failure failure)
    {
        var (status, code, message) = Describe(failure);
        var answer = Answer.Of(status, new TrilletError(new TrilletErrorBody(code, message, ResetOf(failure))), TrilletJson.Default.TrilletError);
        return failure.AllowedMethods.Count == 0 ? answer : answer.With("Allow", string.Join(", ", failure.AllowedMethods));
    }

    private static (int Status, string Code, string Message) Describe(Failure failure) => failure.Kind switch
    {
        FailureKind.CredentialMissing => (401, "unauthorized", "The x-api-key header is missing. Send your workspace's API key in it."),
        FailureKind.CredentialUnknown => (401, "unauthorized", "The API key in the x-api-key header is not valid."),
        FailureKind.TenantMissing => (400, BadRequest, "The x-workspace-id header is required."),
        FailureKind.TenantUnknown or FailureKind.TenantForeign =>
            (403, "forbidden", "The API key is not valid for the workspace in the x-workspace-id header."),
        FailureKind.ReadOnlyKey => (403, "forbidden", "The API key may read only."),
        FailureKind.Forbidden => (403, "forbidden", "The API key may not do this."),
        FailureKind.RouteUnknown => (404, "not_found", "There is no such endpoint."),
        FailureKind.MethodNotAllowed => (405, "method_not_allowed", "This endpoint does not take this method."),
        FailureKind.UnsupportedMediaType when failure.Header is { } header =>
            (415, "unsupported_media_type", $"The request body must be sent without a {header} header."),
        FailureKind.UnsupportedMediaType => (415, "unsupported_media_type", "The Content-Type header must be application/json."),
        FailureKind.TooLarge => (413, "payload_too_large", "The request body must not be larger than 1 MiB, and no customer larger than 4 MiB."),
        FailureKind.Malformed => (400, BadRequest, "The request body is not valid JSON."),
        FailureKind.Invalid => (400, failure.Problems[0].Code, failure.Problems[0].Message),
        FailureKind.NotFound or FailureKind.EntryNotFound => (404, "not_found", "The conversation was not found in this workspace."),
        FailureKind.Taken => (400, "already_taken", $"Another customer already has this {NameOf(failure.Taken[0].Key)}."),
        FailureKind.HeaderInvalid => (400, BadRequest, $"The {failure.Header} header is not valid."),
        FailureKind.PreconditionFailed => (412, "precondition_failed", $"The customer has changed since the version in the If-Match header{Named(failure)}."),
        FailureKind.PreconditionRequired => (428, "precondition_required", "The If-Match header is required. Send the ETag of the customer that you have read."),
        FailureKind.IdempotencyKeyReused => (422, "idempotency_key_reused", "The Idempotency-Key header was used for another request."),
        FailureKind.RequestInProgress => (409, "request_in_progress", "A request with the same Idempotency-Key header is still being answered."),
        FailureKind.RateLimited => (429, "rate_limit_exceeded", $"Too many requests. Please try again in {SecondsUntilRetry(failure)} seconds."),
        FailureKind.OtpRejected => (400, "otp_rejected", "The one-time password is missing, wrong or expired."),
        FailureKind.Busy => (503, "server_busy", "The server is busy. Please try again."),
        // No update here sends a one-time password.
        FailureKind.OtpAddressMissing or FailureKind.OtpSenderMissing or FailureKind.OtpNotSent or FailureKind.Unexpected =>
            (500, "server_error", "Something went wrong on our side."),
    };

    private static string Named(Failure failure) =>
        failure.ChangedFields.Count == 0 ? "" : $" ({string.Join(", ", failure.ChangedFields)})";

    private static string SecondsUntilRetry(Failure failure) =>
        Math.Ceiling((failure.RetryAfter ?? TimeSpan.FromMinutes(1)).TotalSeconds).ToString(CultureInfo.InvariantCulture);

    private static string? ResetOf(Failure failure) =>
        failure.RetryAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string NameOf(CustomerKey key) => key.Kind == CustomerKey.EmailKind ? "email" : "phone";
}
