using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Quentli;

/// <summary>
/// The words for failures. Quentli publishes no error but the typed results of its GraphQL interface, whose shape this is: a code, a
/// message, and for a value that another customer has that value and that customer.
/// </summary>
internal static class QuentliErrors
{
    /// <summary>The code of a request that breaks rules.</summary>
    public const string ValidationError = "VALIDATION_ERROR";

    /// <summary>The answer to a failure.</summary>
    public static Answer ToAnswer(Failure failure)
    {
        var (status, error) = Describe(failure);
        var answer = Answer.Of(status, error, QuentliJson.Default.QuentliError);
        return status switch
        {
            StatusCodes.Status401Unauthorized => answer.With("WWW-Authenticate", "Bearer"),
            StatusCodes.Status405MethodNotAllowed => answer.With("Allow", string.Join(", ", failure.AllowedMethods)),
            _ => answer,
        };
    }

    private static (int Status, QuentliError Error) Describe(Failure failure) => failure.Kind switch
    {
        FailureKind.CredentialMissing => (401, new("UNAUTHORIZED", "An API key is required. Send it as Authorization: Bearer sk_...")),
        FailureKind.CredentialUnknown => (401, new("UNAUTHORIZED", "The API key is not valid.")),
        FailureKind.TenantMissing or FailureKind.TenantUnknown or FailureKind.TenantForeign =>
            (403, new("FORBIDDEN", "The API key is not valid for this organization.")),
        FailureKind.ReadOnlyKey => (403, new("FORBIDDEN", "The API key may read only.")),
        FailureKind.Forbidden => (403, new("FORBIDDEN", "The API key may not do this.")),
        FailureKind.RouteUnknown => (404, new("NOT_FOUND", "There is no such endpoint.")),
        FailureKind.MethodNotAllowed => (405, new("METHOD_NOT_ALLOWED", "This endpoint does not take this method.")),
        FailureKind.UnsupportedMediaType when failure.Header is { } header =>
            (415, new("UNSUPPORTED_MEDIA_TYPE", $"The request body must be sent without a {header} header.")),
        FailureKind.UnsupportedMediaType => (415, new("UNSUPPORTED_MEDIA_TYPE", "The Content-Type header must be application/json.")),
        FailureKind.TooLarge => (413, new("PAYLOAD_TOO_LARGE", "The request body must not be larger than 1 MiB, and no customer larger than 4 MiB.")),
        FailureKind.Malformed => (400, new("MALFORMED_JSON", "The request body is not valid JSON.")),
        FailureKind.Invalid => (400, Invalid(failure.Problems)),
        FailureKind.NotFound or FailureKind.EntryNotFound => (404, new("NOT_FOUND", "The customer was not found in this organization.")),
        FailureKind.Taken => (409, Taken(failure.Taken[0])),
        FailureKind.HeaderInvalid => (400, new("INVALID_HEADER", $"The {failure.Header} header is not valid.")),
        FailureKind.PreconditionFailed =>
            (412, new("PRECONDITION_FAILED", "The customer has changed since the version in the If-Match header.") { ChangedFields = Changed(failure) }),
        FailureKind.PreconditionRequired =>
            (428, new("PRECONDITION_REQUIRED", "The If-Match header is required. Send the ETag of the customer that you have read.")),
        FailureKind.IdempotencyKeyReused => (422, new("IDEMPOTENCY_KEY_REUSED", "The Idempotency-Key header was used for another request.")),
        FailureKind.RequestInProgress =>
            (409, new("REQUEST_IN_PROGRESS", "A request with the same Idempotency-Key header is still being answered.")),
        FailureKind.RateLimited => (429, new("RATE_LIMITED", "Too many requests. Please try again later.")),
        FailureKind.OtpRejected => (400, new("OTP_REJECTED", "The one-time password is missing, wrong or expired.")),
        FailureKind.Busy => (503, new("BUSY", "The server is busy. Please try again.")),
        // No update here sends a one-time password.
        FailureKind.OtpAddressMissing or FailureKind.OtpSenderMissing or FailureKind.OtpNotSent or FailureKind.Unexpected =>
            (500, new("INTERNAL_ERROR", "Something went wrong on our side.")),
    };

    // One message that names every member, for those who show it to people; the list for those who read it with a program.
    private static QuentliError Invalid(ValueList<Problem> problems)
    {
        var errors = problems.Select(problem => new QuentliMemberError(PathOf(problem), problem.Message)).ToValueList();
        var message = string.Join("; ", errors.Select(error => $"{error.Path} {error.Message}".TrimStart()));
        return new QuentliError(ValidationError, message) { Errors = errors };
    }

    private static QuentliError Taken(TakenKey taken) => (taken.Key.Kind switch
    {
        CustomerKey.EmailKind => new QuentliError("EMAIL_TAKEN", "Another customer already has this e-mail address.") { Email = taken.Key.Value },
        CustomerKey.PhoneKind => new("PHONE_TAKEN", "Another customer already has this phone number.") { PhoneNumber = taken.Key.Value },
        _ => new("USERNAME_TAKEN", "Another customer already has this username.") { Username = taken.Key.Value },
    }) with
    {
        ConflictingCustomer = new(taken.Owner.Profile.ReferenceOf(QuentliContract.Name), taken.Owner.Profile.Name.Full),
    };

    private static ValueList<string>? Changed(Failure failure) => failure.ChangedFields.Count == 0 ? null : failure.ChangedFields;

    // A value that only the commit found too long is reported under its canonical name.
    private static string PathOf(Problem problem) => problem.Path switch
    {
        CustomerKey.EmailKind => "input.data.email",
        CustomerKey.PhoneKind => "input.data.phoneNumber",
        CustomerKey.UsernameKind => "input.data.username",
        var path => path,
    };
}
