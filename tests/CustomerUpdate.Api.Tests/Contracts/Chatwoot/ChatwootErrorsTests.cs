using System.Text;
using CustomerUpdate.Api.Contracts.Chatwoot;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Contracts.Chatwoot;

/// <summary>Chatwoot's statuses and words, to the byte.</summary>
public sealed class ChatwootErrorsTests
{
    private static readonly Customer Owner = new()
    {
        TenantId = Guid.Empty,
        Id = Guid.Empty,
        Version = 1,
        CreatedAt = default,
        UpdatedAt = default,
        Profile = new Profile { Name = new PersonName("Grace Hopper", "Grace", "Hopper") },
    };

    public static TheoryData<FailureKind, int, string> Words => new()
    {
        { FailureKind.CredentialMissing, 401, """{"errors":["You need to sign in or sign up before continuing."]}""" },
        { FailureKind.CredentialUnknown, 401, """{"error":"Invalid Access Token"}""" },
        { FailureKind.TenantMissing, 404, """{"error":"Resource could not be found"}""" },
        { FailureKind.TenantUnknown, 404, """{"error":"Resource could not be found"}""" },
        { FailureKind.TenantForeign, 401, """{"error":"You are not authorized to access this account"}""" },
        { FailureKind.ReadOnlyKey, 401, """{"error":"You are not authorized to do this action"}""" },
        { FailureKind.Forbidden, 401, """{"error":"You are not authorized to do this action"}""" },
        { FailureKind.RouteUnknown, 404, """{"error":"Resource could not be found"}""" },
        { FailureKind.MethodNotAllowed, 405, """{"error":"Method not allowed"}""" },
        {
            FailureKind.UnsupportedMediaType, 415,
            """{"error":"The Content-Type must be application/json, application/x-www-form-urlencoded or multipart/form-data"}"""
        },
        { FailureKind.TooLarge, 413, """{"error":"The request body must not be larger than 1 MiB, a picture aside, and no contact larger than 4 MiB"}""" },
        { FailureKind.Malformed, 400, """{"status":400,"error":"Bad Request"}""" },
        {
            FailureKind.Invalid, 422,
            """{"message":"Email Invalid email, Email is too long, Phone number should be in e164 format","attributes":["email","phone_number"]}"""
        },
        { FailureKind.NotFound, 404, """{"error":"Resource could not be found"}""" },
        { FailureKind.EntryNotFound, 404, """{"error":"Resource could not be found"}""" },
        {
            FailureKind.Taken, 422,
            """{"message":"Email has already been taken, Identifier has already been taken, """
                + """Phone number has already been taken","attributes":["email","identifier","phone_number"]}"""
        },
        { FailureKind.HeaderInvalid, 400, """{"error":"The If-Match header is not valid"}""" },
        {
            FailureKind.PreconditionFailed, 412,
            """{"error":"The contact has changed since the version in the If-Match header (email, tags)"}"""
        },
        {
            FailureKind.PreconditionRequired, 428,
            """{"error":"The If-Match header is required. Send the ETag of the contact that you have read"}"""
        },
        { FailureKind.IdempotencyKeyReused, 422, """{"error":"The Idempotency-Key header was used for another request"}""" },
        { FailureKind.RequestInProgress, 409, """{"error":"A request with the same Idempotency-Key header is still being answered"}""" },
        { FailureKind.RateLimited, 429, "Retry later\n" },
        { FailureKind.OtpRejected, 400, """{"error":"The one-time password is missing, wrong or expired"}""" },
        { FailureKind.OtpAddressMissing, 500, """{"status":500,"error":"Internal Server Error"}""" },
        { FailureKind.OtpSenderMissing, 500, """{"status":500,"error":"Internal Server Error"}""" },
        { FailureKind.OtpNotSent, 500, """{"status":500,"error":"Internal Server Error"}""" },
        { FailureKind.Busy, 503, """{"error":"The server is busy. Please try again"}""" },
        { FailureKind.Unexpected, 500, """{"status":500,"error":"Internal Server Error"}""" },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public void A_failure_has_its_status_and_words(FailureKind kind, int status, string body)
    {
        var answer = ChatwootErrors.ToAnswer(new Failure(kind)
        {
            Problems =
            [
                new Problem("email", "invalid", "Invalid email"),
                new Problem("email", "too_long", "is too long"),
                new Problem("phone_number", "invalid", "should be in e164 format"),
            ],
            Taken = [Taken(CustomerKey.PhoneKind), Taken(CustomerKey.EmailKind), Taken(CustomerKey.IdentifierKind)],
            Header = kind == FailureKind.UnsupportedMediaType ? null : "If-Match",
            ChangedFields = ["email", "tags"],
        });

        Assert.Equal(status, answer.Status);
        Assert.Equal(kind == FailureKind.RateLimited ? "text/plain" : "application/json; charset=utf-8", answer.ContentType);
        Assert.Equal(body, TextOf(answer));
    }

    [Fact]
    public void Every_kind_of_failure_has_been_looked_at() =>
        Assert.Equal(Enum.GetValues<FailureKind>().Order(), Words.Select(row => (FailureKind)row[0]).Order());

    [Fact]
    public void A_rule_of_the_shared_customer_is_said_in_chatwoots_words()
    {
        var answer = ChatwootErrors.ToAnswer(
            Failure.Invalid([new Problem(CustomerKey.PhoneKind, "too_long", "is too long (maximum is 512 characters)")]));

        Assert.Equal(
            """{"message":"Phone number is too long (maximum is 512 characters)","attributes":["phone_number"]}""", TextOf(answer));
    }

    [Fact]
    public void Other_methods_are_told_which_there_are()
    {
        var answer = ChatwootErrors.ToAnswer(Failure.Of(FailureKind.MethodNotAllowed) with { AllowedMethods = ["PUT", "PATCH", "GET"] });

        Assert.Contains(KeyValuePair.Create("Allow", "PUT, PATCH, GET"), answer.Headers);
    }

    private static TakenKey Taken(string kind) => new(new CustomerKey(kind, "x"), Owner);

    private static string TextOf(Answer answer) => Encoding.UTF8.GetString(answer.Body.Span);
}
