using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>
/// Help Scout's words for failures: one unified shape, and OAuth's for a token that opens nothing.
/// https://developer.helpscout.com/mailbox-api/overview/errors
/// </summary>
internal static class HelpScoutErrors
{
    // To the letter, without a charset: the vendor's PHP client compares the whole header before it reads validation errors.
    private const string ErrorType = "application/vnd.error+json";
    private const string RateLimitExceeded = "API rate limit exceeded";
    private const string Explanation = "https://developer.helpscout.com/mailbox-api/overview/errors";

    /// <summary>The answer to a failure.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="logRef">What support finds the request by.</param>
    /// <param name="wholeBody">What the request's body itself is called.</param>
    public static Answer ToAnswer(Failure failure, string logRef, string wholeBody = HelpScoutRequest.WholeBody)
    {
        var (status, message) = Describe(failure);
        var answer = status == StatusCodes.Status401Unauthorized
            ? Unauthorized(message)
            : Answer.Of(status, new HelpScoutError(logRef, message, ErrorOf(failure), CausesOf(failure, wholeBody), About(Explanation)), HelpScoutJson.Default.HelpScoutError, ErrorType);
        return failure.AllowedMethods.Count == 0 ? answer : answer.With("Allow", string.Join(", ", failure.AllowedMethods));
    }

    private static (int Status, string Message) Describe(Failure failure) => failure.Kind switch
    {
        FailureKind.CredentialMissing => (401, "An access token is required. Send it in the header Authorization: Bearer <token>."),
        FailureKind.CredentialUnknown or FailureKind.TenantMissing or FailureKind.TenantUnknown or FailureKind.TenantForeign =>
            (401, "The access token is not valid or has expired."),
        FailureKind.ReadOnlyKey => (403, "The access token may read only"),
        FailureKind.Forbidden => (403, "The access token may not do this"),
        FailureKind.RouteUnknown => (404, "There is no such endpoint"),
        FailureKind.MethodNotAllowed => (405, "This endpoint does not take this method"),
        FailureKind.UnsupportedMediaType when failure.Header is { } header => (415, $"The request body must be sent without a {header} header"),
        FailureKind.UnsupportedMediaType => (415, "This endpoint does not read bodies of this Content-Type"),
        FailureKind.TooLarge => (413, "The request body must not be larger than 1 MiB, and no customer larger than 4 MiB"),
        FailureKind.Malformed or FailureKind.Invalid => (400, "Bad request"),
        FailureKind.NotFound => (404, "Customer not found"),
        FailureKind.EntryNotFound => (404, $"Customer entry not found{Named(failure.Problems.Select(problem => problem.Path))}"),
        FailureKind.Taken =>
            (409, failure.Problems is [var conflict, ..]
                ? conflict.Message
                : $"Another customer already has this value{Named(failure.Taken.Select(taken => HelpScoutProblem.MemberOf(taken.Key.Kind)))}"),
        FailureKind.HeaderInvalid => (400, $"The {failure.Header} header is not valid"),
        FailureKind.PreconditionFailed => (412, $"The customer has changed since the version in the If-Match header{Named(failure.ChangedFields)}"),
        FailureKind.PreconditionRequired => (428, "The If-Match header is required. Send the ETag of the customer that you have read"),
        FailureKind.IdempotencyKeyReused => (422, "The Idempotency-Key header was used for another request"),
        FailureKind.RequestInProgress => (409, "A request with the same Idempotency-Key header is still being answered"),
        FailureKind.RateLimited => (429, RateLimitExceeded),
        FailureKind.OtpRejected => (400, "The one-time password is missing, wrong or expired"),
        FailureKind.Busy => (503, "The server is busy, please try again"),
        // No update here sends a one-time password.
        FailureKind.OtpAddressMissing or FailureKind.OtpSenderMissing or FailureKind.OtpNotSent or FailureKind.Unexpected =>
            (500, "Something went wrong on our side"),
    };

    // Of the vendor's clients one reads the message of a limited request and another its member "error".
    private static string? ErrorOf(Failure failure) => failure.Kind == FailureKind.RateLimited ? RateLimitExceeded : null;

    // Which operations, or which members; in the message, since only a bad request lists causes.
    private static string Named(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } all ? $" ({all})" : "";

    private static HelpScoutErrorList? CausesOf(Failure failure, string wholeBody)
    {
        IEnumerable<Problem> problems = failure.Kind switch
        {
            FailureKind.Invalid => failure.Problems,
            FailureKind.Malformed => [HelpScoutProblem.Unreadable(wholeBody, failure)],
            _ => [],
        };
        var causes = problems
            .Select(problem => new HelpScoutErrorCause(problem.Path, problem.Message, problem.Rejected, "JSON", About($"{Explanation}#{problem.Code}")))
            .ToValueList();
        return causes.Count == 0 ? null : new HelpScoutErrorList(causes);
    }

    // The vendor documents no body. Its clients read OAuth's member error_description.
    private static Answer Unauthorized(string description) =>
        Answer.Of(401, new HelpScoutTokenError("invalid_token", description), HelpScoutJson.Default.HelpScoutTokenError, "application/json")
            .With("WWW-Authenticate", "Bearer");

    private static HelpScoutErrorLinks About(string href) => new(new HelpScoutLink(href));
}
