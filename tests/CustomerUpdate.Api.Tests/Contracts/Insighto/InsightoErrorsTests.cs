using System.Text;
using CustomerUpdate.Api.Contracts.Insighto;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Tests.Contracts.Insighto;

public sealed class InsightoErrorsTests
{
    private const string ContactId = "5D1F8A529C3E4B7A8F602A41C7D9E0B3";

    /// <summary>Every kind that has a sentence and no list.</summary>
    public static TheoryData<string, int, string> Sentences => new()
    {
        { nameof(FailureKind.CredentialMissing), 401, "Not authenticated" },
        { nameof(FailureKind.CredentialUnknown), 401, "Could not validate credentials" },
        { nameof(FailureKind.TenantMissing), 403, "The API key is not valid for this organization." },
        { nameof(FailureKind.TenantUnknown), 403, "The API key is not valid for this organization." },
        { nameof(FailureKind.TenantForeign), 403, "The API key is not valid for this organization." },
        { nameof(FailureKind.ReadOnlyKey), 403, "This API key may read only." },
        { nameof(FailureKind.Forbidden), 403, "The contact cannot be moved to another organization." },
        { nameof(FailureKind.RouteUnknown), 404, "Not Found" },
        { nameof(FailureKind.NotFound), 404, "Unable to find the Contact with id 5d1f8a52-9c3e-4b7a-8f60-2a41c7d9e0b3." },
        { nameof(FailureKind.EntryNotFound), 404, "Unable to find the Contact with id 5d1f8a52-9c3e-4b7a-8f60-2a41c7d9e0b3." },
        { nameof(FailureKind.MethodNotAllowed), 405, "Method Not Allowed" },
        { nameof(FailureKind.UnsupportedMediaType), 415, "Unsupported Media Type" },
        { nameof(FailureKind.TooLarge), 413, "Request body is larger than 1 MiB, or contact larger than 4 MiB." },
        { nameof(FailureKind.HeaderInvalid), 400, "The If-Match header is not valid." },
        { nameof(FailureKind.PreconditionFailed), 412, "The contact has changed since the version in the If-Match header (email, tags)." },
        { nameof(FailureKind.PreconditionRequired), 428, "The If-Match header is required. Send the ETag of the contact that you have read." },
        { nameof(FailureKind.IdempotencyKeyReused), 422, "The Idempotency-Key header was used for another request." },
        { nameof(FailureKind.RequestInProgress), 409, "A request with the same Idempotency-Key header is still being answered." },
        { nameof(FailureKind.RateLimited), 429, "Too many requests. Please try again later." },
        { nameof(FailureKind.OtpRejected), 400, "The one-time password is missing, wrong or expired." },
        { nameof(FailureKind.OtpAddressMissing), 500, "Internal Server Error" },
        { nameof(FailureKind.OtpSenderMissing), 500, "Internal Server Error" },
        { nameof(FailureKind.OtpNotSent), 500, "Internal Server Error" },
        { nameof(FailureKind.Busy), 503, "The server is busy. Please try again." },
        { nameof(FailureKind.Unexpected), 500, "Internal Server Error" },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_failure_is_a_status_and_a_sentence(string kind, int status, string sentence)
    {
        var failure = Failure.Of(Enum.Parse<FailureKind>(kind)) with { Header = "If-Match", ChangedFields = ["email", "tags"] };
        var answer = InsightoErrors.ToAnswer(failure, ContactId, null);

        Assert.Equal(status, answer.Status);
        Assert.Equal("application/json", answer.ContentType);
        Assert.Equal($$"""{"detail":"{{sentence}}"}""", Text(answer));
        Assert.Contains(KeyValuePair.Create("Cache-Control", "no-store"), answer.Headers);
        Assert.Equal(status == 401, answer.Headers.Contains(KeyValuePair.Create("WWW-Authenticate", "APIKey")));
    }

    [Fact]
    public void Every_kind_has_an_answer()
    {
        var listed = Sentences.Select(row => (string)row[0]).Concat(["Malformed", "Invalid", "Taken"]);

        Assert.Equal(Enum.GetNames<FailureKind>().Order(), listed.Order());
    }

    [Theory]
    [InlineData(CustomerKey.EmailKind, "email")]
    [InlineData(CustomerKey.PhoneKind, "telephone")]
    public void A_taken_value_is_named_and_its_owner_is_not(string kind, string name)
    {
        var owner = new Customer
        {
            TenantId = Guid.Empty,
            Id = Guid.Empty,
            Version = 1,
            CreatedAt = default,
            UpdatedAt = default,
            Profile = new Profile { Name = new PersonName("Ada", "Ada", null) },
        };

        var answer = InsightoErrors.ToAnswer(
            Failure.Of(FailureKind.Taken) with { Taken = [new TakenKey(new CustomerKey(kind, "x"), owner)] }, ContactId, null);

        Assert.Equal(409, answer.Status);
        Assert.Equal($$"""{"detail":"Another contact already has this {{name}}."}""", Text(answer));
    }

    [Fact]
    public void Broken_json_is_reported_with_its_offset_as_a_number()
    {
        var answer = InsightoErrors.ToAnswer(Failure.Of(FailureKind.Malformed) with { Offset = 17 }, ContactId, null);

        Assert.Equal(422, answer.Status);
        Assert.Equal(
            """{"detail":[{"type":"json_invalid","loc":["body",17],"msg":"JSON decode error","input":{},"ctx":{"error":"Expecting valid JSON"}}]}""",
            Text(answer));
    }

    [Fact]
    public void A_null_that_was_sent_is_shown_and_what_was_not_kept_is_left_out()
    {
        var answer = InsightoErrors.ToAnswer(
            Failure.Invalid(
            [
                new InsightoProblem(PydanticError.DictionaryType, ["body", "channels"], BagValue.Null).ToProblem(),
                new InsightoProblem(PydanticError.TextTooLong(512), ["body", "email"], null).ToProblem(),
            ]),
            ContactId,
            null);

        Assert.Equal(
            """
            {"detail":[{"type":"dict_type","loc":["body","channels"],"msg":"Input should be a valid dictionary","input":null},
            {"type":"string_too_long","loc":["body","email"],"msg":"String should have at most 512 characters","ctx":{"max_length":512}}]}
            """.ReplaceLineEndings(""),
            Text(answer));
    }

    [Theory]
    [InlineData("email", """["body","email"]""")]
    [InlineData("phone", """["body","channels","telephone"]""")]
    public void What_the_core_finds_too_long_is_said_in_the_same_words(string path, string location)
    {
        var answer = InsightoErrors.ToAnswer(Failure.Invalid([new Problem(path, "too_long", "is too long")]), ContactId, null);

        Assert.Equal(422, answer.Status);
        Assert.Contains($$"""{"type":"string_too_long","loc":{{location}},"msg":""", Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_holds_the_callers_key_is_not_sent_back()
    {
        var answer = InsightoErrors.ToAnswer(Failure.Invalid([InsightoProblem.OfPath("contact_id", "in-key-0000")]), "in-key-0000", "in-key-0000");

        Assert.DoesNotContain("in-key-0000", Text(answer), StringComparison.Ordinal);
        Assert.DoesNotContain("input\"", Text(answer), StringComparison.Ordinal);
    }

    private static string Text(Answer answer) => Encoding.UTF8.GetString(answer.Body.Span);
}
