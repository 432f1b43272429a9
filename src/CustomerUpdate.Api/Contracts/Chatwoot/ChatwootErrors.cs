using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>Chatwoot's words for failures. They come in four shapes, and a 403 never comes: what is forbidden is unauthorised.</summary>
internal static class ChatwootErrors
{
    /// <summary>The path of a problem that is no member's: it is said alone.</summary>
    public const string WholeRequest = "";

    private const string UnknownResource = "Resource could not be found";
    private const string Unauthorized = "You are not authorized to do this action";

    // The order in which Chatwoot looks at what must be unique.
    private static readonly string[] UniqueKinds = [CustomerKey.EmailKind, CustomerKey.IdentifierKind, CustomerKey.PhoneKind];

    /// <summary>The answer to a failure.</summary>
    public static Answer ToAnswer(Failure failure) => failure.Kind switch
    {
        FailureKind.CredentialMissing => Answer.Of(
            401,
            new ChatwootErrorList(["You need to sign in or sign up before continuing."]),
            ChatwootJson.Default.ChatwootErrorList),
        FailureKind.CredentialUnknown => Error(401, "Invalid Access Token"),
        FailureKind.TenantMissing or FailureKind.TenantUnknown => Error(404, UnknownResource),
        FailureKind.TenantForeign => Error(401, "You are not authorized to access this account"),
        FailureKind.ReadOnlyKey or FailureKind.Forbidden => Error(401, Unauthorized),
        FailureKind.RouteUnknown or FailureKind.NotFound or FailureKind.EntryNotFound => Error(404, UnknownResource),
        FailureKind.MethodNotAllowed => Error(405, "Method not allowed").With("Allow", string.Join(", ", failure.AllowedMethods)),
        FailureKind.UnsupportedMediaType when failure.Header is { } header => Error(415, $"The request body must be sent without a {header} header"),
        FailureKind.UnsupportedMediaType =>
            Error(415, "The Content-Type must be application/json, application/x-www-form-urlencoded or multipart/form-data"),
        FailureKind.TooLarge => Error(413, "The request body must not be larger than 1 MiB, a picture aside, and no contact larger than 4 MiB"),
        FailureKind.Malformed => StatusError(400, "Bad Request"),
        FailureKind.Invalid when failure.Problems is [{ Path: WholeRequest } alone] => Error(422, alone.Message),
        FailureKind.Invalid => AttributeErrors(failure.Problems.Select(problem => (AttributeOf(problem.Path), problem.Message))),
        FailureKind.Taken => AttributeErrors(failure.Taken
            .OrderBy(taken => Array.IndexOf(UniqueKinds, taken.Key.Kind))
            .Select(taken => (AttributeOf(taken.Key.Kind), "has already been taken"))),
        FailureKind.HeaderInvalid => Error(400, $"The {failure.Header} header is not valid"),
        FailureKind.PreconditionFailed => Error(412, $"The contact has changed since the version in the If-Match header{Named(failure.ChangedFields)}"),
        FailureKind.PreconditionRequired => Error(428, "The If-Match header is required. Send the ETag of the contact that you have read"),
        FailureKind.IdempotencyKeyReused => Error(422, "The Idempotency-Key header was used for another request"),
        FailureKind.RequestInProgress => Error(409, "A request with the same Idempotency-Key header is still being answered"),
        FailureKind.RateLimited => new Answer(429) { ContentType = "text/plain", Body = "Retry later\n"u8.ToArray() },
        FailureKind.OtpRejected => Error(400, "The one-time password is missing, wrong or expired"),
        FailureKind.Busy => Error(503, "The server is busy. Please try again"),
        // No update here sends a one-time password.
        FailureKind.OtpAddressMissing or FailureKind.OtpSenderMissing or FailureKind.OtpNotSent or FailureKind.Unexpected =>
            StatusError(500, "Internal Server Error"),
    };

    /// <summary>A request that cannot be carried out for a reason that is no member's: a sentence, under 422.</summary>
    public static Failure Sentence(string message) => Failure.Invalid([new Problem(WholeRequest, "invalid", message)]);

    private static Answer Error(int status, string message) =>
        Answer.Of(status, new ChatwootError(message), ChatwootJson.Default.ChatwootError);

    private static string Named(ValueList<string> fields) => fields.Count == 0 ? "" : $" ({string.Join(", ", fields)})";

    private static Answer StatusError(int status, string message) =>
        Answer.Of(status, new ChatwootStatusError(status, message), ChatwootJson.Default.ChatwootStatusError);

    // https://api.rubyonrails.org/classes/ActiveModel/Errors.html#method-i-full_messages
    private static Answer AttributeErrors(IEnumerable<(string Attribute, string Message)> problems)
    {
        var all = problems.ToList();
        var message = string.Join(", ", all.Select(problem => $"{InWords(problem.Attribute)} {problem.Message}"));
        var attributes = all.Select(problem => problem.Attribute).Distinct().ToValueList();
        return Answer.Of(422, new ChatwootAttributeErrors(message, attributes), ChatwootJson.Default.ChatwootAttributeErrors);
    }

    // The shared customer's name for it, where a rule of all contracts was broken.
    private static string AttributeOf(string path) => path == CustomerKey.PhoneKind ? "phone_number" : path;

    // https://api.rubyonrails.org/classes/ActiveSupport/Inflector.html#method-i-humanize
    private static string InWords(string attribute)
    {
        var name = attribute.EndsWith("_id", StringComparison.Ordinal) ? attribute[..^3] : attribute;
        return char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' ');
    }
}
