using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>The hub's words for failures: RFC 9457.</summary>
internal static class HubErrors
{
    /// <summary>The answer to a failure.</summary>
    public static Answer ToAnswer(Failure failure)
    {
        var (status, type, detail) = IsPatchConflict(failure)
            ? (409, "patch-conflict", "The patch does not fit the customer as it is now; see errors. Nothing was written.")
            : Describe(failure);
        ValueList<HubProblemError>? errors = failure.Problems.Count == 0
            ? null
            : [.. failure.Problems.Select(problem => new HubProblemError(problem.Path, problem.Code, problem.Message))];
        var problem = new HubProblem(type, Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status), status, detail, errors, ConflictsOf(failure), ChangedOf(failure));
        var answer = Answer.Of(status, problem, HubJson.Default.HubProblem, "application/problem+json").WithRetryAfter(failure);
        return status switch
        {
            StatusCodes.Status401Unauthorized => answer.With("WWW-Authenticate", "Bearer"),
            StatusCodes.Status405MethodNotAllowed => answer.With("Allow", string.Join(", ", failure.AllowedMethods)),
            _ => answer,
        };
    }

    /// <summary>The canonical member that holds a unique value: a JSON Pointer.</summary>
    public static string PointerOf(CustomerKey key) => key.IsReference ? $"/references/{key.Kind[(key.Kind.IndexOf(':', StringComparison.Ordinal) + 1)..]}" : $"/{key.Kind}";

    // RFC 5789 and RFC 6902 leave the status open; the patch is sound, the state is another: 409, as for what is taken.
    private static bool IsPatchConflict(Failure failure) =>
        failure.Kind == FailureKind.Invalid && failure.Problems.Count > 0 && failure.Problems.All(JsonPatch.IsConflict);

    private static ValueList<HubConflict>? ConflictsOf(Failure failure) => failure.Taken.Count == 0
        ? null
        : [.. failure.Taken.Select(taken => new HubConflict(PointerOf(taken.Key), taken.Owner.Id)).Distinct()];

    private static ValueList<string>? ChangedOf(Failure failure) =>
        failure.ChangedFields.Count == 0 ? null : [.. failure.ChangedFields.Select(field => $"/{field}")];

    private static (int Status, string Type, string Detail) Describe(Failure failure) => failure.Kind switch
    {
        FailureKind.CredentialMissing => (401, "unauthorized", "Send the operator key or a tenant's hub key as a bearer token."),
        FailureKind.CredentialUnknown => (401, "unauthorized", "The bearer token is not a valid key of this hub."),
        FailureKind.TenantMissing or FailureKind.TenantUnknown or FailureKind.TenantForeign or FailureKind.NotFound =>
            (404, "not-found", "There is nothing here."),
        FailureKind.EntryNotFound => (404, "not-found", "The customer has no such entry."),
        FailureKind.RouteUnknown => (404, "not-found", "There is no such route."),
        FailureKind.ReadOnlyKey or FailureKind.Forbidden => (403, "forbidden", "The key may not do this."),
        FailureKind.MethodNotAllowed => (405, "method-not-allowed", "The route does not take this method."),
        FailureKind.UnsupportedMediaType when failure.Header is { } header =>
            (415, "unsupported-media-type", $"The body must come as it is: what the header {header} says is not undone."),
        FailureKind.UnsupportedMediaType => (415, "unsupported-media-type", failure.MediaTypes.Count == 0
            ? "The body must be JSON of a Content-Type that the route takes."
            : $"The body must be {string.Join(" or ", failure.MediaTypes)}."),
        FailureKind.TooLarge => (413, "too-large", "The body is larger than 1 MiB, or the customer would be larger than 4 MiB."),
        FailureKind.Malformed => (400, "malformed", "The body is not readable JSON."),
        FailureKind.Invalid => (400, "invalid", "The request breaks rules; see errors."),
        FailureKind.Taken => (409, "taken", "Somebody else has a value that must be unique."),
        FailureKind.HeaderInvalid => (400, "invalid-header", $"The header {failure.Header} is not valid."),
        FailureKind.PreconditionFailed => (412, "precondition-failed", "The customer has changed since the version in If-Match."),
        FailureKind.PreconditionRequired => (428, "precondition-required", "Send the ETag of the customer that you have read in If-Match."),
        FailureKind.IdempotencyKeyReused => (422, "idempotency-key-reused", "The Idempotency-Key was used for another request."),
        FailureKind.RequestInProgress => (409, "in-progress", "A request with the same Idempotency-Key is still being answered."),
        FailureKind.RateLimited => (429, "rate-limited", "Too many requests in a short time."),
        FailureKind.OtpRejected => (400, "otp-rejected", "The one-time password was not accepted."),
        FailureKind.OtpAddressMissing => (409, "no-address", "The customer has no e-mail address and no phone number that a one-time password can be sent to."),
        FailureKind.OtpSenderMissing =>
            (503, "no-sender", "This host sends no one-time passwords: its operator has not configured Otp:Sender:Url."),
        FailureKind.OtpNotSent => (502, "not-sent", "The one-time password could not be sent, and is not valid. Ask for another."),
        FailureKind.Busy => (503, "busy", "The server is busy. Send the same request again."),
        FailureKind.Unexpected => (500, "unexpected", "Something went wrong on our side."),
    };
}
